import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import { pseudonymColumn } from './pseudonym.ts';

/** A round with the run whose result holds, without the long input. */
export function findProof(db: Database, roundId: string) {
  return db
    .selectFrom('round')
    .innerJoin('organisation', 'organisation.id', 'round.organisation_id')
    .innerJoin('run', (join) => join.onRef('run.round_id', '=', 'round.id').on('run.state', '=', 'finished'))
    .select(['round.name', 'round.state', 'round.organisation_id', 'round.closes_at'])
    .select(['round.seed', 'round.seed_commitment', 'round.seed_committed_at', 'round.seed_revealed_at'])
    .select(['run.id as run_id', 'run.number', 'run.method', 'run.started_at', 'run.finished_at', 'run.statistics'])
    .select(['run.input_sha256', 'organisation.name as organisation_name'])
    .select(sql<number>`octet_length(run.input)`.as('problem_bytes'))
    .where('round.id', '=', roundId)
    .executeTakeFirst();
}
export type ProofRow = NonNullable<Awaited<ReturnType<typeof findProof>>>;

/** The canonical problem of a run. */
export function findProblem(db: Database, runId: string) {
  return db.selectFrom('run').select('input').where('id', '=', runId).executeTakeFirstOrThrow();
}

/** Places given, moved or taken away by hand, under pseudonyms. */
export function listHandPlacements(db: Database, runId: string) {
  return allocationsOf(db, runId)
    .select([pseudonymColumn().as('learner'), 'allocation.offer_id as offer'])
    .where('allocation.placed_by_hand_at', 'is not', null)
    .orderBy('learner')
    .execute();
}

/**
 * Where the run placed everybody, and who was placed by hand, under pseudonyms, as the texts of a JSON object and of a
 * list: put together by the database, as they are long.
 */
export function findProofAllocation(db: Database, runId: string) {
  const offerInRun = sql`(select wish -> 'offerId' from jsonb_array_elements(allocation.explanation) wish where wish ->> 'reason' = 'placed')`;
  const byHand = sql`json_build_object('learner', ${pseudonymColumn()}, 'offer', allocation.offer_id)`;
  return allocationsOf(db, runId)
    .select(sql<string>`coalesce(json_object_agg(${pseudonymColumn()}, ${offerInRun}), '{}')::text`.as('allocation'))
    .select(
      sql<string>`coalesce(json_agg(${byHand} order by ${pseudonymColumn()})
        filter (where allocation.placed_by_hand_at is not null), '[]')::text`.as('placed_by_hand'),
    )
    .executeTakeFirstOrThrow();
}

function allocationsOf(db: Database, runId: string) {
  return db
    .selectFrom('allocation')
    .innerJoin('run', 'run.id', 'allocation.run_id')
    .innerJoin('round', 'round.id', 'run.round_id')
    .where('allocation.run_id', '=', runId);
}
