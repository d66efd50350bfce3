import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkProblem, type FaultCode, METHODS, ProblemError, solve, TIE_RULES } from '@collegium/matching';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { problems } from '../../engine/matching/testing/problems.ts';

const ajv = new Ajv2020({ strict: false });
const schemaOf = (file: string) =>
  ajv.compile(JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/guide', file), 'utf8')) as object);
const isProblem = schemaOf('matching-problem.schema.json');
const isResult = schemaOf('matching-result.schema.json');

/** What a schema cannot say: it does not compare one part of a file with another. */
const beyondSchema: readonly FaultCode[] = [
  'duplicate_id',
  'unknown_id',
  'duplicate_entry',
  'reserve_over_capacity',
  'minimum_over_capacity',
  'fixed_over_capacity',
  'fixed_over_cap',
  'fixed_over_ceiling',
  'fixed_over_places',
  'contradictory_pair',
  'clash_with_itself',
  'clash_twice',
  'fixed_clash',
  'not_with_method',
  'text_not_unicode',
];

const all = problems({
  ties: true,
  groups: ['grant', 'staff', 'local'],
  overlapping: true,
  reserves: true,
  ceilings: true,
  caps: true,
  minimums: true,
});
const good = fc
  .tuple(all, fc.constantFrom(...METHODS), fc.constantFrom(...TIE_RULES), fc.subarray(['l0', 'l1']), fc.boolean())
  .map(([problem, method, ties, together, hasFixed]): object => ({
    ...problem,
    ...(method === 'deferred-acceptance' ? { method, ties } : { method: 'deferred-acceptance' }),
    ...(together.length === 2 && problem.learners.length > 1 && { together: [together] }),
    ...(hasFixed && problem.offers[0]!.capacity > 0 && { fixed: [['l0', 'o0', 'a reason']] }),
  }));

function faultsOf(value: unknown): readonly FaultCode[] {
  try {
    checkProblem(value);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.faults.map(({ code }) => code);
  }
}

test('a problem that the check takes is one of the schema, and so is its result', () => {
  let taken = 0;
  fc.assert(
    fc.property(good, (problem) => {
      if (faultsOf(problem).length > 0) return;
      taken++;
      isProblem(problem);
      expect(isProblem.errors ?? []).toEqual([]);
      isResult(JSON.parse(JSON.stringify(solve(problem, { explain: true }))));
      expect(isResult.errors ?? []).toEqual([]);
    }),
    { numRuns: 500 },
  );
  expect(taken).toBeGreaterThan(300);
});

/** Every place in a value of JSON, as the keys that lead there. */
function placesIn(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [at, ...inner.flatMap(([key, part]) => placesIn(part, [...at, key]))];
}

const absent = Symbol('absent');
const wrong = fc.oneof(
  fc.constantFrom<unknown>(
    absent,
    null,
    '',
    'l0',
    'a\nb',
    -1,
    0,
    1,
    1.5,
    101,
    2 ** 31,
    true,
    [],
    {},
    [[]],
    ['l0', 'l0'],
  ),
  fc.jsonValue({ maxDepth: 1 }),
);

/** The value with something else at one place, or with one more field there. */
function spoiled(value: unknown, at: readonly string[], part: unknown): unknown {
  const [key, ...rest] = at;
  if (key === undefined) return part === absent && isObject(value) ? { ...(value as object), another: 1 } : part;
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  const inner = spoiled(Reflect.get(copy as object, key), rest, part);
  if (inner === absent) Reflect.deleteProperty(copy as object, key);
  else Reflect.set(copy as object, key, inner);
  return JSON.parse(JSON.stringify(copy));
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

test('the schema refuses what the check refuses, as far as a schema can, and nothing else', () => {
  const seen = new Set<FaultCode>();
  fc.assert(
    fc.property(good, fc.nat(), wrong, (problem, nth, part) => {
      const places = placesIn(problem);
      const value = spoiled(problem, places[nth % places.length]!, part);
      const codes = faultsOf(value);
      for (const code of codes) seen.add(code);
      if (!isProblem(value))
        expect({ value, errors: isProblem.errors, codes }).toMatchObject({
          codes: [expect.any(String), ...codes.slice(1)],
        });
      else expect({ value, codes: codes.filter((code) => !beyondSchema.includes(code)) }).toMatchObject({ codes: [] });
    }),
    { numRuns: 5_000 },
  );
  expect(seen.size).toBeGreaterThan(12);
});
