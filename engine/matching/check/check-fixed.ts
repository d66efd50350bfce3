import type { Fixed, Problem } from '../problem.ts';
import type { Names } from './check-ranking.ts';
import type { FaultList } from './faults.ts';
import { describe, idOf, listOf } from './shapes.ts';

/** Checks placements by hand: known ids, and none beyond a capacity, a cap, a ceiling or a learner's places. */
export function checkFixed(problem: Problem, learners: Names, offers: Names, faults: FaultList): void {
  const seen = new Set<string>();
  listOf(problem.fixed, 'fixed', false, faults).forEach((entry, i) => {
    const path = `fixed[${i}]`;
    if (!Array.isArray(entry) || entry.length < 2 || entry.length > 3)
      return faults.add(
        'wrong_type',
        path,
        `This is [learner, offer] or [learner, offer, reason], but it is ${describe(entry)}.`,
      );
    const [learner, offer, reason] = entry as unknown[];
    if (reason !== undefined && typeof reason !== 'string')
      faults.add('wrong_type', `${path}[2]`, `The reason is text, but it is ${describe(reason)}.`);
    for (const [id, names, j] of [[learner, learners, 0] as const, [offer, offers, 1] as const]) {
      const known = idOf(id, `${path}[${j}]`, faults);
      if (known !== undefined && !names.ids.has(known))
        faults.add('unknown_id', `${path}[${j}]`, `There is no ${names.noun} "${known}".`);
    }
    const pair = JSON.stringify([learner, offer]);
    if (seen.has(pair)) faults.add('duplicate_entry', path, `This placement stands in the list twice.`);
    seen.add(pair);
  });
  faults.throwIfAny();
  checkRoom(problem, learners, offers, faults);
  checkPairs(problem, faults);
}

function checkRoom(problem: Problem, learners: Names, offers: Names, faults: FaultList): void {
  const counts = new Map<string, number>();
  const over = (key: string, limit: number | undefined): boolean => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return limit !== undefined && counts.get(key)! > limit;
  };
  const caps = new Map((problem.caps ?? []).map((cap) => [cap.organisation, cap.places]));
  (problem.fixed ?? []).forEach(([learnerId, offerId]: Fixed, i) => {
    const path = `fixed[${i}]`;
    const learner = problem.learners[learners.ids.get(learnerId)!]!;
    const offer = problem.offers[offers.ids.get(offerId)!]!;
    const cap = offer.organisation === undefined ? undefined : caps.get(offer.organisation);
    if (over(`offer ${offerId}`, offer.capacity))
      faults.add(
        'fixed_over_capacity',
        path,
        `More learners are placed by hand in "${offerId}" than its capacity ${offer.capacity}.`,
      );
    if (over(`organisation ${offer.organisation}`, cap))
      faults.add(
        'fixed_over_cap',
        path,
        `More learners are placed by hand with "${offer.organisation}" than its cap of ${cap}.`,
      );
    if (over(`learner ${learnerId}`, learner.places ?? 1))
      faults.add(
        'fixed_over_places',
        path,
        `"${learnerId}" is placed by hand more often than the ${learner.places ?? 1} places allowed.`,
      );
    for (const ceiling of offer.ceilings ?? []) {
      if (!learner.groups?.includes(ceiling.group)) continue;
      if (over(`ceiling ${JSON.stringify([offerId, ceiling.group])}`, ceiling.places))
        faults.add(
          'fixed_over_ceiling',
          path,
          `More of "${ceiling.group}" are placed by hand in "${offerId}" than the ceiling of ${ceiling.places}.`,
        );
    }
  });
}

function checkPairs(problem: Problem, faults: FaultList): void {
  const offersOf = new Map<string, string[]>();
  for (const [learner, offer] of problem.fixed ?? []) offersOf.set(learner, [...(offersOf.get(learner) ?? []), offer]);
  (problem.together ?? []).forEach((group, i) => {
    const held = new Set(group.map((id) => JSON.stringify((offersOf.get(id) ?? []).toSorted())));
    if (held.size > 1)
      faults.add(
        'contradictory_pair',
        `together[${i}]`,
        `${group.join(', ')} are to be together, but their placements by hand differ.`,
      );
  });
  (problem.clashes ?? []).forEach((clash, i) => {
    for (const [learner, offers] of offersOf) {
      const both = clash.filter((offer) => offers.includes(offer));
      if (both.length > 1)
        faults.add(
          'fixed_clash',
          `clashes[${i}]`,
          `"${learner}" is placed by hand in ${both.join(' and ')}, which clash.`,
        );
    }
  });
}
