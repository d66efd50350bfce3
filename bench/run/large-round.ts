import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { inNetwork, jsonb, schemaOf } from '../../server/platform/database/database.ts';
import type { OpenDatabase } from '../../server/platform/database/open.ts';
import { newId } from '../../server/platform/ids.ts';
import { learner, network, numberedIdInSql } from '../product/world.ts';

export interface LargeRound {
  learners: number;
  offers: number;
  places: number;
  wishes: number;
}

/** Asks for a run of a closed round in which the learners of `fillWorld` wish for offers of their own organisation. */
export async function addWaitingRun({ db }: OpenDatabase, large: LargeRound): Promise<void> {
  const tables = inNetwork(db, network.slug);
  const roundId = newId();
  const seed = randomBytes(32).toString('hex');
  const at = new Date();
  const earlier = (hours: number) => new Date(at.getTime() - hours * 3_600_000);
  const { organisationId } = learner(0);
  await tables
    .insertInto('round')
    .values({
      id: roundId,
      organisation_id: organisationId,
      name: jsonb({ en: 'Large' }),
      state: 'closed',
      opens_at: earlier(2),
      closes_at: earlier(1),
      wishes_maximum: large.wishes,
      ranked_by: 'lottery',
      seed,
      seed_commitment: createHash('sha256').update(seed).digest('hex'),
      pseudonym_salt: randomBytes(32).toString('hex'),
      created_at: at,
    })
    .execute();
  await fill(db, roundId, organisationId, at, large);
  await tables
    .insertInto('run')
    .values({
      id: newId(),
      round_id: roundId,
      number: 1,
      state: 'running',
      method: 'deferred-acceptance',
      started_at: at,
    })
    .execute();
}

/** Wishes are spread evenly: the first of each learner is another offer, and so on in steps that share no factor with it. */
async function fill(
  db: OpenDatabase['db'],
  roundId: string,
  organisationId: string,
  at: Date,
  { learners, offers, places, wishes }: LargeRound,
): Promise<void> {
  await sql`
    insert into ${table('offer')}
      (id, kind, organisation_id, state, title, places, allocated_by, created_at, published_at)
    select ${id(5, 'n')}, 'course', ${organisationId}, 'published', jsonb_build_object('en', 'Course ' || n),
           ${places}::integer, 'round', ${at}::timestamptz, ${at}::timestamptz
    from generate_series(1, ${offers}::integer) n`.execute(db);
  await sql`
    insert into ${table('round_offer')} (round_id, offer_id)
    select ${roundId}, ${id(5, 'n')} from generate_series(1, ${offers}::integer) n`.execute(db);
  await sql`
    insert into ${table('application')}
      (id, person_id, membership_id, organisation_id, round_id, state, submitted_at, created_at)
    select ${id(6, 'n')}, ${id(2, 'n')}, ${id(3, 'n')}, ${organisationId}, ${roundId}, 'submitted',
           ${at}::timestamptz, ${at}::timestamptz
    from generate_series(1, ${learners}::integer) n`.execute(db);
  await sql`
    insert into ${table('preference')} (application_id, rank, offer_id)
    select ${id(6, 'n')}, wish, ${id(5, `(n * 31 + wish * wish * 7) % ${offers} + 1`)}
    from generate_series(1, ${learners}::integer) n, generate_series(1, ${wishes}::integer) wish
   `.execute(db);
}

function table(name: string) {
  return sql.id(schemaOf(network.slug), name);
}

/** An id as an SQL expression of a number. */
function id(family: number, number: string) {
  return sql.raw(numberedIdInSql(family, number));
}
