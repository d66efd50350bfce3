import type { ProofView } from '@collegium/contract/allocation.ts';
import { pickText } from '@collegium/contract/pick-text.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { Scope } from '../platform/scope.ts';
import { canManageRound } from './policy.ts';
import { findProblem, findProof, findProofAllocation, listHandPlacements, type ProofRow } from './proof-queries.ts';

/** What lets anybody check a published result. For everybody; the round's coordinator reads it in review already. */
export async function getProof(scope: Scope, roundId: string): Promise<ProofView> {
  const row = await getProofRow(scope, roundId);
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
    placedByHand: await listHandPlacements(scope.db, row.run_id),
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

/** The published result under pseudonyms, as the text of a ProofResultView. */
export async function getProofResult(scope: Scope, roundId: string): Promise<string> {
  const row = await getProofRow(scope, roundId);
  const { allocation, placed_by_hand } = await findProofAllocation(scope.db, row.run_id);
  return `{"allocation":${allocation},"placedByHand":${placed_by_hand}}`;
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
