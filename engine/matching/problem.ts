/** How places are given; each method is described in docs/guide/matching.md. */
export const METHODS = [
  'deferred-acceptance',
  'serial-dictatorship',
  'top-trading-cycles',
  'immediate-acceptance',
  'rank-minimising',
] as const;
export type MethodName = (typeof METHODS)[number];

/** How learners whom an offer ranks equally are told apart. */
export const TIE_RULES = ['lottery', 'lottery-per-offer', 'maximise'] as const;
export type TieRule = (typeof TIE_RULES)[number];

/** What `rank-minimising` makes small, once as many as possible are placed. */
export const OBJECTIVES = ['total-rank', 'fewest-last-choices'] as const;
export type Objective = (typeof OBJECTIVES)[number];

/** Ids from best to worst; a nested list is a tie. */
export type Ranking = readonly (string | readonly string[])[];

/** A learner's request. */
export interface Learner {
  readonly id: string;
  /** Offers from best to worst. */
  readonly preferences: Ranking;
  /** Groups that reserves, ceilings and minimums speak of. */
  readonly groups?: readonly string[] | undefined;
  /** How many places the learner may hold, 1 unless said. */
  readonly places?: number | undefined;
}

/** A number of places of an offer for a group. */
export interface GroupPlaces {
  readonly group: string;
  readonly places: number;
}

/** A share of the call order for a group, in percent. */
export interface GroupMinimum {
  readonly group: string;
  readonly percent: number;
}

/** Something with places. */
export interface Offer {
  readonly id: string;
  readonly organisation?: string | undefined;
  readonly capacity: number;
  /** The offer runs with at least this many learners or not at all. */
  readonly minimum?: number | undefined;
  /** Learners from best to worst, or points (more is better). Whoever is absent is unacceptable; without it all are equal. */
  readonly priorities?: Ranking | { readonly scores: Readonly<Record<string, number>> } | undefined;
  /** Turns the priorities into a call order with minimum rates (Parcoursup 2023) before places are given. */
  readonly minimums?: readonly GroupMinimum[] | undefined;
  /** Places for which members of the group come first; others take what members leave. */
  readonly reserves?: readonly GroupPlaces[] | undefined;
  /** At most this many members of the group. */
  readonly ceilings?: readonly GroupPlaces[] | undefined;
}

/** At most `places` learners over all offers of one organisation. */
export interface Cap {
  readonly organisation: string;
  readonly places: number;
}

/** A placement made by hand: learner, offer and, if given, the reason. */
export type Fixed = readonly [learner: string, offer: string, reason?: string];

/** What a method needs to know, as in the problem file. */
export interface Problem {
  /** `deferred-acceptance` unless said. */
  readonly method?: MethodName | undefined;
  /** 64 hex digits; needed as soon as anything is drawn. */
  readonly seed?: string | undefined;
  /** `lottery` unless said. */
  readonly ties?: TieRule | undefined;
  /** For `rank-minimising`: `total-rank` unless said. */
  readonly objective?: Objective | undefined;
  readonly learners: readonly Learner[];
  readonly offers: readonly Offer[];
  readonly caps?: readonly Cap[] | undefined;
  /** Learners who are placed in the same offer or not at all. */
  readonly together?: readonly (readonly string[])[] | undefined;
  /** Offers that exclude each other, as they overlap in time. */
  readonly clashes?: readonly (readonly string[])[] | undefined;
  readonly fixed?: readonly Fixed[] | undefined;
}
