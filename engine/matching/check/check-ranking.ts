import type { FaultList } from './faults.ts';
import { idOf, listOf } from './shapes.ts';

/** The ids that may be named, what they are called, and the last position at which each was seen. */
export interface Names {
  readonly noun: string;
  readonly ids: ReadonlyMap<string, number>;
}

/** Checks a ranking with ties: known ids, each once, no empty tie. */
export function checkRanking(value: unknown, path: string, names: Names, faults: FaultList): void {
  if (isSound(value, names)) return;
  const seen = new Set<string>();
  listOf(value, path, true, faults).forEach((entry, i) => {
    if (!Array.isArray(entry)) return checkEntry(entry, `${path}[${i}]`, names, seen, faults);
    if (entry.length === 0) faults.add('empty_tie', `${path}[${i}]`, 'This tie is empty.');
    entry.forEach((id, j) => checkEntry(id, `${path}[${i}][${j}]`, names, seen, faults));
  });
}

/** The same without the places of faults, since most rankings have none and making places takes most of the time. */
function isSound(value: unknown, { ids }: Names): boolean {
  if (!Array.isArray(value)) return false;
  const seen = new Set<unknown>();
  let count = 0;
  for (const entry of value as unknown[]) {
    if (Array.isArray(entry)) {
      if (entry.length === 0) return false;
      for (const id of entry as unknown[]) {
        seen.add(id);
        count++;
      }
    } else {
      seen.add(entry);
      count++;
    }
  }
  if (seen.size < count) return false;
  for (const id of seen) if (!(ids as ReadonlyMap<unknown, number>).has(id)) return false;
  return true;
}

function checkEntry(value: unknown, path: string, names: Names, seen: Set<string>, faults: FaultList): void {
  const id = idOf(value, path, faults);
  if (id === undefined) return;
  if (seen.has(id)) {
    faults.add(
      'duplicate_entry',
      path,
      `"${id}" stands in this ranking twice; an id is neither better than nor tied with itself.`,
    );
  } else if (!names.ids.has(id)) {
    faults.add('unknown_id', path, `There is no ${names.noun} "${id}".`);
  }
  seen.add(id);
}

/** Checks a list of ids: known, each once. */
export function checkIds(value: unknown, path: string, names: Names | undefined, faults: FaultList): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  listOf(value, path, false, faults).forEach((item, i) => {
    const id = idOf(item, `${path}[${i}]`, faults);
    if (id === undefined) return;
    if (seen.has(id)) faults.add('duplicate_entry', `${path}[${i}]`, `"${id}" stands in this list twice.`);
    else if (names && !names.ids.has(id))
      faults.add('unknown_id', `${path}[${i}]`, `There is no ${names.noun} "${id}".`);
    else found.push(id);
    seen.add(id);
  });
  return found;
}
