import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ProofResultView, ProofView } from '@collegium/contract/allocation.ts';
import { pickText } from '@collegium/contract/pick-text.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { Scope } from '../platform/scope.ts';
import { canManageRound } from './policy.ts';
import { pseudonymOf } from './pseudonym.ts';
import { findProof, findProblem, listPublishedAllocations, type ProofRow } from './proof-queries.ts';

/** What lets anybody check a published result. For everybody; the round's coordinator reads it in review already. */
export async function getProof(scope: Scope, roundId: string): Promise<ProofView> {
  const row = await getProofRow(scope, roundId);
  const placements = await listPublishedAllocations(scope.db, row.run_id, true);
  return {
    round: {
      id: roundId,
      name: row.name,
      organisation: row.organisation_name,
      closesAt: row.closes_at.toISOString(),
    },
    method: row.method,
    runNumber: row.number,
    ranAt: (row.finished_at ?? row.started_at).toISOString(),
    commitment: row.seed_commitment ?? '',
    committedAt: row.seed_committed_at?.toISOString() ?? '',
    seed: row.seed ?? '',
    revealedAt: row.seed_revealed_at?.toISOString() ?? null,
    inputSha256: row.input_sha256 ?? '',
    problemBytes: row.problem_bytes,
    statistics: row.statistics ?? noStatistics,
    placedByHand: placements.map((placement) => ({
      learner: pseudonymOf(row.pseudonym_salt ?? '', placement.application_id),
      offer: placement.offer_id,
    })),
  };
}

/** The published problem, byte by byte as it was hashed, and a name for its file. */
export async function getProblemFile(scope: Scope, roundId: string): Promise<{ text: string; fileName: string }> {
  const row = await getProofRow(scope, roundId);
  const { input } = await findProblem(scope.db, row.run_id);
  if (input === null) throw new Problem('round.not_found');
  const name = pickText(row.name, 'en')
    .replaceAll(/[^\w-]+/g, '-')
    .slice(0, 60);
  return { text: input, fileName: `${name || 'round'}-problem.json` };
}

/** Pseudonyms made without giving requests a turn. */
const batch = 1_000;

/** The published result under pseudonyms: where the run placed everybody, and what was done by hand afterwards. */
export async function getProofResult(scope: Scope, roundId: string): Promise<ProofResultView> {
  const row = await getProofRow(scope, roundId);
  const allocation: ProofResultView['allocation'] = {};
  const placedByHand: ProofResultView['placedByHand'] = [];
  for (const [index, placement] of (await listPublishedAllocations(scope.db, row.run_id, false)).entries()) {
    if (index % batch === batch - 1) await nextTurn();
    const learner = pseudonymOf(row.pseudonym_salt ?? '', placement.application_id);
    allocation[learner] = placement.offer_in_run;
    if (placement.is_by_hand) placedByHand.push({ learner, offer: placement.offer_id });
  }
  return { allocation, placedByHand };
}

async function getProofRow(scope: Scope, roundId: string): Promise<ProofRow> {
  const row = await findProof(scope.db, roundId);
  const isReadable =
    row?.state === 'published' ||
    (row?.state === 'review' && canManageRound(scope.actor, 'round:run', row.organisation_id));
  if (!row || !isReadable) throw new Problem('round.not_found');
  return row;
}

const noStatistics = { learners: 0, placed: 0, unplaced: 0, places: 0, unfilled: 0, rankProfile: [], blockingPairs: 0 };
