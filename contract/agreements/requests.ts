import { Type, type Static } from 'typebox';
import { PersonName } from '../participation/plans.ts';
import { Abilities, Day, Id, Instant, Nullable, OneOf, Reason } from '../schema.ts';
import { RecordHash } from './record.ts';
import { SignInput } from './signing.ts';

/** What a party may ask for in the life of an agreement without a new version. */
export const requestKinds = [
  'renewal',
  'non_renewal',
  'accession',
  'withdrawal',
  'suspension',
  'resumption',
  'termination',
] as const;
export type RequestKind = (typeof requestKinds)[number];

/** notice: nobody must agree. lead: the party that leads. all: every other party in force. Who joins agrees for itself. */
export const requestNeeds = ['notice', 'lead', 'all'] as const;
export type RequestNeeds = (typeof requestNeeds)[number];

export const requestStates = ['open', 'agreed', 'refused', 'recalled', 'done'] as const;
export type RequestState = (typeof requestStates)[number];

/** `organisationId` names who joins; `byNotice` chooses notice where the agreement allows both. */
export const LifeRequestInput = Type.Object(
  {
    kind: OneOf(requestKinds),
    reason: Reason,
    effectiveOn: Day,
    newEndOn: Type.Optional(Day),
    organisationId: Type.Optional(Id),
    byNotice: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type LifeRequestInput = Static<typeof LifeRequestInput>;

/** `signature`: of the organisation that joins, which signs the text in force; all others only agree. */
export const LifeAnswerInput = Type.Object(
  {
    decision: OneOf(['agreed', 'refused']),
    reason: Type.Optional(Reason),
    signature: Type.Optional(SignInput),
  },
  { additionalProperties: false },
);
export type LifeAnswerInput = Static<typeof LifeAnswerInput>;

export const LifeRequestView = Type.Object({
  id: Id,
  kind: OneOf(requestKinds),
  organisation: Type.Object({ id: Id, name: Type.String() }),
  askedFor: Id,
  askedAt: Instant,
  askedBy: Nullable(PersonName),
  reason: Type.String(),
  effectiveOn: Day,
  newEndOn: Nullable(Day),
  needs: OneOf(requestNeeds),
  state: OneOf(requestStates),
  answers: Type.Array(
    Type.Object({
      organisationId: Id,
      organisation: Type.String(),
      decision: OneOf(['agreed', 'refused']),
      reason: Nullable(Type.String()),
      person: PersonName,
      at: Instant,
      signature: Nullable(
        Type.Object({ name: Type.String(), office: Type.String(), statement: Type.String(), versionHash: RecordHash }),
      ),
    }),
  ),
  waitingFor: Type.Array(Id, { description: 'Organisations that have not answered' }),
  abilities: Abilities(['answer', 'recall']),
});
export type LifeRequestView = Static<typeof LifeRequestView>;
