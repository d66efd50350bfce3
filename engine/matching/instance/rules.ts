import type { Problem } from '../problem.ts';

/** A number of places for a group, by index. */
export interface GroupLimit {
  readonly group: number;
  readonly places: number;
}

/** Reserves, ceilings and caps by index, less what placements by hand already use. */
export interface Rules {
  readonly groupNames: readonly string[];
  /** Groups of each learner that some offer's rule names. */
  readonly groupsOf: readonly (readonly number[])[];
  readonly reserves: readonly (readonly GroupLimit[])[];
  readonly ceilings: readonly (readonly GroupLimit[])[];
  /** Capped organisation of each offer, or -1. */
  readonly organisation: Int32Array;
  readonly organisationNames: readonly string[];
  readonly cap: Int32Array;
}

const NONE: readonly number[] = [];

/** Reads the rules of a checked problem, or undefined when it has none. `learners`, `offers`: id to index. */
export function buildRules(
  problem: Problem,
  learners: ReadonlyMap<string, number>,
  offers: ReadonlyMap<string, number>,
): Rules | undefined {
  const names = new Map<string, number>();
  const index = (group: string): number => {
    if (!names.has(group)) names.set(group, names.size);
    return names.get(group)!;
  };
  const reserves = problem.offers.map((offer) => (offer.reserves ?? []).map((r) => ({ ...r, group: index(r.group) })));
  const ceilings = problem.offers.map((offer) => (offer.ceilings ?? []).map((c) => ({ ...c, group: index(c.group) })));
  const caps = problem.caps ?? [];
  if (names.size === 0 && caps.length === 0) return undefined;

  const groupsOf = problem.learners.map(({ groups }) => {
    const named = groups?.flatMap((group) => names.get(group) ?? []);
    return named?.length ? named : NONE;
  });
  const organisations = new Map(caps.map((cap, i) => [cap.organisation, i]));
  const organisation = Int32Array.from(problem.offers, (o) => organisations.get(o.organisation ?? '') ?? -1);
  const cap = Int32Array.from(caps, ({ places }) => places);

  for (const [learnerId, offerId] of problem.fixed ?? []) {
    const offer = offers.get(offerId)!;
    const groups = groupsOf[learners.get(learnerId)!]!;
    // One placement uses one reserved place, the first listed that is left, but counts under every ceiling.
    const reserve = reserves[offer]!.find((r) => r.places > 0 && groups.includes(r.group));
    if (reserve) reserve.places--;
    for (const ceiling of ceilings[offer]!) if (groups.includes(ceiling.group)) ceiling.places--;
    if (organisation[offer]! >= 0) cap[organisation[offer]!]!--;
  }
  return {
    groupNames: [...names.keys()],
    groupsOf,
    reserves,
    ceilings,
    organisation,
    organisationNames: caps.map((c) => c.organisation),
    cap,
  };
}
