/** Where a learner stood in the order of an offer's applicants, from 1, and the points behind it if any were given. */
export interface Standing {
  readonly position: number;
  readonly applicants: number;
  readonly score: number | null;
}

/** Where the cut fell: places given in this run, the lowest position that was placed, and its points. */
export interface CutOff {
  readonly places: number;
  readonly lastPosition: number | null;
  readonly lastScore: number | null;
}

interface Numbers extends Standing, CutOff {}

/**
 * Why a wish was or was not met: the closed list. Every code has its sentence, per language, in the pages;
 * English ones are in `sentence.ts`.
 */
export type Reason =
  /** The learner holds this place. */
  | ({ readonly code: 'placed' } & Numbers)
  /** Placed by hand, here or elsewhere. */
  | { readonly code: 'placed_by_hand'; readonly offer: string; readonly note: string | null }
  /** The learner holds a place, or as many as allowed, that they like at least as much. */
  | { readonly code: 'holds_better'; readonly held: readonly string[] }
  /** All places went to learners whom the offer ranks higher. */
  | ({ readonly code: 'outranked' } & Numbers)
  /** As outranked, but the last one placed was equal and had the lower lottery number. */
  | ({ readonly code: 'lost_lottery' } & Numbers)
  /** As outranked, but the last one placed was equal, and placing them let more be placed in all. */
  | ({ readonly code: 'tie_broken_for_more' } & Numbers)
  /** Learners ranked lower were placed on places reserved for groups that the learner is not counted in. */
  | ({ readonly code: 'reserved'; readonly reserves: readonly ReservedPlaces[] } & Numbers)
  /** A group that the learner belongs to has as many places as it may have. */
  | ({ readonly code: 'ceiling'; readonly group: string; readonly ceiling: number } & Numbers)
  /** The organisation gives as many places as it may, over all its offers. */
  | ({ readonly code: 'cap'; readonly organisation: string; readonly cap: number } & Numbers)
  /** The offer's list does not contain the learner. */
  | { readonly code: 'not_ranked' }
  /** The offer had no place to give in this run. */
  | { readonly code: 'no_places' }
  /** The offer did not reach its minimum and does not run. */
  | { readonly code: 'not_running'; readonly minimum: number }
  /** It overlaps in time with a place that the learner holds. */
  | { readonly code: 'clashes'; readonly with: string }
  /** Those who stay together could not all be placed here. */
  | { readonly code: 'together'; readonly with: readonly string[] }
  /** The rule chose another arrangement although the offer would have taken the learner; the result says what it gave up. */
  | ({ readonly code: 'given_up' } & Numbers)
  /** In the order of the lottery (serial dictatorship), all places were taken before the learner's turn. */
  | ({ readonly code: 'turn_too_late' } & Numbers)
  /** Learners who put the offer higher on their list came first (immediate acceptance). */
  | ({ readonly code: 'others_wished_it_more' } & Numbers)
  /** The places went along cycles of exchange that the learner was not part of (top trading cycles). */
  | ({ readonly code: 'traded' } & Numbers)
  /** Another arrangement has better ranks for all together (rank-minimising). */
  | ({ readonly code: 'better_for_all' } & Numbers);

export interface ReservedPlaces {
  readonly group: string;
  readonly places: number;
}

export type ReasonCode = Reason['code'];

/** Every code of the closed list, so that a page can prove that it has a sentence for each. */
export const REASON_CODES = [
  'placed',
  'placed_by_hand',
  'holds_better',
  'outranked',
  'lost_lottery',
  'tie_broken_for_more',
  'reserved',
  'ceiling',
  'cap',
  'not_ranked',
  'no_places',
  'not_running',
  'clashes',
  'together',
  'given_up',
  'turn_too_late',
  'others_wished_it_more',
  'traded',
  'better_for_all',
] as const satisfies readonly ReasonCode[];
