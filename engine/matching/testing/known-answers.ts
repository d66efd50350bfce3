import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Learner, Offer } from '../problem.ts';

const FOLDER = fileURLToPath(new URL('../../../../shared/data/matching/', import.meta.url));

/** Known answers lie beside the project; without them their tests are skipped. */
export const hasKnownAnswers = existsSync(FOLDER);

/** One JSON file of the known answers; an empty list stands in for it when the folder is absent. */
export const knownAnswers = (file: string): unknown =>
  hasKnownAnswers ? JSON.parse(readFileSync(`${FOLDER}${file}`, 'utf8')) : [];

/** An instance as the files write it: indices, from 0, with ties as nested lists. */
export interface IndexedInstance {
  readonly id: string;
  readonly residents: readonly (number | number[])[][];
  readonly hospitals: readonly (number | number[])[][];
  readonly capacities: readonly number[];
}

const named = (prefix: string, ranking: readonly (number | number[])[]): (string | string[])[] =>
  ranking.map((entry) => (typeof entry === 'number' ? `${prefix}${entry}` : entry.map((i) => `${prefix}${i}`)));

/** The instance's learners `l0…` and offers `o0…`. */
export const asProblem = (given: IndexedInstance): { learners: Learner[]; offers: Offer[] } => ({
  learners: given.residents.map((list, i) => ({ id: `l${i}`, preferences: named('o', list) })),
  offers: given.hospitals.map((list, i) => ({
    id: `o${i}`,
    capacity: given.capacities[i]!,
    priorities: named('l', list),
  })),
});
