import type { Learner, Offer, Problem, Ranking } from '../problem.ts';
import type { Result } from '../result.ts';
import type { Discrepancy } from './verify.ts';

/** Every rule of the problem that an allocation breaks, found from the problem alone, without any method. */
export function brokenRules(problem: Problem, allocation: Result['allocation']): Discrepancy[] {
  const found: Discrepancy[] = [];
  const say = (id: string, message: string): void => {
    found.push({ path: `allocation[${JSON.stringify(id)}]`, message });
  };
  const learners = new Map(problem.learners.map((learner) => [learner.id, learner]));
  const offers = new Map(problem.offers.map((offer) => [offer.id, offer]));
  const byHand = new Set((problem.fixed ?? []).map(([learner, offer]) => JSON.stringify([learner, offer])));
  const holders = new Map<string, Learner[]>(problem.offers.map(({ id }) => [id, []]));

  for (const id of Object.keys(allocation)) if (!learners.has(id)) say(id, `There is no learner "${id}".`);
  for (const learner of problem.learners) {
    const { id, places = 1 } = learner;
    if (!Object.hasOwn(allocation, id)) {
      say(id, `"${id}" is missing.`);
      continue;
    }
    const held = placesOf(allocation, id);
    if (held.length > places) say(id, `"${id}" holds ${held.length} places, but may hold ${places}.`);
    if (new Set(held).size < held.length) say(id, `"${id}" holds a place in one offer twice.`);
    for (const offerId of held) {
      const offer = offers.get(offerId);
      if (!offer) {
        say(id, `There is no offer "${offerId}".`);
        continue;
      }
      holders.get(offerId)!.push(learner);
      if (byHand.has(JSON.stringify([id, offerId]))) continue;
      if (!isIn(learner.preferences, offerId)) say(id, `"${id}" did not ask for "${offerId}".`);
      if (!accepts(offer, id)) say(id, `"${offerId}" does not accept "${id}".`);
    }
  }
  const open = new Set((problem.fixed ?? []).map(([, offer]) => offer));
  for (const offer of problem.offers) brokenBy(offer, holders.get(offer.id)!, open.has(offer.id), found);
  for (const cap of problem.caps ?? []) {
    const mine = problem.offers.filter((offer) => offer.organisation === cap.organisation);
    const placed = mine.reduce((sum, offer) => sum + holders.get(offer.id)!.length, 0);
    if (placed > cap.places)
      found.push({
        path: 'allocation',
        message: `"${cap.organisation}" takes ${placed} learners, but its cap is ${cap.places}.`,
      });
  }
  for (const [learner, offer] of problem.fixed ?? [])
    if (!placesOf(allocation, learner).includes(offer))
      say(learner, `"${learner}" was placed by hand in "${offer}", but is not there.`);
  for (const group of problem.together ?? []) {
    const places = new Set(group.map((id) => JSON.stringify(placesOf(allocation, id).toSorted())));
    if (places.size > 1) say(group[0]!, `${group.join(', ')} are to be together, but are not.`);
  }
  for (const clash of problem.clashes ?? [])
    for (const { id } of problem.learners) {
      const both = placesOf(allocation, id).filter((offer) => clash.includes(offer));
      if (both.length > 1) say(id, `"${id}" holds ${both.join(' and ')}, which clash.`);
    }
  return found;
}

/** An offer with a placement by hand is open whatever its minimum (`isOpen`). */
function brokenBy(offer: Offer, holders: readonly Learner[], isOpen: boolean, found: Discrepancy[]): void {
  const say = (message: string): void => {
    found.push({ path: 'allocation', message });
  };
  if (holders.length > offer.capacity)
    say(`"${offer.id}" takes ${holders.length} learners, but its capacity is ${offer.capacity}.`);
  if (!isOpen && holders.length > 0 && holders.length < (offer.minimum ?? 0))
    say(`"${offer.id}" runs with ${holders.length} learners, but its minimum is ${offer.minimum}.`);
  for (const { group, places } of offer.ceilings ?? []) {
    const members = holders.filter((learner) => learner.groups?.includes(group)).length;
    if (members > places) say(`"${offer.id}" takes ${members} of "${group}", but the ceiling is ${places}.`);
  }
}

/** The offers that an allocation gives a learner. */
export function placesOf(allocation: Result['allocation'], learner: string): readonly string[] {
  const held = Object.hasOwn(allocation, learner) ? allocation[learner] : null;
  if (held === null || held === undefined) return [];
  return typeof held === 'string' ? [held] : held;
}

const isIn = (ranking: Ranking, id: string): boolean =>
  ranking.some((entry) => (typeof entry === 'string' ? entry === id : entry.includes(id)));

function accepts({ priorities }: Offer, learner: string): boolean {
  if (priorities === undefined) return true;
  return 'scores' in priorities ? Object.hasOwn(priorities.scores, learner) : isIn(priorities, learner);
}
