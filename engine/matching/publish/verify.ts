import { checkProblem } from '../check/check-problem.ts';
import { describe } from '../check/shapes.ts';
import { canonicalHash, canonicalJson } from '../hash/canonical-json.ts';
import type { Hooks } from '../methods/hooks.ts';
import type { Problem } from '../problem.ts';
import type { Result } from '../result.ts';
import { solve } from '../solve.ts';
import { brokenRules } from './broken-rules.ts';
import { compareMethods, type Comparison } from './compare.ts';

/** Something in a result that is not as it should be, and where. */
export interface Discrepancy {
  readonly path: string;
  readonly message: string;
}

type JsonObject = Readonly<Record<string, unknown>>;
/** What a result file may hold. */
type ResultFile = Result & { readonly comparison?: Comparison };

/** Compared as they are; the allocation and the explanations are, learner by learner. */
const FIELDS = [
  'method',
  'ties',
  'seed',
  'seedHash',
  'statistics',
  'notRunning',
  'gaveUp',
  'warnings',
  'size',
] as const;
const KNOWN: readonly string[] = [...FIELDS, 'inputHash', 'allocation', 'explanations', 'comparison'];

/**
 * Checks a result against its problem: it is of this input, every rule of the problem holds, and the method gives just
 * this. Empty when all is right. Throws `ProblemError` when the problem itself cannot be used.
 */
export function verify(input: unknown, result: unknown, hooks: Hooks = {}): Discrepancy[] {
  const problem = checkProblem(input);
  if (!isObject(result) || !isObject(result['allocation']))
    return [{ path: 'allocation', message: 'The result has no allocation.' }];
  const misshapen = misshapenParts(result, result['allocation']);
  if (misshapen.length > 0) return misshapen;
  const claimed = result as Partial<ResultFile> & Pick<Result, 'allocation'>;
  const replayed = solve(problem, { ...hooks, explain: claimed.explanations !== undefined });
  return [
    ...otherInput(problem, claimed.inputHash),
    ...brokenRules(problem, claimed.allocation),
    ...differences(problem, claimed, replayed),
    ...comparisonDifference(problem, claimed.comparison, replayed),
  ];
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parts that no result has, and parts of another kind than they should be, so that nothing more can be said of them. */
function misshapenParts(result: JsonObject, allocation: JsonObject): Discrepancy[] {
  const found: Discrepancy[] = [];
  for (const key of Object.keys(result))
    if (!KNOWN.includes(key)) found.push({ path: key, message: `"${key}" is not a field of a result.` });
  for (const [id, place] of Object.entries(allocation)) {
    const isPlace = place === null || typeof place === 'string' || isTextList(place);
    if (!isPlace)
      found.push({
        path: at('allocation', id),
        message: `A place is an offer, a list of offers, or null, but this is ${describe(place)}.`,
      });
  }
  for (const field of ['explanations', 'comparison'] as const)
    if (result[field] !== undefined && !isObject(result[field]))
      found.push({ path: field, message: `An object is needed here, but it is ${describe(result[field])}.` });
  return found;
}

const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');

function otherInput(problem: Problem, claimed: unknown): Discrepancy[] {
  const hash = canonicalHash(problem);
  if (claimed === undefined || claimed === hash) return [];
  return [
    {
      path: 'inputHash',
      message: `The result is of another input: its hash is ${canonicalJson(claimed)}, that of this problem "${hash}".`,
    },
  ];
}

/** What a replay of the method gives otherwise. Fields that a result leaves out are not compared. */
function differences(problem: Problem, claimed: Partial<Result>, replayed: Result): Discrepancy[] {
  const found: Discrepancy[] = [];
  for (const { id } of problem.learners) {
    const mine = ownOf(claimed.allocation, id);
    const theirs = replayed.allocation[id]!;
    if (mine !== undefined && canonicalJson(mine) !== canonicalJson(theirs))
      found.push({
        path: at('allocation', id),
        message: `The method gives "${id}" ${shown(theirs)}, but the result says ${shown(mine)}.`,
      });
  }
  for (const field of FIELDS) {
    const [mine, theirs] = [claimed[field], replayed[field] ?? null];
    if (mine === undefined || canonicalJson(mine) === canonicalJson(theirs)) continue;
    found.push({
      path: field,
      message: `The method gives ${canonicalJson(theirs)}, but the result says ${canonicalJson(mine)}.`,
    });
  }
  return [...found, ...otherExplanations(problem, claimed.explanations, replayed.explanations)];
}

function otherExplanations(
  problem: Problem,
  claimed: Result['explanations'],
  replayed: Result['explanations'],
): Discrepancy[] {
  if (claimed === undefined) return [];
  const found: Discrepancy[] = [];
  const learners = new Set(problem.learners.map(({ id }) => id));
  for (const id of Object.keys(claimed))
    if (!learners.has(id)) found.push({ path: at('explanations', id), message: `There is no learner "${id}".` });
  for (const id of learners)
    if (canonicalJson(ownOf(claimed, id) ?? null) !== canonicalJson(replayed![id]))
      found.push({ path: at('explanations', id), message: `The explanation of "${id}" is not what the method gives.` });
  return found;
}

function comparisonDifference(problem: Problem, claimed: Comparison | undefined, replayed: Result): Discrepancy[] {
  if (claimed === undefined) return [];
  const wrong = { path: 'comparison', message: 'The comparison with another method is not what the two methods give.' };
  try {
    const right = compareMethods(problem, replayed, claimed.to);
    return canonicalJson(right) === canonicalJson(claimed) ? [] : [wrong];
  } catch {
    // A method that does not exist, or that cannot do what the problem asks.
    return [wrong];
  }
}

const ownOf = <T>(record: Readonly<Record<string, T>> | undefined, id: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, id) ? record[id] : undefined;
const at = (field: string, id: string): string => `${field}[${JSON.stringify(id)}]`;
const shown = (place: unknown): string => (place === null ? 'no place' : canonicalJson(place));
