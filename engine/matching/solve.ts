import { checkProblem } from './check/check-problem.ts';
import { canonicalHash } from './hash/canonical-json.ts';
import { commitSeed } from './hash/seed.ts';
import { buildInstance } from './instance/build-instance.ts';
import { type Hooks, pulse, PULSE_LEARNERS } from './methods/hooks.ts';
import { place, type Placement } from './methods/place.ts';
import { blockingWishes } from './outcome/blocking.ts';
import { Explainer } from './outcome/explain.ts';
import { givenUp, warningsOf } from './outcome/given-up.ts';
import { measure } from './outcome/statistics.ts';
import type { Problem } from './problem.ts';
import type { Result, WishExplanation } from './result.ts';

export interface SolveOptions extends Hooks {
  /** Give every learner the reason of every wish. */
  readonly explain?: boolean | undefined;
}

/**
 * Decides who gets which place. Same problem, same result, on every machine.
 * Throws `ProblemError` for a problem that cannot be used and `CancelledError` when the signal is aborted.
 */
export function solve(input: unknown, options: SolveOptions = {}): Result {
  const { result, explanations } = solveAndExplain(input, options);
  if (!options.explain) return result;
  // Without a prototype, a learner whose id is "__proto__" is a learner like any other.
  const byLearner = Object.create(null) as Record<string, readonly WishExplanation[]>;
  for (const [id, reasons] of explanations) byLearner[id] = reasons;
  return { ...result, explanations: byLearner };
}

/**
 * The same, with the reasons of each learner's wishes made when they are asked for, so that those of many millions of
 * wishes never lie in memory together.
 */
export function solveAndExplain(
  input: unknown,
  hooks: Hooks = {},
): { result: Result; explanations: Iterable<readonly [id: string, reasons: readonly WishExplanation[]]> } {
  const problem = checkProblem(input);
  const inputHash = canonicalHash(problem);
  // Whoever writes the input could choose such a seed; the result warns of it.
  const seed = problem.seed ?? inputHash;
  const placement = place(problem, buildInstance(problem, seed), seed, hooks);
  return {
    result: report(problem, placement, seed, inputHash),
    explanations: { [Symbol.iterator]: () => explain(problem, placement, hooks) },
  };
}

/** The result file's content for a placement, without explanations. */
function report(problem: Problem, placement: Placement, seed: string, inputHash: string): Result {
  const { instance, held, notRunning, seats, size } = placement;
  const blocking = blockingWishes(instance, held, seats);
  return {
    method: problem.method ?? 'deferred-acceptance',
    ties: problem.ties ?? 'lottery',
    seed,
    seedHash: commitSeed(seed),
    inputHash,
    allocation: allocationOf(problem, placement),
    statistics: measure(problem, placement, blocking.length),
    notRunning: [...notRunning].map((offer) => instance.offerIds[offer]!),
    gaveUp: givenUp(problem, placement, blocking),
    warnings: warningsOf(problem),
    ...(size ? { size } : {}),
  };
}

function allocationOf(problem: Problem, { instance, held }: Placement): Result['allocation'] {
  const allocation = Object.create(null) as Record<string, string | readonly string[] | null>;
  const byHand = new Map<string, string[]>();
  for (const [learner, offer] of problem.fixed ?? []) byHand.set(learner, [...(byHand.get(learner) ?? []), offer]);
  problem.learners.forEach(({ id, places = 1 }, learner) => {
    const offers = byHand.get(id) ?? [];
    for (let wish = instance.start[learner]!; wish < instance.start[learner + 1]!; wish++) {
      if (held[wish] === 1) offers.push(instance.offerIds[instance.wishOffer[wish]!]!);
    }
    allocation[id] = offers.length === 0 ? null : places === 1 ? offers[0]! : offers;
  });
  return allocation;
}

function* explain(
  problem: Problem,
  placement: Placement,
  hooks: Hooks,
): Generator<readonly [string, readonly WishExplanation[]]> {
  const explainer = new Explainer({
    problem,
    instance: placement.judged,
    held: placement.held,
    seats: placement.judgedSeats,
    notRunning: placement.notRunning,
    outranked: placement.outranked,
    tied: placement.tied,
  });
  const total = problem.learners.length;
  for (const [learner, { id }] of problem.learners.entries()) {
    if (learner % PULSE_LEARNERS === 0) pulse(hooks, { stage: 'explaining', done: learner, total });
    yield [id, explainer.ofLearner(learner)];
  }
}
