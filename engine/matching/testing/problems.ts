import * as fc from 'fast-check';
import type { Learner, Offer, Problem } from '../problem.ts';

/** What a generated problem may hold. */
export interface Shape {
  readonly learners?: number;
  readonly offers?: number;
  readonly capacity?: number;
  readonly ties?: boolean;
  readonly groups?: readonly string[];
  /** A learner may be in several groups. */
  readonly overlapping?: boolean;
  readonly reserves?: boolean;
  readonly ceilings?: boolean;
  readonly caps?: boolean;
  readonly minimums?: boolean;
}

/** A seed of any digits. */
export const seeds = fc.stringMatching(/^[0-9a-f]{64}$/);

/** Some of `ids` in some order, with ties where asked. */
function rankings(ids: readonly string[], hasTies: boolean): fc.Arbitrary<(string | string[])[]> {
  const order = fc.shuffledSubarray([...ids], { minLength: 0 });
  if (!hasTies) return order;
  return fc
    .tuple(order, fc.array(fc.boolean(), { minLength: ids.length, maxLength: ids.length }))
    .map(([list, isTied]) => {
      const tiers: string[][] = [];
      list.forEach((id, i) => {
        if (i > 0 && isTied[i]) tiers.at(-1)!.push(id);
        else tiers.push([id]);
      });
      return tiers.map((tier) => (tier.length === 1 ? tier[0]! : tier));
    });
}

/** Small problems, so that every allocation of them can be looked at. */
export function problems(shape: Shape): fc.Arbitrary<Problem & { seed: string }> {
  const { learners = 5, offers = 3, capacity = 2, ties = false, groups = [] } = shape;
  return fc.tuple(fc.integer({ min: 1, max: learners }), fc.integer({ min: 1, max: offers })).chain(([n, m]) => {
    const learnerIds = Array.from({ length: n }, (_, i) => `l${i}`);
    const offerIds = Array.from({ length: m }, (_, i) => `o${i}`);
    return fc.record({
      seed: seeds,
      learners: fc.tuple(...learnerIds.map((id) => learnerOf(id, offerIds, ties, groups, shape.overlapping ?? false))),
      offers: fc.tuple(...offerIds.map((id) => offerOf(id, learnerIds, capacity, shape))),
      caps: shape.caps
        ? fc
            .tuple(fc.nat(3), fc.nat(3))
            .map(([a, b]) => [
              { organisation: 'even', places: a },
              ...(m > 1 ? [{ organisation: 'odd', places: b }] : []),
            ])
        : fc.constant([]),
    });
  });
}

function learnerOf(
  id: string,
  offerIds: readonly string[],
  hasTies: boolean,
  groups: readonly string[],
  isOverlapping: boolean,
): fc.Arbitrary<Learner> {
  return fc.record({
    id: fc.constant(id),
    preferences: rankings(offerIds, hasTies),
    groups: fc.subarray([...groups], { maxLength: isOverlapping ? groups.length : Math.min(1, groups.length) }),
  });
}

function offerOf(id: string, learnerIds: readonly string[], most: number, shape: Shape): fc.Arbitrary<Offer> {
  const places = (isWanted: boolean | undefined, capacity: number) =>
    isWanted
      ? fc
          .tuple(
            fc.shuffledSubarray([...(shape.groups ?? [])]),
            fc.array(fc.nat(capacity), { minLength: 3, maxLength: 3 }),
          )
          .map(([groups, amounts]) => groups.map((group, i) => ({ group, places: amounts[i]! })))
      : fc.constant([]);
  return fc.integer({ min: 0, max: most }).chain((capacity) =>
    fc.record({
      id: fc.constant(id),
      organisation: fc.constant(Number(id.slice(1)) % 2 === 0 ? 'even' : 'odd'),
      capacity: fc.constant(capacity),
      minimum: shape.minimums ? fc.nat(capacity) : fc.constant(0),
      priorities: rankings(learnerIds, shape.ties ?? false),
      reserves: places(shape.reserves, capacity).map((list) => fitting(list, capacity)),
      ceilings: places(shape.ceilings, capacity),
    }),
  );
}

/** The leading reserves that fit into the capacity. */
function fitting<T extends { places: number }>(list: readonly T[], capacity: number): T[] {
  let left = capacity;
  return list.filter(({ places }) => (left -= places) >= 0);
}
