import { checkProblem } from '../check/check-problem.ts';
import { canonicalHash, canonicalJson } from '../hash/canonical-json.ts';
import type { Hooks } from '../methods/hooks.ts';
import type { Problem } from '../problem.ts';
import type { Result } from '../result.ts';
import { solve } from '../solve.ts';
import { brokenRules } from './broken-rules.ts';

/** Something in a result that is not as it should be, and where. */
export interface Discrepancy {
  readonly path: string;
  readonly message: string;
}

/**
 * Checks a result against its problem: it is of this input, every rule of the problem holds, and the method gives just
 * this. Empty when all is right. Throws `ProblemError` when the problem itself cannot be used.
 */
export function verify(input: unknown, result: unknown, hooks: Hooks = {}): Discrepancy[] {
  const problem = checkProblem(input);
  if (!isObject(result) || !isObject(result['allocation']))
    return [{ path: 'allocation', message: 'The result has no allocation.' }];
  const claimed = result as Partial<Result> & Pick<Result, 'allocation'>;
  const hash = canonicalHash(problem);
  const found: Discrepancy[] = [];
  if (claimed.inputHash !== undefined && claimed.inputHash !== hash)
    found.push({
      path: 'inputHash',
      message: `The result is of another input: its hash is ${claimed.inputHash}, that of this problem ${hash}.`,
    });
  found.push(...brokenRules(problem, claimed.allocation));
  const asksWhy = claimed.explanations !== undefined;
  return [...found, ...differences(problem, claimed, solve(problem, { ...hooks, explain: asksWhy }))];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a replay of the method gives otherwise. Fields that a result leaves out are not compared. */
function differences(problem: Problem, claimed: Partial<Result>, replayed: Result): Discrepancy[] {
  const found: Discrepancy[] = [];
  for (const { id } of problem.learners) {
    const mine = claimed.allocation?.[id];
    const theirs = replayed.allocation[id]!;
    if (mine !== undefined && canonicalJson(mine) !== canonicalJson(theirs))
      found.push({
        path: at('allocation', id),
        message: `The method gives "${id}" ${shown(theirs)}, but the result says ${shown(mine)}.`,
      });
  }
  for (const field of ['method', 'ties', 'seed', 'seedHash', 'statistics', 'notRunning', 'gaveUp', 'size'] as const) {
    if (claimed[field] === undefined || canonicalJson(claimed[field]) === canonicalJson(replayed[field] ?? null))
      continue;
    found.push({
      path: field,
      message: `The method gives ${canonicalJson(replayed[field] ?? null)}, but the result says ${canonicalJson(claimed[field])}.`,
    });
  }
  for (const { id } of problem.learners) {
    const mine = claimed.explanations?.[id];
    if (claimed.explanations && canonicalJson(mine ?? null) !== canonicalJson(replayed.explanations?.[id] ?? null))
      found.push({ path: at('explanations', id), message: `The explanation of "${id}" is not what the method gives.` });
  }
  return found;
}

const at = (field: string, id: string): string => `${field}[${JSON.stringify(id)}]`;
const shown = (place: unknown): string => (place === null ? 'no place' : canonicalJson(place));
