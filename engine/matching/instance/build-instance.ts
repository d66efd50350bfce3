import type { Problem } from '../problem.ts';
import { drawPositions } from './draws.ts';
import type { Instance } from './instance.ts';
import { buildRules } from './rules.ts';
import { buildStandings } from './standings.ts';

/** Turns a checked problem into typed arrays: ids interned, ties drawn, placements by hand taken out. */
export function buildInstance(problem: Problem, seed: string): Instance {
  const learners = new Map(problem.learners.map((learner, i) => [learner.id, i]));
  const offers = new Map(problem.offers.map((offer, i) => [offer.id, i]));
  const learnerIds = [...learners.keys()];
  const offerIds = [...offers.keys()];
  const wishes = buildWishes(problem, offers, offerIds, seed);
  const drawn = { ...wishes, ...buildDraws(problem, wishes, learnerIds, offerIds, seed) };
  const standing = buildStandings(problem, learners, drawn);
  const places = Int32Array.from(problem.learners, (learner) => learner.places ?? 1);
  const capacity = Int32Array.from(problem.offers, (offer) => offer.capacity);

  const clashes = buildClashes(problem, offers);

  for (const [learnerId, offerId] of problem.fixed ?? []) {
    const learner = learners.get(learnerId)!;
    const offer = offers.get(offerId)!;
    places[learner]!--;
    capacity[offer]!--;
    for (let w = wishes.start[learner]!; w < wishes.start[learner + 1]!; w++) {
      const other = wishes.wishOffer[w]!;
      if (other === offer || clashes?.[offer]!.has(other)) standing[w] = Infinity;
    }
  }
  const rules = buildRules(problem, learners, offers);
  // Those who stay together hold as many places as the one who may hold fewest; less those given to all of them by hand.
  const groups = (problem.together ?? []).map((group) => group.map((id) => learners.get(id)!));
  for (const group of groups) {
    const fewest = Math.min(...group.map((learner) => places[learner]!));
    for (const learner of group) places[learner] = fewest;
  }
  const together = groups.filter(([first]) => places[first!]! > 0);
  return {
    ...drawn,
    learnerIds,
    offerIds,
    standing,
    places,
    capacity,
    rules,
    clashes,
    together: together.length > 0 ? together : undefined,
  };
}

function buildClashes(problem: Problem, offers: ReadonlyMap<string, number>): Set<number>[] | undefined {
  if (!problem.clashes?.length) return undefined;
  const clashes = problem.offers.map(() => new Set<number>());
  for (const clash of problem.clashes) {
    for (const a of clash) for (const b of clash) if (a !== b) clashes[offers.get(a)!]!.add(offers.get(b)!);
  }
  return clashes;
}

type Wishes = Pick<Instance, 'start' | 'wishOffer' | 'wishLearner' | 'wishTier'>;

function buildWishes(
  problem: Problem,
  offers: ReadonlyMap<string, number>,
  offerIds: readonly string[],
  seed: string,
): Wishes {
  const start = new Int32Array(problem.learners.length + 1);
  problem.learners.forEach(({ preferences }, i) => {
    let count = 0;
    for (const entry of preferences) count += typeof entry === 'string' ? 1 : entry.length;
    start[i + 1] = start[i]! + count;
  });
  const total = start.at(-1) ?? 0;
  const wishOffer = new Int32Array(total);
  const wishLearner = new Int32Array(total);
  const wishTier = new Int32Array(total);
  let offerDraws: Uint32Array | undefined;
  let w = 0;
  problem.learners.forEach(({ preferences }, learner) => {
    preferences.forEach((entry, tier) => {
      const tied = typeof entry === 'string' ? [offers.get(entry)!] : entry.map((id) => offers.get(id)!);
      if (tied.length > 1) {
        const draws = (offerDraws ??= drawPositions(offerIds, seed));
        tied.sort((a, b) => draws[a]! - draws[b]!);
      }
      for (const offer of tied) {
        wishOffer[w] = offer;
        wishLearner[w] = learner;
        wishTier[w++] = tier;
      }
    });
  });
  return { start, wishOffer, wishLearner, wishTier };
}

function buildDraws(
  problem: Problem,
  wishes: Wishes,
  learnerIds: readonly string[],
  offerIds: readonly string[],
  seed: string,
): Pick<Instance, 'draws' | 'drawOf'> {
  if (problem.ties !== 'lottery-per-offer' || problem.method === 'serial-dictatorship')
    return { draws: drawPositions(learnerIds, seed), drawOf: wishes.wishLearner };
  const names = Array.from(wishes.wishOffer, (o, w) => `${offerIds[o]!}\n${learnerIds[wishes.wishLearner[w]!]!}`);
  return { draws: drawPositions(names, seed), drawOf: Int32Array.from(names, (_, w) => w) };
}
