import type {
  AllocationPage,
  AllocationQuery,
  GroupResult,
  LearnerResultView,
  ResultView,
  TrustChecks,
} from '@collegium/contract/allocation.ts';
import { commitSeed } from '@collegium/matching';
import { hideSmallGroups } from '@collegium/statistics';
import { pageOf } from '../platform/http/cursor.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { presentLearnerResult } from './present-result.ts';
import { findAllocation, findResult, listAllocations, type ResultRow } from './result-queries.ts';
import { getManagedRound, getRoundRow } from './rounds.ts';

/** The result of a round in figures, with what was checked of its run. For its coordinator. Throws round.not_in_review. */
export async function getResult(scope: MemberScope, roundId: string): Promise<ResultView> {
  await getManagedRound(scope, roundId);
  const row = await findResult(scope.db, roundId);
  if (!row?.statistics) throw new Problem('round.not_in_review');
  const placed = sum(row.by_rank.filter((group) => group.isPlaced).map((group) => group.learners));
  const learners = sum(row.by_rank.map((group) => group.learners));
  return {
    runNumber: row.number,
    learners,
    placed,
    unplaced: learners - placed,
    places: row.statistics.places,
    unfilled: Math.max(0, row.statistics.places - placed),
    rankProfile: rankProfile(row),
    placedByHand: sum(row.by_rank.map((group) => group.byHand)),
    placedWithoutWish: sum(row.by_rank.filter((g) => g.isPlaced && g.rank === null).map((g) => g.learners)),
    byOrganisation: groupsOf(row),
    smallGroupThreshold: row.small_group_threshold,
    commitment: row.seed_commitment,
    inputSha256: row.input_sha256,
    checks: checksOf(row, learners),
  };
}

/** The allocations of the result, learner by learner, by name. For the coordinator of the round. */
export async function searchAllocations(
  scope: MemberScope,
  roundId: string,
  query: AllocationQuery,
): Promise<AllocationPage> {
  await getManagedRound(scope, roundId);
  const limit = query.limit ?? 30;
  const rows = await listAllocations(scope.db, roundId, { ...query, limit });
  return pageOf(
    rows,
    limit,
    (row) => [row.name, row.application_id],
    (row) => ({
      applicationId: row.application_id,
      name: row.name,
      organisation: { id: row.organisation_id, name: row.organisation_name, shortMark: row.short_mark },
      offer: row.offer_id === null ? null : { id: row.offer_id, title: row.title ?? {} },
      rank: row.rank,
      isByHand: row.placed_by_hand_at !== null,
    }),
  );
}

/** What one learner got, and why; the coordinator reads what the learner reads. Throws round.learner_elsewhere. */
export async function getLearnerResult(
  scope: MemberScope,
  roundId: string,
  applicationId: string,
): Promise<LearnerResultView> {
  await getManagedRound(scope, roundId);
  const row = await findAllocation(scope.db, roundId, { applicationId });
  if (!row) throw new Problem('round.learner_elsewhere');
  return presentLearnerResult(row);
}

/** One's own result, once it is published. Throws round.not_published, round.learner_elsewhere. */
export async function getOwnResult(scope: MemberScope, roundId: string): Promise<LearnerResultView> {
  const round = await getRoundRow(scope, roundId);
  if (round.state !== 'published') throw new Problem('round.not_published');
  const row = await findAllocation(scope.db, roundId, { personId: scope.actor.personId });
  if (!row) throw new Problem('round.learner_elsewhere');
  return presentLearnerResult(row);
}

function rankProfile({ by_rank }: ResultRow): number[] {
  const longest = Math.max(0, ...by_rank.map(({ rank }) => rank ?? 0));
  return Array.from({ length: longest }, (_, index) =>
    sum(by_rank.filter(({ rank }) => rank === index + 1).map(({ learners }) => learners)),
  );
}

/** Small groups are hidden, and with them whatever would let them be computed. */
function groupsOf({ by_organisation, small_group_threshold }: ResultRow): GroupResult[] {
  const counts = by_organisation.map(({ placed, learners }) => [placed, learners - placed]);
  const hidden = hideSmallGroups({ counts, hasRowTotals: true, hasColumnTotals: true }, small_group_threshold);
  return by_organisation.map(({ name, learners, placed }, index) => ({
    name,
    learners: hidden.rowTotals[index] ? null : learners,
    placed: hidden.rowTotals[index] || hidden.cells[index]?.some(Boolean) ? null : placed,
  }));
}

function checksOf(row: ResultRow, lists: number): TrustChecks {
  const { seed, seed_commitment, seed_committed_at, closes_at } = row;
  const isEarly = seed_committed_at !== null && seed_committed_at < closes_at;
  const blockingPairs = row.statistics?.blockingPairs ?? 0;
  return {
    seedMatches: {
      holds: isEarly && seed !== null && commitSeed(seed) === seed_commitment,
      committedAt: seed_committed_at?.toISOString() ?? null,
    },
    unchangedSinceClosing: {
      holds: row.is_input_intact && row.has_late_changes !== true,
      lists,
      preferences: row.preferences,
    },
    repeatable: { holds: row.is_repeatable === true, at: row.finished_at?.toISOString() ?? null },
    noBlockingPairs: { holds: blockingPairs === 0, pairs: blockingPairs },
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
