import type { Offer, Problem } from '../problem.ts';
import { callOrder } from '../methods/call-order.ts';
import { wishesByOffer } from './instance.ts';

interface Wishes {
  readonly wishOffer: Int32Array;
  readonly wishLearner: Int32Array;
  readonly draws: Uint32Array;
  readonly drawOf: Int32Array;
}

/**
 * How each wish's offer ranks its learner: position in a ranking (tied learners share one), minus the score, 0 where
 * all are equal, Infinity for learners absent from the offer's list.
 */
export function buildStandings(problem: Problem, learners: ReadonlyMap<string, number>, wishes: Wishes): Float64Array {
  const byOffer = wishesByOffer(wishes.wishOffer, problem.offers.length);
  const standing = new Float64Array(wishes.wishOffer.length);
  const ofLearner = new Float64Array(learners.size).fill(Infinity);
  problem.offers.forEach((offer, o) => {
    const mine = byOffer.wish.subarray(byOffer.start[o], byOffer.start[o + 1]);
    if (offer.priorities !== undefined) {
      const listed = standingsIn(offer.priorities, learners, ofLearner);
      for (const w of mine) standing[w] = ofLearner[wishes.wishLearner[w]!]!;
      for (const learner of listed) ofLearner[learner] = Infinity;
    }
    if (offer.minimums?.length) applyCallOrder(problem, offer, mine, wishes, standing);
  });
  return standing;
}

function standingsIn(
  priorities: NonNullable<Offer['priorities']>,
  learners: ReadonlyMap<string, number>,
  ofLearner: Float64Array,
): number[] {
  const listed: number[] = [];
  const place = (id: string, standing: number): void => {
    const learner = learners.get(id)!;
    ofLearner[learner] = standing;
    listed.push(learner);
  };
  if ('scores' in priorities) {
    for (const id of Object.keys(priorities.scores)) place(id, 0 - priorities.scores[id]!);
  } else {
    priorities.forEach((entry, position) => {
      if (typeof entry === 'string') place(entry, position);
      else for (const id of entry) place(id, position);
    });
  }
  return listed;
}

/** The call order is made among those who applied, as in the published document; ties are drawn first. */
function applyCallOrder(
  problem: Problem,
  offer: Offer,
  mine: Int32Array,
  wishes: Wishes,
  standing: Float64Array,
): void {
  const { draws, drawOf, wishLearner } = wishes;
  const ranked = Array.from(mine.filter((w) => standing[w] !== Infinity)).sort(
    (a, b) => standing[a]! - standing[b]! || draws[drawOf[a]!]! - draws[drawOf[b]!]!,
  );
  const members = ranked.map((w) => problem.learners[wishLearner[w]!]!.groups ?? []);
  callOrder(members, offer.minimums ?? []).forEach((k, position) => {
    standing[ranked[k]!] = position;
  });
}
