import { checkRanking, type Names } from './check-ranking.ts';
import type { FaultList } from './faults.ts';
import { describe, idOf, type JsonObject, listOf, objectOf, wholeOf } from './shapes.ts';

/** Checks one offer apart from its id. */
export function checkOffer(offer: JsonObject, path: string, learners: Names, faults: FaultList): void {
  if (offer['organisation'] !== undefined) idOf(offer['organisation'], `${path}.organisation`, faults);
  const capacity = wholeOf(offer['capacity'], `${path}.capacity`, 0, faults);
  if (offer['minimum'] !== undefined) {
    const minimum = wholeOf(offer['minimum'], `${path}.minimum`, 0, faults);
    if (minimum !== undefined && capacity !== undefined && minimum > capacity)
      faults.add(
        'minimum_over_capacity',
        `${path}.minimum`,
        `The minimum ${minimum} is more than the capacity ${capacity}.`,
      );
  }
  checkPriorities(offer['priorities'], `${path}.priorities`, learners, faults);
  checkMinimums(offer['minimums'], `${path}.minimums`, faults);
  checkGroupPlaces(offer['ceilings'], `${path}.ceilings`, faults);
  const reserved = checkGroupPlaces(offer['reserves'], `${path}.reserves`, faults);
  if (capacity !== undefined && reserved > capacity)
    faults.add(
      'reserve_over_capacity',
      `${path}.reserves`,
      `${reserved} places are reserved, but the capacity is ${capacity}.`,
    );
}

function checkPriorities(value: unknown, path: string, learners: Names, faults: FaultList): void {
  if (value === undefined) return;
  if (Array.isArray(value)) return checkRanking(value, path, learners, faults);
  const scores = objectOf(value, path, ['scores'], faults);
  if (!scores) return;
  const points = scores['scores'];
  if (typeof points !== 'object' || points === null || Array.isArray(points)) {
    faults.add(
      'not_an_object',
      `${path}.scores`,
      `Scores are an object from learner to number, but this is ${describe(points)}.`,
    );
    return;
  }
  for (const id of Object.keys(points)) {
    const score = (points as JsonObject)[id];
    if (!learners.ids.has(id))
      faults.add('unknown_id', `${path}.scores[${JSON.stringify(id)}]`, `There is no learner "${id}".`);
    if (typeof score !== 'number' || !Number.isFinite(score))
      faults.add(
        'wrong_type',
        `${path}.scores[${JSON.stringify(id)}]`,
        `A score is a number, but this is ${describe(score)}.`,
      );
  }
}

/** Checks a list of minimum rates (`percent` from 0 to 100). */
export function checkMinimums(value: unknown, path: string, faults: FaultList): void {
  eachGroup(value, path, 'percent', faults, (item, place) => {
    const percent = item['percent'];
    if (typeof percent !== 'number' || !(percent >= 0 && percent <= 100))
      faults.add(
        'out_of_range',
        `${place}.percent`,
        `A rate is a number from 0 to 100, but this is ${describe(percent)}.`,
      );
  });
}

function checkGroupPlaces(value: unknown, path: string, faults: FaultList): number {
  let sum = 0;
  eachGroup(value, path, 'places', faults, (item, place) => {
    sum += wholeOf(item['places'], `${place}.places`, 0, faults) ?? 0;
  });
  return sum;
}

function eachGroup(
  value: unknown,
  path: string,
  amount: string,
  faults: FaultList,
  check: (item: JsonObject, path: string) => void,
): void {
  const seen = new Set<string>();
  listOf(value, path, false, faults).forEach((entry, i) => {
    const place = `${path}[${i}]`;
    const item = objectOf(entry, place, ['group', amount], faults);
    if (!item) return;
    const group = idOf(item['group'], `${place}.group`, faults);
    if (group !== undefined && seen.has(group))
      faults.add('duplicate_entry', `${place}.group`, `The group "${group}" stands in this list twice.`);
    if (group !== undefined) seen.add(group);
    check(item, place);
  });
}
