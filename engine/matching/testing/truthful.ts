import { expect } from 'vitest';
import type { Problem } from '../problem.ts';
import { solve } from '../solve.ts';
import { type Allocation, misstatements, wishRank } from './brute-force.ts';

export const allocate = (problem: Problem): Allocation => solve(problem).allocation as Allocation;

/** The first learner gets nothing better by any other list than by the true one. */
export function expectTruthful(problem: Problem): void {
  const learner = problem.learners[0]!;
  const truth = wishRank(learner, allocate(problem)[learner.id]!);
  for (const preferences of misstatements(problem.offers.map((offer) => offer.id))) {
    const misstated = { ...problem, learners: [{ ...learner, preferences }, ...problem.learners.slice(1)] };
    expect(wishRank(learner, allocate(misstated)[learner.id]!)).toBeGreaterThanOrEqual(truth);
  }
}
