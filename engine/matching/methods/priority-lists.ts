import { drawPositions } from '../instance/draws.ts';
import type { Instance } from '../instance/instance.ts';
import type { Offer, Problem } from '../problem.ts';
import { callOrder } from './call-order.ts';

/** For each offer, all whom it accepts from best to worst, whether or not they wish for it; ties are drawn. */
export function priorityLists(problem: Problem, { learnerIds, offerIds }: Instance, seed: string): Uint32Array[] {
  const learners = new Map(learnerIds.map((id, i) => [id, i]));
  const oneDraw = problem.ties === 'lottery-per-offer' ? undefined : drawPositions(learnerIds, seed);
  return problem.offers.map((offer, o) => {
    const draws =
      oneDraw ??
      drawPositions(
        learnerIds.map((id) => `${offerIds[o]!}\n${id}`),
        seed,
      );
    const list = tiersOf(offer, learnerIds).flatMap((tier) =>
      tier.map((id) => learners.get(id)!).sort((a, b) => draws[a]! - draws[b]!),
    );
    if (!offer.minimums?.length) return Uint32Array.from(list);
    const groups = list.map((learner) => problem.learners[learner]!.groups ?? []);
    return Uint32Array.from(callOrder(groups, offer.minimums), (rank) => list[rank]!);
  });
}

function tiersOf({ priorities }: Offer, learnerIds: readonly string[]): (readonly string[])[] {
  if (priorities === undefined) return [learnerIds];
  if (!('scores' in priorities)) return priorities.map((entry) => (typeof entry === 'string' ? [entry] : entry));
  const tiers = new Map<number, string[]>();
  for (const [id, score] of Object.entries(priorities.scores)) {
    const tier = tiers.get(score);
    if (tier) tier.push(id);
    else tiers.set(score, [id]);
  }
  return [...tiers].sort(([a], [b]) => b - a).map(([, ids]) => ids);
}
