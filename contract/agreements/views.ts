import { Type, type Static } from 'typebox';
import { LocalisedText } from '../localised-text.ts';
import { PersonName } from '../participation/plans.ts';
import { Abilities, Day, Id, Instant, Nullable, OneOf } from '../schema.ts';
import { agreementMachine, type AgreementState } from '../states/agreement.ts';
import { versionMachine, type VersionState } from '../states/agreement-version.ts';
import { Clause } from './clause.ts';
import { partyRoles, RecordHash } from './record.ts';
import { LifeRequestView } from './requests.ts';
import { reviewDecisions, reviewSteps } from './review.ts';
import { accessionRules, AgreementTerms, renewals, withdrawalRules } from './terms.ts';

const agreementStates = Object.keys(agreementMachine.states) as AgreementState[];
const versionStates = Object.keys(versionMachine.states) as VersionState[];

/** One version without its text; who proposed it, what became of it. */
export const VersionSummary = Type.Object({
  id: Id,
  number: Type.Integer(),
  basedOn: Nullable(Type.Integer()),
  state: OneOf(versionStates),
  hash: Nullable(RecordHash),
  version: Type.Integer(),
  createdAt: Instant,
  createdBy: Nullable(PersonName),
  proposedAt: Nullable(Instant),
  proposedBy: Nullable(PersonName),
  approvedAt: Nullable(Instant),
  sealedAt: Nullable(Instant),
  closedAt: Nullable(Instant),
  closeReason: Nullable(Type.String()),
});
export type VersionSummary = Static<typeof VersionSummary>;

/** The text of a version. `edits` has, for each clause of a draft, the version to send in If-Match and who last changed it. */
export const VersionText = Type.Object({
  number: Type.Integer(),
  state: OneOf(versionStates),
  hash: Nullable(RecordHash),
  version: Type.Integer(),
  terms: AgreementTerms,
  clauses: Type.Array(Clause),
  edits: Type.Record(
    Type.String(),
    Type.Object({ version: Type.Integer(), changedAt: Instant, changedBy: Nullable(PersonName) }),
  ),
});
export type VersionText = Static<typeof VersionText>;

const OrganisationName = Type.Object({ id: Id, name: Type.String() });

/**
 * Who negotiates or is bound. `joinedOn` null: not bound, or never. `leftOn`: the first day on which it was not. `mergedInto`:
 * the organisation that took its place. One that was never bound and left reads what the organisation merged into it signed.
 */
export const PartyView = Type.Object({
  organisationId: Id,
  name: Type.String(),
  shortMark: Type.String(),
  role: OneOf(partyRoles),
  joinedOn: Nullable(Day),
  leftOn: Nullable(Day),
  mergedInto: Nullable(OrganisationName),
  responsible: Nullable(PersonName),
  chain: Type.Array(OneOf(reviewSteps)),
  reviewers: Type.Array(Type.Object({ step: OneOf(reviewSteps), person: PersonName })),
  decisions: Type.Array(
    Type.Object({
      step: OneOf(reviewSteps),
      decision: OneOf(reviewDecisions),
      reason: Nullable(Type.String()),
      person: PersonName,
      at: Instant,
    }),
    { description: 'About the version that is open' },
  ),
});
export type PartyView = Static<typeof PartyView>;

/** What cannot stand as it is in a draft: where, and the sentence for the reader. `name` is a field of the promise or access. */
export const DraftFault = Type.Object({
  clauseKey: Type.String(),
  part: OneOf(['commitment', 'access']),
  name: Type.String(),
  message: Type.String(),
});
export type DraftFault = Static<typeof DraftFault>;

export const agreementAbilities = [
  'edit',
  'comment',
  'propose',
  'decide',
  'startVersion',
  'abandon',
  'manage',
  'ask',
] as const;

/** The agreement as every party reads it. `inForce` stays what it is while `open` is negotiated. */
export const AgreementView = Type.Object({
  id: Id,
  reference: Type.String(),
  template: Type.String(),
  partnership: Nullable(Type.Object({ id: Id, name: Type.String() })),
  state: OneOf(agreementStates),
  title: LocalisedText,
  startsOn: Nullable(Day),
  endsOn: Nullable(Day),
  renewal: OneOf(renewals),
  renewalMonths: Nullable(Type.Integer()),
  noticeDays: Type.Integer(),
  accession: OneOf(accessionRules),
  withdrawal: OneOf(withdrawalRules),
  endedAt: Nullable(Instant),
  endReason: Nullable(Type.String()),
  dormantSince: Nullable(Instant),
  inForce: Nullable(VersionText),
  open: Nullable(VersionText),
  versions: Type.Array(VersionSummary),
  parties: Type.Array(PartyView),
  guests: Type.Array(
    Type.Object({
      person: PersonName,
      may: OneOf(['edit', 'comment']),
      invitedFor: Id,
      organisation: Nullable(OrganisationName),
    }),
    { description: '`organisation`: the party for which the person works today' },
  ),
  requests: Type.Array(LifeRequestView),
  unfilled: Type.Array(
    Type.Object({
      clauseKey: Type.String(),
      part: OneOf(['field', 'commitment', 'access', 'text']),
      name: Type.String(),
    }),
  ),
  faults: Type.Array(DraftFault, { description: 'What must be corrected before the draft can be proposed' }),
  yourSteps: Type.Array(OneOf(reviewSteps), { description: 'Steps of the review that wait for the reader' }),
  version: Type.Integer(),
  abilities: Abilities(agreementAbilities),
});
export type AgreementView = Static<typeof AgreementView>;

/** What a change answers: which agreement, and how far its record is now. */
export const AgreementMoved = Type.Object({ id: Id, version: Type.Integer() });
export type AgreementMoved = Static<typeof AgreementMoved>;
