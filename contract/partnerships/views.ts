import { Type, type Static } from 'typebox';
import { commitmentWords } from '../commitments/judge.ts';
import { LocalisedText } from '../localised-text.ts';
import { offerKinds } from '../offer-kinds.ts';
import { Abilities, Day, Id, Instant, Nullable, OneOf, Reason } from '../schema.ts';
import { partnershipPhases } from './phase.ts';
import { memberRoles, partnershipModels, publicFields } from './terms.ts';

const Organisation = Type.Object({ id: Id, name: Type.String(), shortMark: Type.String() });

export const PartnershipMemberView = Type.Object({
  organisation: Organisation,
  role: OneOf(memberRoles),
  joinedOn: Day,
  leftOn: Nullable(Day),
  city: Nullable(Type.String()),
  country: Nullable(Type.String()),
  units: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  latitude: Nullable(Type.Number()),
  longitude: Nullable(Type.Number()),
  offers: Type.Array(Type.Object({ kind: OneOf(offerKinds), count: Type.Integer(), places: Type.Integer() })),
  needs: Type.Array(
    Type.Object({ fieldCode: Type.String(), offerKind: Nullable(OneOf(offerKinds)), note: Type.String() }),
  ),
});
export type PartnershipMemberView = Static<typeof PartnershipMemberView>;

export const GoalView = Type.Object({
  id: Id,
  text: Type.String(),
  owner: Organisation,
  dueOn: Nullable(Day),
  reachedOn: Nullable(Day),
  version: Type.Integer(),
});
export type GoalView = Static<typeof GoalView>;

export const PartnershipPersonView = Type.Object({
  id: Id,
  groupId: Nullable(Id),
  personId: Id,
  name: Type.String(),
  organisationId: Id,
  function: Type.String(),
});

export const PartnershipRequestView = Type.Object({
  id: Id,
  organisation: Organisation,
  kind: OneOf(['application', 'invitation']),
  role: OneOf(memberRoles),
  message: Type.String(),
  askedAt: Instant,
  version: Type.Integer(),
  abilities: Abilities(['answer', 'withdraw']),
});

/** Something that happened to the partnership or to the agreement whose title stands there. */
export const PartnershipHappening = Type.Object({
  id: Id,
  at: Instant,
  action: Type.String(),
  organisation: Nullable(Type.String()),
  title: Nullable(LocalisedText),
  reason: Nullable(Type.String()),
});
export type PartnershipHappening = Static<typeof PartnershipHappening>;

export const partnershipAbilities = ['change', 'apply', 'end'] as const;

/**
 * The page of a partnership. To its members everything; to others only what the partners chose to show: the rest is empty,
 * and `shown` says which parts are meant to be read.
 */
export const PartnershipDetail = Type.Object({
  id: Id,
  name: Type.String(),
  model: OneOf(partnershipModels),
  phase: OneOf(partnershipPhases),
  isMember: Type.Boolean(),
  isOpen: Type.Boolean(),
  shown: Type.Array(OneOf(publicFields)),
  publicFields: Type.Array(OneOf(publicFields)),
  purpose: Type.String(),
  createdAt: Instant,
  endedOn: Nullable(Day),
  endReason: Nullable(Type.String()),
  members: Type.Array(PartnershipMemberView),
  goals: Type.Array(GoalView),
  groups: Type.Array(Type.Object({ id: Id, name: Type.String(), purpose: Type.String(), version: Type.Integer() })),
  people: Type.Array(PartnershipPersonView),
  agreements: Type.Array(
    Type.Object({
      id: Id,
      title: LocalisedText,
      state: Type.String(),
      endsOn: Nullable(Day),
      word: Nullable(OneOf(commitmentWords)),
      isVisible: Type.Boolean({ description: 'The reader may open it' }),
    }),
  ),
  requests: Type.Array(PartnershipRequestView),
  activity: Type.Array(PartnershipHappening),
  decisions: Type.Array(PartnershipHappening),
  version: Type.Integer(),
  abilities: Abilities(partnershipAbilities),
});
export type PartnershipDetail = Static<typeof PartnershipDetail>;

export const GoalInput = Type.Object({
  text: Type.String({ minLength: 3, maxLength: 1_000 }),
  ownerId: Id,
  dueOn: Type.Optional(Nullable(Day)),
  reachedOn: Type.Optional(Nullable(Day)),
});
export type GoalInput = Static<typeof GoalInput>;

export const GroupInput = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  purpose: Type.Optional(Type.String({ maxLength: 2_000 })),
});
export type GroupInput = Static<typeof GroupInput>;

/** A contact (no group) or somebody in a working group; of the organisation on whose behalf one acts. */
export const PartnershipPersonInput = Type.Object({
  personId: Id,
  groupId: Type.Optional(Nullable(Id)),
  function: Type.Optional(Type.String({ maxLength: 200 })),
});
export type PartnershipPersonInput = Static<typeof PartnershipPersonInput>;

export const PartnershipPersonChange = Type.Object({ function: Type.String({ maxLength: 200 }) });

/** An application of own organisation; or, by a member, an invitation of another one. */
export const JoinInput = Type.Object({ message: Reason, organisationId: Type.Optional(Id) });
export type JoinInput = Static<typeof JoinInput>;

export const JoinAnswer = Type.Object({
  decision: OneOf(['accepted', 'declined']),
  answer: Type.Optional(Type.String({ maxLength: 2_000 })),
});
export type JoinAnswer = Static<typeof JoinAnswer>;

export const InterestView = Type.Object({
  direction: OneOf(['strength', 'need']),
  fieldCode: Type.String({ pattern: '^[0-9]{2,4}$' }),
  offerKind: Nullable(OneOf(offerKinds)),
  note: Type.String({ maxLength: 500 }),
});
export type InterestView = Static<typeof InterestView>;
export const InterestList = Type.Object({ items: Type.Array(InterestView, { maxItems: 60 }) });
export type InterestList = Static<typeof InterestList>;

/** A partner that fits, with every reason and its points. */
export const SuggestionView = Type.Object({
  organisation: Type.Object({
    id: Id,
    name: Type.String(),
    shortMark: Type.String(),
    kind: Type.String(),
    city: Nullable(Type.String()),
    country: Nullable(Type.String()),
  }),
  points: Type.Integer(),
  reasons: Type.Array(
    Type.Object({
      reason: OneOf(['offers_what_you_need', 'needs_what_you_offer', 'shares_field', 'worked_together', 'near']),
      fieldCode: Type.Optional(Type.String()),
      places: Type.Optional(Type.Integer()),
      km: Type.Optional(Type.Integer()),
      points: Type.Integer(),
    }),
  ),
});
export type SuggestionView = Static<typeof SuggestionView>;
export const SuggestionList = Type.Object({ items: Type.Array(SuggestionView) });
export type SuggestionList = Static<typeof SuggestionList>;
