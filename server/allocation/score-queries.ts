import { sql } from 'kysely';
import { jsonb, type Database } from '../platform/database/database.ts';
import type { ScoreRow } from './score-file.ts';

/** The given scores beside the memberships of the round that each names; null where it names nobody in it. */
export function matchScores(db: Database, roundId: string, rows: ScoreRow[]) {
  const given = sql<ScoreRow>`jsonb_to_recordset(${jsonb(rows)})`;
  const invited = db
    .selectFrom('round_learner')
    .innerJoin('membership', 'membership.id', 'round_learner.membership_id')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.id', 'membership.person_id', 'person.email'])
    .where('round_learner.round_id', '=', roundId);
  return db
    .selectFrom(given.as<'g'>(sql`g (membership uuid, person uuid, email text, score numeric)`))
    .leftJoin(invited.as('by_membership'), (join) => join.onRef('by_membership.id', '=', 'g.membership'))
    .leftJoin(invited.as('by_person'), (join) => join.onRef('by_person.person_id', '=', 'g.person'))
    .leftJoin(invited.as('by_email'), (join) => join.onRef('by_email.email', '=', 'g.email'))
    .select(['g.score'])
    .select((eb) => eb.fn.coalesce('by_membership.id', 'by_person.id', 'by_email.id').as('membership_id'))
    .select(sql<string>`coalesce(g.membership::text, g.person::text, g.email)`.as('name'));
}

/** How many of the rows name nobody in the round, and the first of them. */
export function unknownScores(db: Database, roundId: string, rows: ScoreRow[]) {
  return db
    .selectFrom(matchScores(db, roundId, rows).as('given'))
    .select([sql<number>`count(*)`.as('count'), sql<string | null>`min(given.name)`.as('first')])
    .where('given.membership_id', 'is', null);
}
