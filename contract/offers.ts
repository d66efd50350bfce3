import { Type, type Static } from 'typebox';
import { levels, type EligibilityFailure, type EligibilityRule } from './eligibility.ts';
import { offerKinds, type OfferDetails } from './kinds.ts';
import { LocalisedText } from './localised-text.ts';
import { localTimePattern } from './offers/local-time.ts';
import { allocations, audiences, modes } from './offers/terms.ts';
import { Abilities, Day, Id, Instant, Nullable, OneOf, Reason, RequiredText, Term, TimeZone } from './schema.ts';
import { applicationMachine } from './states/application.ts';
import type { ApplicationState } from './states/application.ts';
import { offerMachine, type OfferState } from './states/offer.ts';
import { roundMachine, type RoundState } from './states/round.ts';

/** ISCED-F 2013, two to four digits. */
export const FieldCode = Type.String({ pattern: '^[0-9]{2,4}$' });
/** A language of instruction, BCP 47. */
export const LanguageTag = Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 35 });
export const CountryCode = Type.String({ pattern: '^[A-Z]{2}$' });

/** Checked by the schema of their kind (`kinds/`) when they arrive; here only their kind, so that a fault names its field. */
const Details = Type.Unsafe<OfferDetails>({
  type: 'object',
  description: 'What the kind adds; see kinds',
  required: ['kind'],
  properties: { kind: { type: 'string', enum: [...offerKinds] } },
  additionalProperties: true,
});
/** Checked by the schema of their type (`eligibility.ts`) when they arrive. */
const Rule = Type.Unsafe<EligibilityRule>({
  type: 'object',
  description: 'A condition that a learner must meet',
  required: ['type'],
  properties: { type: { type: 'string' } },
  additionalProperties: true,
});

/** A dated run, in wall-clock times of its zone. `id` of an existing session keeps it the same one. */
export const SessionInput = Type.Object({
  id: Type.Optional(Id),
  startsLocal: Type.String({ pattern: localTimePattern }),
  endsLocal: Type.String({ pattern: localTimePattern }),
  timeZone: Type.Optional(TimeZone),
  place: Type.Optional(Nullable(Type.String({ maxLength: 400 }))),
  note: Type.Optional(Nullable(Type.String({ maxLength: 2_000 }))),
});
export type SessionInput = Static<typeof SessionInput>;

/** What a provider enters. `sessions` and lists replace what was there; what is left out is empty. */
export const OfferInput = Type.Object({
  kind: OneOf(offerKinds),
  unitId: Type.Optional(Nullable(Id)),
  title: RequiredText,
  description: Type.Optional(LocalisedText),
  fieldCode: Type.Optional(Nullable(FieldCode)),
  skills: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 50 })),
  level: Type.Optional(Nullable(OneOf(levels))),
  languages: Type.Optional(Type.Array(LanguageTag, { maxItems: 20 })),
  mode: Type.Optional(OneOf(modes)),
  city: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
  country: Type.Optional(Nullable(CountryCode)),
  timeZone: Type.Optional(TimeZone),
  term: Type.Optional(Nullable(Term)),
  startsOn: Type.Optional(Nullable(Day)),
  endsOn: Type.Optional(Nullable(Day)),
  places: Type.Integer({ minimum: 1, maximum: 100_000 }),
  allocatedBy: OneOf(allocations),
  audience: Type.Optional(OneOf(audiences)),
  agreementId: Type.Optional(Nullable(Id)),
  applicationsOpenAt: Type.Optional(Nullable(Instant)),
  applicationsCloseAt: Type.Optional(Nullable(Instant)),
  eligibility: Type.Optional(Type.Array(Rule, { maxItems: 50 })),
  asksStatement: Type.Optional(Type.Boolean({ description: 'Learners say in own words why they apply' })),
  creditsEcts: Type.Optional(Nullable(Type.Number({ minimum: 0, maximum: 400 }))),
  hours: Type.Optional(Nullable(Type.Number({ minimum: 0, maximum: 20_000 }))),
  details: Type.Optional(Details),
  sessions: Type.Optional(Type.Array(SessionInput, { maxItems: 200 })),
});
export type OfferInput = Static<typeof OfferInput>;

/** Why an offer is withdrawn. */
export const OfferWithdrawal = Type.Object({ reason: Reason });

export const offerAbilities = ['change', 'publish', 'withdraw', 'discard', 'apply'] as const;

/** A session as everybody reads it: instants, and what the clock at the place shows. */
export const SessionView = Type.Object({
  id: Id,
  startsAt: Type.String(),
  endsAt: Type.String(),
  startsLocal: Type.String(),
  endsLocal: Type.String(),
  timeZone: Type.String(),
  place: Nullable(Type.String()),
  note: Nullable(Type.String()),
});

export const AttachmentView = Type.Object({
  fileId: Id,
  name: Type.String(),
  mediaType: Type.String(),
  sizeBytes: Type.Integer(),
});

/** The provider as it stands beside every offer. */
export const ProviderView = Type.Object({ id: Id, name: Type.String(), shortMark: Type.String() });

/** The round in which an offer's places are given, once it is open. */
export const OfferRoundView = Type.Object({
  id: Id,
  name: LocalisedText,
  state: Type.Unsafe<RoundState>({ type: 'string', enum: Object.keys(roundMachine.states) }),
  opensAt: Type.String(),
  closesAt: Type.String(),
});

/** The reader's own application for an offer. */
export const OwnApplicationView = Type.Object({
  id: Id,
  state: Type.Unsafe<ApplicationState>({ type: 'string', enum: Object.keys(applicationMachine.states) }),
  roundId: Nullable(Id),
});

/** An offer as its readers see it. `eligibilityFailures` are the reader's own; empty for everybody but learners. */
export const OfferView = Type.Object({
  id: Id,
  kind: OneOf(offerKinds),
  state: Type.Unsafe<OfferState>({ type: 'string', enum: Object.keys(offerMachine.states) }),
  provider: ProviderView,
  unit: Nullable(Type.Object({ id: Id, name: Type.String() })),
  title: LocalisedText,
  description: LocalisedText,
  fieldCode: Nullable(Type.String()),
  skills: Type.Array(Type.String()),
  level: Nullable(OneOf(levels)),
  languages: Type.Array(Type.String()),
  mode: OneOf(modes),
  city: Nullable(Type.String()),
  country: Nullable(Type.String()),
  timeZone: Type.String(),
  term: Nullable(Type.String()),
  startsOn: Nullable(Type.String()),
  endsOn: Nullable(Type.String()),
  places: Type.Integer(),
  placesTaken: Type.Integer(),
  waiting: Type.Integer({ description: 'People on the waiting list' }),
  allocatedBy: OneOf(allocations),
  audience: OneOf(audiences),
  agreementId: Nullable(Id),
  applicationsOpenAt: Nullable(Type.String()),
  applicationsCloseAt: Nullable(Type.String()),
  eligibility: Type.Unsafe<EligibilityRule[]>({ type: 'array', items: {} }),
  eligibilityFailures: Type.Unsafe<EligibilityFailure[]>({ type: 'array', items: {} }),
  asksStatement: Type.Boolean(),
  creditsEcts: Nullable(Type.Number()),
  hours: Nullable(Type.Number()),
  details: Type.Unsafe<Partial<OfferDetails>>({ description: 'What the kind adds; see kinds' }),
  sessions: Type.Array(SessionView),
  attachments: Type.Array(AttachmentView),
  round: Nullable(OfferRoundView),
  application: Nullable(OwnApplicationView),
  publishedAt: Nullable(Type.String()),
  withdrawnAt: Nullable(Type.String()),
  withdrawalReason: Nullable(Type.String()),
  version: Type.Integer(),
  abilities: Abilities(offerAbilities),
});
export type OfferView = Static<typeof OfferView>;
