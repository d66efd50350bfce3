import { canonicalHash, canonicalJson, solve, type Problem, type Progress, type Result } from '@collegium/matching';
import type { RunStatistics } from '@collegium/contract/allocation.ts';
import { sql } from 'kysely';
import { jsonb, type Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { pseudonymOf } from '../pseudonym.ts';
import { buildProblem } from './build-problem.ts';
import { explanationsOf } from './explanations.ts';
import { holdRun } from './hold-run.ts';
import { readInput } from './read-input.ts';

/** What a worker works with. `db` is one connection, bound to the network. */
export interface Assignment {
  db: Database;
  run: { id: string; roundId: string; number: number };
  now: () => Date;
  onProgress: (percent: number) => void;
}

/**
 * Freezes the input of the run unless it is frozen already, solves it twice, and stores the result: all of it or nothing.
 * Throws RunStopped when somebody stopped the run.
 */
export async function carryOutRun(assignment: Assignment): Promise<void> {
  const { db, run, onProgress } = assignment;
  const input = await frozenInput(assignment);
  onProgress(10);
  // Both times from the stored text, as anybody else would: the result must not depend on what is in memory.
  const problem = JSON.parse(input) as Problem;
  const result = solve(problem, { explain: true, onProgress: (progress) => onProgress(percentOf(progress)) });
  onProgress(60);
  const again = solve(JSON.parse(input));
  const isRepeatable = canonicalHash(result.allocation) === canonicalHash(again.allocation);
  onProgress(70);
  await db.transaction().execute(async (transaction) => {
    await holdRun(transaction, run.id);
    await storeAllocations(transaction, run, result);
    await finish(transaction, assignment, result, isRepeatable);
  });
}

/** Solving is the part of a run between 10 and 60 percent. */
function percentOf({ stage, done, total }: Progress): number {
  const share = total === 0 ? 1 : done / total;
  return Math.round(stage === 'explaining' ? 40 + share * 20 : 10 + share * 30);
}

async function frozenInput({ db, run }: Assignment): Promise<string> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const { input } = await transaction
        .selectFrom('run')
        .select('input')
        .where('id', '=', run.id)
        .executeTakeFirstOrThrow();
      if (input !== null) return input;
      const problem = buildProblem(await readInput(transaction, run.roundId));
      const frozen = canonicalJson(problem);
      await transaction
        .updateTable('run')
        .set({ input: frozen, input_sha256: canonicalHash(problem), progress: 5 })
        .where('id', '=', run.id)
        .where('state', '=', 'running')
        .execute();
      return frozen;
    });
}

/** Rows in one statement: large enough to be quick, small enough not to be held in memory twice. */
const batch = 1_000;

async function storeAllocations(db: Database, run: Assignment['run'], result: Result): Promise<void> {
  const { pseudonym_salt } = await db
    .selectFrom('round')
    .select('pseudonym_salt')
    .where('id', '=', run.roundId)
    .executeTakeFirstOrThrow();
  const applications = await db.selectFrom('application').select('id').where('round_id', '=', run.roundId).execute();
  const idOf = new Map(applications.map(({ id }) => [pseudonymOf(pseudonym_salt ?? '', id), id]));
  const withdrawn = await withdrawnOffers(db, run.roundId);
  const learners = Object.entries(result.explanations ?? {});
  for (let start = 0; start < learners.length; start += batch) {
    const rows = learners.slice(start, start + batch).map(([pseudonym, wishes]) => {
      const offer = result.allocation[pseudonym];
      return {
        id: newId(),
        application_id: idOf.get(pseudonym),
        offer_id: typeof offer === 'string' ? offer : null,
        rank: wishes.find((wish) => wish.offer === offer)?.rank ?? null,
        explanation: explanationsOf(wishes, withdrawn),
      };
    });
    await insertAllocations(db, run.id, rows);
  }
}

async function insertAllocations(db: Database, runId: string, rows: object[]): Promise<void> {
  const columns = ['id', 'application_id', 'offer_id', 'rank', 'explanation'] as const;
  await db
    .insertInto('allocation')
    .columns([...columns, 'run_id'])
    .expression((eb) =>
      eb
        .selectFrom(
          sql<Row>`jsonb_to_recordset(${jsonb(rows)})`.as<'r'>(
            sql`r (id uuid, application_id uuid, offer_id uuid, rank integer, explanation jsonb)`,
          ),
        )
        .select([...columns.map((column) => `r.${column}` as const), sql<string>`${runId}::uuid`.as('run_id')]),
    )
    .execute();
}

type Row = Record<'id' | 'application_id' | 'offer_id', string> & { rank: number; explanation: [] };

async function withdrawnOffers(db: Database, roundId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('round_offer')
    .innerJoin('offer', 'offer.id', 'round_offer.offer_id')
    .select('offer.id')
    .where('round_offer.round_id', '=', roundId)
    .where('offer.state', '=', 'withdrawn')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The run is finished, earlier ones are superseded, the round is in review, and the audit trail says so. */
async function finish(
  db: Database,
  { run, now }: Assignment,
  { statistics: found }: Result,
  isRepeatable: boolean,
): Promise<void> {
  const { learners, placed, unplaced, places, unfilled, blockingPairs } = found;
  const statistics: RunStatistics = {
    learners,
    placed,
    unplaced,
    places,
    unfilled,
    blockingPairs,
    rankProfile: [...found.rankProfile],
  };
  await db
    .updateTable('run')
    .set({ state: 'superseded' })
    .where('round_id', '=', run.roundId)
    .where('state', '=', 'finished')
    .execute();
  await db
    .updateTable('run')
    .set({
      state: 'finished',
      statistics: jsonb(statistics),
      is_repeatable: isRepeatable,
      progress: 100,
      finished_at: now(),
    })
    .where('id', '=', run.id)
    .execute();
  await db
    .updateTable('round')
    .set((eb) => ({ state: 'review', version: eb('version', '+', 1) }))
    .where('id', '=', run.roundId)
    .where('state', 'in', ['closed', 'review'])
    .execute();
  await db
    .insertInto('audit_event')
    .values({
      id: newId(),
      at: now(),
      action: 'round.run_finished',
      object_type: 'round',
      object_id: run.roundId,
      details: jsonb({ number: run.number, placed, unplaced }),
    })
    .execute();
}
