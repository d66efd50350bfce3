import { Type, type Static } from 'typebox';
import { offerKinds } from '../kinds.ts';
import { LocalisedText } from '../localised-text.ts';
import { GoalResult, parties } from '../participation.ts';
import { Abilities, Day, Id, Instant, Nullable, OneOf, Page, pageQuery, Reason } from '../schema.ts';
import { outcomeMachine, type OutcomeState } from '../states/outcome.ts';
import { participationMachine, type ParticipationState } from '../states/participation.ts';
import { JournalSummary } from './journal.ts';
import { PersonName, PlanView } from './plans.ts';

const states = Object.keys(participationMachine.states) as ParticipationState[];
const outcomeStates = Object.keys(outcomeMachine.states) as OutcomeState[];

/** What a participation may wait for, and from which party. */
export const openSteps = [
  'propose_plan',
  'approve_plan',
  'confirm_journal',
  'complete',
  'assess',
  'countersign',
  'recognise',
] as const;
export const OpenStep = Type.Object({ party: OneOf(parties), step: OneOf(openSteps) });
export type OpenStep = Static<typeof OpenStep>;

export const OrganisationName = Type.Object({ id: Id, name: Type.String(), shortMark: Type.String() });

const common = {
  id: Id,
  state: OneOf(states),
  offer: Type.Object({ id: Id, kind: OneOf(offerKinds), title: LocalisedText, city: Nullable(Type.String()) }),
  learner: PersonName,
  home: OrganisationName,
  provider: OrganisationName,
  startsOn: Nullable(Day),
  endsOn: Nullable(Day),
  plannedMinutes: Nullable(Type.Integer()),
  minutes: Type.Integer(),
  outcome: Nullable(Type.Object({ id: Id, state: OneOf(outcomeStates) })),
  openSteps: Type.Array(OpenStep),
  myParties: Type.Array(OneOf(parties)),
  createdAt: Instant,
};

export const ParticipationListItem = Type.Object(common);
export type ParticipationListItem = Static<typeof ParticipationListItem>;
export const ParticipationPage = Page(ParticipationListItem);
export type ParticipationPage = Static<typeof ParticipationPage>;

/** `side`: as which organisation one looks; `needsMe`: only what waits for one’s own party. */
export const ParticipationQuery = Type.Object({
  ...pageQuery,
  words: Type.Optional(Type.String({ maxLength: 200 })),
  state: Type.Optional(Type.Array(OneOf(states))),
  kind: Type.Optional(Type.Array(OneOf(offerKinds))),
  side: Type.Optional(OneOf(['home', 'provider'])),
  organisation: Type.Optional(Id),
  offer: Type.Optional(Id),
  needsMe: Type.Optional(Type.Boolean()),
});
export type ParticipationQuery = Static<typeof ParticipationQuery>;

export const participationAbilities = [
  'proposePlan',
  'approvePlan',
  'writeJournal',
  'confirmJournal',
  'endEarly',
  'complete',
  'assess',
] as const;

/** Everything that the page of a participation shows. `today` is the date at the place. */
export const ParticipationView = Type.Object({
  ...common,
  offer: Type.Object({
    ...common.offer.properties,
    country: Nullable(Type.String()),
    timeZone: Type.String(),
    creditsEcts: Nullable(Type.Number()),
    pay: Nullable(Type.Object({ minorPerMonth: Type.Integer(), currency: Type.String() })),
  }),
  today: Day,
  appliedAt: Instant,
  startedAt: Nullable(Instant),
  endedAt: Nullable(Instant),
  endedBy: Nullable(Type.String()),
  endReason: Nullable(Type.String()),
  plans: Type.Array(PlanView, { description: 'Newest first' }),
  planInForce: Nullable(Type.Integer({ description: 'Number of the last version that all agreed to' })),
  planWaiting: Nullable(Type.Integer({ description: 'Number of the version that waits for approval' })),
  journal: JournalSummary,
  outcome: Nullable(
    Type.Object({
      id: Id,
      state: OneOf(outcomeStates),
      goalResults: Type.Array(GoalResult),
      providerStatement: Type.String(),
      assessedBy: Type.String(),
      assessedAt: Instant,
      creditsEctsProposed: Nullable(Type.Number()),
      creditsEctsRecognised: Nullable(Type.Number()),
    }),
  ),
  version: Type.Integer(),
  abilities: Abilities(participationAbilities),
});
export type ParticipationView = Static<typeof ParticipationView>;

export const EndInput = Type.Object({ reason: Reason });
