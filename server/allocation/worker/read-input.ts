import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** What a run decides about, as it stands in one snapshot. Lists are long: 20,000 applications with ten wishes each. */
export interface RunInput {
  round: { seed: string; salt: string; rankedBy: 'provider_ranking' | 'score' | 'lottery' };
  applications: { id: string; person_id: string; score: number | null; wishes: string[] }[];
  offers: { id: string; capacity: number; isWithdrawn: boolean }[];
  rankings: { offer_id: string; person_id: string; position: number | null }[];
}

/** Reads the input of a run; `db` is a transaction at repeatable read. */
export async function readInput(db: Database, roundId: string): Promise<RunInput> {
  const { seed, pseudonym_salt, ranked_by } = await db
    .selectFrom('round')
    .select(['seed', 'pseudonym_salt', 'ranked_by'])
    .where('id', '=', roundId)
    .executeTakeFirstOrThrow();
  if (seed === null || pseudonym_salt === null) throw new Error('The round was never opened.');
  return {
    round: { seed, salt: pseudonym_salt, rankedBy: ranked_by },
    applications: await readApplications(db, roundId),
    offers: await readOffers(db, roundId),
    rankings:
      ranked_by === 'provider_ranking'
        ? await db
            .selectFrom('ranking')
            .select(['offer_id', 'person_id', 'position'])
            .where('round_id', '=', roundId)
            .execute()
        : [],
  };
}

/** Two flat reads and no read per application: right after a large import the planner knows no figures yet. */
async function readApplications(db: Database, roundId: string): Promise<RunInput['applications']> {
  const applications = await db
    .selectFrom('application')
    .leftJoin('round_learner', (join) =>
      join
        .onRef('round_learner.membership_id', '=', 'application.membership_id')
        .onRef('round_learner.round_id', '=', 'application.round_id'),
    )
    .select(['application.id', 'application.person_id', 'round_learner.score'])
    .where('application.round_id', '=', roundId)
    .where('application.state', '=', 'submitted')
    .execute();
  const lists = await db
    .selectFrom('application')
    .innerJoin('preference', 'preference.application_id', 'application.id')
    .select('application.id')
    .select(sql<string[]>`array_agg(preference.offer_id::text order by preference.rank)`.as('wishes'))
    .where('application.round_id', '=', roundId)
    .where('application.state', '=', 'submitted')
    .groupBy('application.id')
    .execute();
  const wishesOf = new Map(lists.map(({ id, wishes }) => [id, wishes]));
  return applications.map((application) => ({ ...application, wishes: wishesOf.get(application.id) ?? [] }));
}

async function readOffers(db: Database, roundId: string): Promise<RunInput['offers']> {
  return db
    .selectFrom('round_offer')
    .innerJoin('offer', 'offer.id', 'round_offer.offer_id')
    .select(['offer.id', sql<number>`offer.places - offer.places_taken`.as('capacity')])
    .select(sql<boolean>`offer.state = 'withdrawn'`.as('isWithdrawn'))
    .where('round_offer.round_id', '=', roundId)
    .orderBy('offer.id')
    .execute();
}
