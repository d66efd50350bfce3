import type { Problem } from '../problem.ts';
import { checkIds, type Names } from './check-ranking.ts';
import { checkFixed } from './check-fixed.ts';
import type { FaultList } from './faults.ts';
import { describe, idOf, listOf, objectOf, wholeOf } from './shapes.ts';

/** Checks what binds several learners or offers: caps, together, clashes, fixed. */
export function checkAgreements(problem: Problem, learners: Names, offers: Names, faults: FaultList): void {
  checkCaps(problem, faults);
  checkTogether(problem.together, learners, faults);
  checkClashes(problem.clashes, offers, faults);
  faults.throwIfAny();
  checkFixed(problem, learners, offers, faults);
}

function checkCaps(problem: Problem, faults: FaultList): void {
  const organisations = new Set(problem.offers.map((offer) => offer.organisation));
  const seen = new Set<string>();
  listOf(problem.caps, 'caps', false, faults).forEach((entry, i) => {
    const cap = objectOf(entry, `caps[${i}]`, ['organisation', 'places'], faults);
    if (!cap) return;
    wholeOf(cap['places'], `caps[${i}].places`, 0, faults);
    const organisation = idOf(cap['organisation'], `caps[${i}].organisation`, faults);
    if (organisation === undefined) return;
    if (seen.has(organisation))
      faults.add('duplicate_entry', `caps[${i}].organisation`, `"${organisation}" has two caps.`);
    else if (!organisations.has(organisation))
      faults.add('unknown_id', `caps[${i}].organisation`, `No offer is of an organisation "${organisation}".`);
    seen.add(organisation);
  });
}

function checkTogether(value: unknown, learners: Names, faults: FaultList): void {
  const groupOf = new Map<string, number>();
  listOf(value, 'together', false, faults).forEach((entry, i) => {
    const path = `together[${i}]`;
    const ids = checkIds(entry ?? null, path, learners, faults);
    if (Array.isArray(entry) && entry.length < 2)
      faults.add('contradictory_pair', path, 'Being together takes at least two learners.');
    ids.forEach((id, j) => {
      const other = groupOf.get(id);
      if (other !== undefined)
        faults.add(
          'contradictory_pair',
          `${path}[${j}]`,
          `"${id}" is already in together[${other}]; put all who stay together into one list.`,
        );
      groupOf.set(id, i);
    });
  });
}

function checkClashes(value: unknown, offers: Names, faults: FaultList): void {
  const seen = new Map<string, number>();
  listOf(value, 'clashes', false, faults).forEach((entry, i) => {
    const path = `clashes[${i}]`;
    if (!Array.isArray(entry))
      return faults.add('wrong_type', path, `A list of offers is needed here, but it is ${describe(entry)}.`);
    if (entry.length < 2 || new Set(entry).size < 2)
      return faults.add('clash_with_itself', path, 'A clash is between two or more different offers.');
    const ids = checkIds(entry, path, offers, faults);
    const key = JSON.stringify([...ids].sort());
    const first = seen.get(key);
    if (first !== undefined)
      faults.add(
        'clash_twice',
        path,
        `The same clash is said in clashes[${first}]; a clash holds in both directions, so leave one out.`,
      );
    seen.set(key, i);
  });
}
