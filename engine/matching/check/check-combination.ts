import type { Problem } from '../problem.ts';
import type { FaultList } from './faults.ts';

/** Which parts of a problem a method cannot honour; it refuses them rather than ignore them. */
const REFUSED: Readonly<Record<string, readonly Part[]>> = {
  'top-trading-cycles': ['reserves', 'ceilings', 'caps', 'together', 'clashes', 'places'],
  'rank-minimising': ['reserves', 'together', 'clashes'],
};
type Part = 'reserves' | 'ceilings' | 'caps' | 'together' | 'clashes' | 'places';

/** Checks that the method can do what the problem asks. */
export function checkCombination(problem: Problem, faults: FaultList): void {
  const method = problem.method ?? 'deferred-acceptance';
  for (const part of REFUSED[method] ?? []) {
    const path = firstUse(problem, part);
    if (path !== undefined)
      faults.add(
        'not_with_method',
        path,
        `The method ${method} cannot honour this; take it out or use deferred-acceptance.`,
      );
  }
  if (problem.ties === 'maximise') checkMaximise(problem, method, faults);
  if (problem.objective !== undefined && method !== 'rank-minimising')
    faults.add('not_with_method', 'objective', 'An objective belongs to the method rank-minimising.');
  if (method === 'rank-minimising') checkSingleCeilings(problem, faults);
}

function checkMaximise(problem: Problem, method: string, faults: FaultList): void {
  if (method !== 'deferred-acceptance')
    faults.add('not_with_method', 'ties', 'Ties are maximised by deferred-acceptance only; use lottery.');
  for (const part of ['together', 'clashes', 'places'] as const) {
    const path = firstUse(problem, part);
    if (path !== undefined)
      faults.add('not_with_method', path, 'This cannot be combined with the ties rule maximise; use lottery.');
  }
}

function firstUse(problem: Problem, part: Part): string | undefined {
  if (part === 'caps' || part === 'together' || part === 'clashes') return problem[part]?.length ? part : undefined;
  if (part === 'places') {
    const i = problem.learners.findIndex((learner) => (learner.places ?? 1) > 1);
    return i < 0 ? undefined : `learners[${i}].places`;
  }
  const i = problem.offers.findIndex((offer) => (offer[part]?.length ?? 0) > 0);
  return i < 0 ? undefined : `offers[${i}].${part}`;
}

function checkSingleCeilings(problem: Problem, faults: FaultList): void {
  const overlap = problem.offers.findIndex((offer) => {
    const groups = new Set(offer.ceilings?.map((ceiling) => ceiling.group));
    if (groups.size < 2) return false;
    return problem.learners.some((learner) => (learner.groups ?? []).filter((group) => groups.has(group)).length > 1);
  });
  if (overlap >= 0)
    faults.add(
      'not_with_method',
      `offers[${overlap}].ceilings`,
      'With rank-minimising a learner may fall under one ceiling of an offer only.',
    );
}
