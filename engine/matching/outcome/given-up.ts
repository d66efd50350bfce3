import { overlappingOffers } from '../choice/overlap.ts';
import type { Placement } from '../methods/place.ts';
import type { Problem } from '../problem.ts';
import type { GivenUp, Warning } from '../result.ts';
import { eachUnmet } from './unmet.ts';

/** Properties of the method that do not hold in this run, why, and for whom. `blocking`: wishes that block it. */
export function givenUp(problem: Problem, placement: Placement, blocking: readonly number[]): GivenUp[] {
  const { instance, held, notRunning } = placement;
  const method = problem.method ?? 'deferred-acceptance';
  const gaveUp: GivenUp[] = [];
  const giveUp = (
    property: GivenUp['property'],
    because: GivenUp['because'],
    wishes: readonly number[],
    offers: readonly number[],
  ): void => {
    const learners = new Set(wishes.map((wish) => instance.learnerIds[instance.wishLearner[wish]!]!));
    gaveUp.push({
      property,
      because,
      learners: [...learners],
      offers: offers.map((offer) => instance.offerIds[offer]!),
    });
  };
  for (const { because, offers } of uncertain(placement)) {
    if (method === 'deferred-acceptance' && blocking.length > 0) giveUp('stable', because, blocking, offers);
    giveUp('strategy_proof', because, [], offers);
  }
  if (notRunning.size > 0) {
    const missed: number[] = [];
    eachUnmet(instance, held, (wish) => {
      if (notRunning.has(instance.wishOffer[wish]!)) missed.push(wish);
    });
    if (missed.length > 0) giveUp('stable', 'minimum', missed, [...notRunning]);
    giveUp('strategy_proof', 'minimum', [], [...notRunning]);
  }
  if (problem.ties === 'maximise') {
    giveUp('strategy_proof', 'ties', [], []);
    if (instance.rules) giveUp('size_guarantee', 'ties', [], []);
  }
  return [...gaveUp, ...byHand(problem), ...belowMinimum(problem, placement)];
}

/** What makes a stable allocation uncertain in this problem. */
function uncertain({ instance }: Placement): { because: GivenUp['because']; offers: number[] }[] {
  const overlapping = instance.rules ? overlappingOffers(instance, instance.rules) : [];
  const clashing = instance.clashes?.flatMap((others, offer) => (others.size > 0 ? [offer] : [])) ?? [];
  return [
    ...(instance.together ? [{ because: 'together' as const, offers: [] }] : []),
    ...(clashing.length > 0 ? [{ because: 'clashes' as const, offers: clashing }] : []),
    ...(overlapping.length > 0 ? [{ because: 'overlapping_ceilings' as const, offers: overlapping }] : []),
  ];
}

function byHand({ fixed = [] }: Problem): GivenUp[] {
  if (fixed.length === 0) return [];
  const learners = [...new Set(fixed.map(([learner]) => learner))];
  return [{ property: 'stable', because: 'fixed', learners, offers: [...new Set(fixed.map(([, offer]) => offer))] }];
}

/** Offers that run below their minimum, as somebody was placed there by hand. */
function belowMinimum({ fixed = [], offers }: Problem, { seats }: Placement): GivenUp[] {
  const gaveUp: GivenUp[] = [];
  offers.forEach(({ id, minimum = 0 }, offer) => {
    const learners = fixed.filter(([, where]) => where === id).map(([learner]) => learner);
    if (learners.length > 0 && seats.taken[offer]! + learners.length < minimum)
      gaveUp.push({ property: 'minimum_size', because: 'fixed', learners, offers: [id] });
  });
  return gaveUp;
}

/** What everybody who reads the result has to know. */
export function warningsOf(problem: Problem): Warning[] {
  return [
    ...(problem.method === 'immediate-acceptance' ? ['rewards_misstated_wishes' as const] : []),
    ...(problem.seed === undefined ? ['seed_made_from_input' as const] : []),
  ];
}
