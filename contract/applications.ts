import { Type, type Static } from 'typebox';
import type { EligibilityFailure } from './eligibility.ts';
import { offerKinds } from './kinds.ts';
import { LocalisedText } from './localised-text.ts';
import { Abilities, Id, Nullable, OneOf, Page, pageQuery, Reason } from './schema.ts';
import { applicationMachine, type ApplicationState } from './states/application.ts';
import { offerMachine, type OfferState } from './states/offer.ts';
import { roundMachine, type RoundState } from './states/round.ts';

const applicationStates = Object.keys(applicationMachine.states) as ApplicationState[];
const Statement = Type.String({ maxLength: 10_000, description: 'Why the learner applies, in own words' });

/** Claims a first-come place. */
export const ClaimInput = Type.Object({ statement: Type.Optional(Statement) });
export type ClaimInput = Static<typeof ClaimInput>;

/** A ranked list: the first offer is wanted most. Replaces the list that was there. */
export const RankedListInput = Type.Object({
  offerIds: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }),
  statement: Type.Optional(Statement),
});
export type RankedListInput = Static<typeof RankedListInput>;

/** Gives up an application; the provider of a place that becomes free reads the reason. */
export const WithdrawalInput = Type.Object({ reason: Type.Optional(Reason) });
export type WithdrawalInput = Static<typeof WithdrawalInput>;

/** Declines an offered place. */
export const DeclineInput = Type.Object({ reason: Reason });
export type DeclineInput = Static<typeof DeclineInput>;

/** The organisation beside an offer or a learner. */
const Party = Type.Object({ id: Id, name: Type.String(), shortMark: Type.String() });

/** An offer as it stands in an application. */
export const AppliedOffer = Type.Object({
  id: Id,
  kind: OneOf(offerKinds),
  state: Type.Unsafe<OfferState>({ type: 'string', enum: Object.keys(offerMachine.states) }),
  title: LocalisedText,
  provider: Party,
  city: Nullable(Type.String()),
  country: Nullable(Type.String()),
  startsOn: Nullable(Type.String()),
  endsOn: Nullable(Type.String()),
});
export type AppliedOffer = Static<typeof AppliedOffer>;

/** The round of a ranked list. */
export const AppliedRound = Type.Object({
  id: Id,
  name: LocalisedText,
  state: Type.Unsafe<RoundState>({ type: 'string', enum: Object.keys(roundMachine.states) }),
  closesAt: Type.String(),
});
export type AppliedRound = Static<typeof AppliedRound>;

/** One line of a ranked list; `rank` is null for providers, whom it does not concern. */
export const Wish = Type.Object({ rank: Nullable(Type.Integer()), offer: AppliedOffer });
export type Wish = Static<typeof Wish>;

export const applicationAbilities = ['change', 'accept', 'decline', 'withdraw'] as const;

/** An application as its reader sees it: a provider reads only what concerns its own offers. */
export const ApplicationView = Type.Object({
  id: Id,
  state: Type.Unsafe<ApplicationState>({ type: 'string', enum: applicationStates }),
  person: Type.Object({ id: Id, name: Type.String() }),
  home: Party,
  offer: Nullable(AppliedOffer),
  round: Nullable(AppliedRound),
  wishes: Type.Array(Wish),
  queuePosition: Nullable(Type.Integer({ description: 'Place on the waiting list, 1 is next' })),
  statement: Type.String(),
  submittedAt: Type.String(),
  respondBy: Nullable(Type.String()),
  respondedAt: Nullable(Type.String()),
  withdrawnAt: Nullable(Type.String()),
  reason: Nullable(Type.String({ description: 'Why it was withdrawn or declined' })),
  version: Type.Integer(),
  abilities: Abilities(applicationAbilities),
});
export type ApplicationView = Static<typeof ApplicationView>;

export const ApplicationPage = Page(ApplicationView);
export type ApplicationPage = Static<typeof ApplicationPage>;

/** home: the learners of one's organisation; provider: those who ask for its offers. Without it: all that one may see. */
export const applicationSides = ['home', 'provider'] as const;

export const ApplicationQuery = Type.Object({
  ...pageQuery,
  side: Type.Optional(OneOf(applicationSides)),
  state: Type.Optional(Type.Array(OneOf(applicationStates), { maxItems: 7 })),
  kind: Type.Optional(Type.Array(OneOf(offerKinds), { maxItems: 10 })),
  offerId: Type.Optional(Id),
  roundId: Type.Optional(Id),
  words: Type.Optional(Type.String({ maxLength: 200, description: 'Part of the learner’s name' })),
});
export type ApplicationQuery = Static<typeof ApplicationQuery>;

/** A learner's place in a round: its rules and the own list, `version` 0 before the first one is submitted. */
export const RankedListView = Type.Object({
  round: Type.Object({
    id: Id,
    name: LocalisedText,
    state: Type.Unsafe<RoundState>({ type: 'string', enum: Object.keys(roundMachine.states) }),
    organisation: Party,
    opensAt: Type.String(),
    closesAt: Type.String(),
    respondBy: Nullable(Type.String()),
    wishesMinimum: Type.Integer(),
    wishesMaximum: Type.Integer(),
    rankedBy: OneOf(['provider_ranking', 'score', 'lottery'] as const),
    seedCommitment: Nullable(Type.String()),
  }),
  application: Nullable(ApplicationView),
  version: Type.Integer(),
  abilities: Abilities(['change'] as const),
});
export type RankedListView = Static<typeof RankedListView>;

/** An offer of a round that the reader may wish for, with the conditions that the reader does not meet. */
export const ChoiceView = Type.Object({
  offer: AppliedOffer,
  places: Type.Integer(),
  eligibilityFailures: Type.Unsafe<EligibilityFailure[]>({ type: 'array', items: {} }),
});
export type ChoiceView = Static<typeof ChoiceView>;
export const ChoicePage = Page(ChoiceView);
export type ChoicePage = Static<typeof ChoicePage>;

export const ChoiceQuery = Type.Object({ ...pageQuery, words: Type.Optional(Type.String({ maxLength: 200 })) });
export type ChoiceQuery = Static<typeof ChoiceQuery>;
