import type { Learner, Problem } from '../problem.ts';
import type { Result } from '../result.ts';
import { solve } from '../solve.ts';
import { placesOf } from './broken-rules.ts';

/** Learners for whom the other result is better, worse, as good, or cannot be ranked (places by hand). */
export interface ChangeCounts {
  readonly better: number;
  readonly worse: number;
  readonly same: number;
  readonly newlyPlaced: number;
  readonly newlyUnplaced: number;
}

/** What changes from one result to another of the same problem. */
export interface Comparison {
  readonly from: Result['method'];
  readonly to: Result['method'];
  readonly all: ChangeCounts;
  readonly byGroup: Readonly<Record<string, ChangeCounts>>;
  readonly statistics: { readonly from: Result['statistics']; readonly to: Result['statistics'] };
  /** Every learner whose places differ; ranks count from 1, null without a place of the learner's own list. */
  readonly changes: readonly Change[];
}

export interface Change {
  readonly learner: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly rankFrom: number | null;
  readonly rankTo: number | null;
}

type Counts = { -readonly [Key in keyof ChangeCounts]: number };

/**
 * What another method would change in a result of the problem; what only the problem's own method knows is left out.
 * Throws `ProblemError` when the other method cannot do what the problem asks.
 */
export function compareMethods(problem: Problem, result: Result, method: Result['method']): Comparison {
  const objective = method === 'rank-minimising' ? problem.objective : undefined;
  const ties = method !== 'deferred-acceptance' && problem.ties === 'maximise' ? 'lottery' : problem.ties;
  return compare(problem, result, solve({ ...problem, method, objective, ties }));
}

/** Says who gains and who loses, by the best rank that each learner holds. */
export function compare(problem: Problem, from: Result, to: Result): Comparison {
  const changes: Change[] = [];
  const all = noCounts();
  const byGroup = new Map<string, Counts>();
  for (const learner of problem.learners) {
    const change = {
      learner: learner.id,
      from: placesOf(from.allocation, learner.id),
      to: placesOf(to.allocation, learner.id),
      rankFrom: bestRank(learner, placesOf(from.allocation, learner.id)),
      rankTo: bestRank(learner, placesOf(to.allocation, learner.id)),
    };
    if (change.from.join('\n') !== change.to.join('\n')) changes.push(change);
    count(all, change);
    for (const group of learner.groups ?? []) {
      if (!byGroup.has(group)) byGroup.set(group, noCounts());
      count(byGroup.get(group)!, change);
    }
  }
  return {
    from: from.method,
    to: to.method,
    all,
    byGroup: Object.fromEntries([...byGroup].sort(([a], [b]) => (a < b ? -1 : 1))),
    statistics: { from: from.statistics, to: to.statistics },
    changes,
  };
}

const noCounts = (): Counts => ({ better: 0, worse: 0, same: 0, newlyPlaced: 0, newlyUnplaced: 0 });

function bestRank({ preferences }: Learner, held: readonly string[]): number | null {
  const rank = preferences.findIndex((entry) =>
    held.some((id) => (typeof entry === 'string' ? entry === id : entry.includes(id))),
  );
  return rank < 0 ? null : rank + 1;
}

function count(counts: Counts, { from, to, rankFrom, rankTo }: Change): void {
  const difference = (rankTo ?? Infinity) - (rankFrom ?? Infinity);
  if (difference < 0) counts.better++;
  else if (difference > 0) counts.worse++;
  else counts.same++;
  if (from.length === 0 && to.length > 0) counts.newlyPlaced++;
  if (from.length > 0 && to.length === 0) counts.newlyUnplaced++;
}
