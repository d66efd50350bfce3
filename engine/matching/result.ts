import type { Reason } from './outcome/reasons.ts';
import type { MethodName, TieRule } from './problem.ts';

/** Why a property that the method is known for was given up in this run. */
export const GIVEN_UP_CAUSES = ['minimum', 'together', 'clashes', 'overlapping_ceilings', 'fixed', 'ties'] as const;

/** A property that does not hold, why, and for whom. */
export interface GivenUp {
  readonly property: 'stable' | 'strategy_proof' | 'size_guarantee' | 'minimum_size';
  readonly because: (typeof GIVEN_UP_CAUSES)[number];
  /** Learners whom it touched; empty when nobody was worse off by it. */
  readonly learners: readonly string[];
  /** Offers concerned, such as those that do not run. */
  readonly offers: readonly string[];
}

/** Warnings of a result: a closed list. */
export const WARNINGS = ['rewards_misstated_wishes', 'seed_made_from_input'] as const;
export type Warning = (typeof WARNINGS)[number];

/** Figures of one group of learners. */
export interface GroupStatistics {
  readonly learners: number;
  readonly placed: number;
  /** Learners by the rank of the best place they hold: index 0 counts first choices. */
  readonly rankProfile: readonly number[];
}

export interface Statistics extends GroupStatistics {
  readonly unplaced: number;
  /** Places over all offers, how many are taken, and how many are not. */
  readonly places: number;
  readonly filled: number;
  readonly unfilled: number;
  readonly byGroup: Readonly<Record<string, GroupStatistics>>;
  /** Learner and offer who would both rather have each other, under the offer's rules. */
  readonly blockingPairs: number;
  /** Wishes for an offer where somebody of lower priority was placed, whatever rule allowed it. */
  readonly envy: number;
}

/** One wish of one learner, its rank from 1 (tied wishes share it), and the reason. */
export interface WishExplanation {
  readonly offer: string;
  readonly rank: number;
  readonly reason: Reason;
}

/** What a run gives; written as JSON it is the result file. */
export interface Result {
  readonly method: MethodName;
  readonly ties: TieRule;
  /** As given, or made from the input's hash when the problem has none. */
  readonly seed: string;
  /** SHA-256 of the seed's 32 bytes, which was published before. */
  readonly seedHash: string;
  /** SHA-256 of the problem as canonical JSON (RFC 8785). */
  readonly inputHash: string;
  /** Each learner's offer, offers when several may be held, or null. */
  readonly allocation: Readonly<Record<string, string | readonly string[] | null>>;
  readonly statistics: Statistics;
  /** Offers that do not run as they did not reach their minimum. */
  readonly notRunning: readonly string[];
  readonly gaveUp: readonly GivenUp[];
  readonly warnings: readonly Warning[];
  /** With ties `maximise`: learners placed, and a number that no stable allocation exceeds. */
  readonly size?: { readonly reached: number; readonly bound: number };
  readonly explanations?: Readonly<Record<string, readonly WishExplanation[]>>;
}
