import { closeSync, openSync, writeSync } from 'node:fs';
import type { Instance } from '../../engine/matching/instance/instance.ts';
import type { Problem } from '../../engine/matching/problem.ts';

/** How large a drawn instance is. */
export interface Size {
  readonly learners: number;
  readonly wishes: number;
  readonly offers: number;
  readonly capacity: number;
}

/** The same numbers every time: a 32-bit xorshift from a fixed state. */
function numbers(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** An instance in which every learner wishes for distinct offers drawn evenly, with a drawn score for each. */
export function drawInstance({ learners, wishes, offers, capacity }: Size): Instance {
  const next = numbers();
  const total = learners * wishes;
  const wishOffer = new Int32Array(total);
  const wishLearner = new Int32Array(total);
  const wishTier = new Int32Array(total);
  const standing = new Float64Array(total);
  const seenBy = new Int32Array(offers).fill(-1);
  for (let wish = 0; wish < total; wish++) {
    const learner = Math.floor(wish / wishes);
    let offer = Math.floor(next() * offers);
    while (seenBy[offer] === learner) offer = Math.floor(next() * offers);
    seenBy[offer] = learner;
    wishOffer[wish] = offer;
    wishLearner[wish] = learner;
    wishTier[wish] = wish % wishes;
    standing[wish] = -20 * next();
  }
  return {
    learnerIds: [],
    offerIds: [],
    start: Int32Array.from({ length: learners + 1 }, (_, i) => i * wishes),
    wishOffer,
    wishLearner,
    wishTier,
    standing,
    draws: Uint32Array.from({ length: learners }, (_, i) => i),
    drawOf: wishLearner,
    places: new Int32Array(learners).fill(1),
    capacity: new Int32Array(offers).fill(capacity),
    rules: undefined,
    together: undefined,
    clashes: undefined,
  };
}

/** The same instance as a problem of ids and scores. */
export function asProblem(instance: Instance): Problem {
  const { start, wishOffer, wishLearner, standing, capacity, places } = instance;
  const scores = Array.from(capacity, (): Record<string, number> => ({}));
  wishOffer.forEach((offer, wish) => {
    scores[offer]![`learner-${wishLearner[wish]!}`] = -standing[wish]!;
  });
  return {
    seed: '5'.repeat(64),
    learners: Array.from(places, (_, i) => ({
      id: `learner-${i}`,
      preferences: Array.from(wishOffer.subarray(start[i], start[i + 1]), (offer) => `offer-${offer}`),
    })),
    offers: Array.from(capacity, (places, o) => ({
      id: `offer-${o}`,
      capacity: places,
      priorities: { scores: scores[o]! },
    })),
  };
}

/** Every third learner in a group of its own reserve and ceiling, offers in organisations of ten with a cap of 90 %. */
export function withRules(instance: Instance): Instance {
  const { capacity, places } = instance;
  const organisations = Math.ceil(capacity.length / 10);
  const sum = new Int32Array(organisations);
  capacity.forEach((count, offer) => (sum[Math.floor(offer / 10)]! += count));
  const [none, grant, staff]: (readonly number[])[] = [[], [0], [1]];
  return {
    ...instance,
    rules: {
      groupNames: ['grant', 'staff'],
      groupsOf: Array.from(places, (_, learner) => [none!, grant!, staff!][learner % 3]!),
      reserves: Array.from(capacity, (count) => [{ group: 0, places: Math.floor(count / 4) }]),
      ceilings: Array.from(capacity, (count) => [{ group: 1, places: Math.floor(count / 4) }]),
      organisation: capacity.map((_, offer) => Math.floor(offer / 10)),
      organisationNames: Array.from(sum, (_, i) => `organisation-${i}`),
      cap: sum.map((count) => Math.floor(count * 0.9)),
    },
  };
}

/** Writes an instance for the C++ program. */
export function writeBinary(file: string, { wishOffer, standing }: Instance, size: Size): void {
  const out = openSync(file, 'w');
  for (const part of [Int32Array.of(size.learners, size.wishes, size.offers, size.capacity), wishOffer, standing]) {
    const bytes = new Uint8Array(part.buffer);
    for (let at = 0; at < bytes.length;) at += writeSync(out, bytes, at);
  }
  closeSync(out);
}
