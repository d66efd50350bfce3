import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';

/** A round with the run whose result holds, without the long input. */
export function findProof(db: Database, roundId: string) {
  return db
    .selectFrom('round')
    .innerJoin('organisation', 'organisation.id', 'round.organisation_id')
    .innerJoin('run', (join) => join.onRef('run.round_id', '=', 'round.id').on('run.state', '=', 'finished'))
    .select(['round.name', 'round.state', 'round.organisation_id', 'round.closes_at', 'round.pseudonym_salt'])
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

/** Where the run placed each application, and where it stands now; of all, or of those placed by hand. */
export function listPublishedAllocations(db: Database, runId: string, isByHandOnly: boolean) {
  return db
    .selectFrom('allocation')
    .select(['application_id', 'offer_id'])
    .select(sql<boolean>`placed_by_hand_at is not null`.as('is_by_hand'))
    .select(
      sql<
        string | null
      >`(select wish ->> 'offerId' from jsonb_array_elements(explanation) wish where wish ->> 'reason' = 'placed')`.as(
        'offer_in_run',
      ),
    )
    .where('run_id', '=', runId)
    .$if(isByHandOnly, (q) => q.where('placed_by_hand_at', 'is not', null))
    .execute();
}
