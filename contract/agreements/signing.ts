import { Type, type Static } from 'typebox';
import { LocalisedText } from '../localised-text.ts';
import { PersonName } from '../participation/plans.ts';
import { Abilities, Day, Id, Instant, Nullable, OneOf, Reason } from '../schema.ts';
import { versionMachine, type VersionState } from '../states/agreement-version.ts';
import { RecordHash } from './record.ts';

export const signatoryKinds = ['signatory', 'witness'] as const;
export type SignatoryKind = (typeof signatoryKinds)[number];

/** signed_in: with an account. link: by a link that was mailed. elsewhere: on paper or with another tool. */
export const signingMethods = ['signed_in', 'link', 'elsewhere'] as const;
export type SigningMethod = (typeof signingMethods)[number];

/** How long somebody who proved who they are may sign, in seconds. */
export const freshSeconds = 300;

/** The function in which somebody signs, as it stands on the document. */
export const Office = Type.String({ minLength: 2, maxLength: 200 });
const FullName = Type.String({ minLength: 2, maxLength: 200 });
const Address = Type.String({ format: 'email', maxLength: 254 });

const who = {
  personId: Type.Optional(Nullable(Id)),
  name: Type.Optional(FullName),
  email: Type.Optional(Address),
  office: Type.Optional(Office),
  language: Type.Optional(OneOf(['en', 'zh-CN'])),
};

/** Who signs: a member (`personId`), somebody without an account (`name`, `email`), or, with neither, any administrator. */
export const SignatoryInput = Type.Object(
  {
    organisationId: Id,
    kind: Type.Optional(OneOf(signatoryKinds)),
    step: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
    ...who,
  },
  { additionalProperties: false },
);
export type SignatoryInput = Static<typeof SignatoryInput>;

export const StartSigningInput = Type.Object(
  {
    hash: RecordHash,
    dueOn: Day,
    signatories: Type.Array(SignatoryInput, { minItems: 2, maxItems: 200 }),
  },
  { additionalProperties: false },
);
export type StartSigningInput = Static<typeof StartSigningInput>;

/** `hash` says which text was read; `language` in which language the statement was. */
export const SignInput = Type.Object(
  { hash: RecordHash, office: Office, language: OneOf(['en', 'zh-CN']) },
  { additionalProperties: false },
);
export type SignInput = Static<typeof SignInput>;

export const DeclineInput = Type.Object({ reason: Reason }, { additionalProperties: false });
export type DeclineInput = Static<typeof DeclineInput>;

export const ReplaceSignatoryInput = Type.Object({ ...who, reason: Reason }, { additionalProperties: false });
export type ReplaceSignatoryInput = Static<typeof ReplaceSignatoryInput>;

export const DelegatesInput = Type.Object(
  { personIds: Type.Array(Id, { maxItems: 10, uniqueItems: true }) },
  { additionalProperties: false },
);
export type DelegatesInput = Static<typeof DelegatesInput>;

/** A document that was signed elsewhere: by whom, as what, on which day; `fileId` of the upload. */
export const ElsewhereInput = Type.Object(
  { hash: RecordHash, fileId: Id, signedOn: Day, name: FullName, office: Office },
  { additionalProperties: false },
);
export type ElsewhereInput = Static<typeof ElsewhereInput>;

/** What another party says of the document: it is the signature of this text, or it is not, and why. */
export const ConfirmationInput = Type.Object(
  { decision: OneOf(['confirmed', 'refused']), reason: Type.Optional(Reason) },
  { additionalProperties: false },
);
export type ConfirmationInput = Static<typeof ConfirmationInput>;

export const SignatureView = Type.Object({
  method: OneOf(signingMethods),
  name: Type.String(),
  office: Type.String(),
  at: Nullable(Instant),
  on: Nullable(Day),
  statement: Type.String(),
  versionHash: RecordHash,
  document: Nullable(Type.Object({ name: Type.String(), sizeBytes: Type.Integer(), sha256: Type.String() })),
  recordedFor: Id,
  confirmed: Nullable(Type.Object({ at: Instant, by: Nullable(PersonName), organisationId: Id })),
});
export type SignatureView = Static<typeof SignatureView>;

export const signatoryAbilities = [
  'sign',
  'decline',
  'replace',
  'delegate',
  'sendLink',
  'bringDocument',
  'confirmDocument',
] as const;

/** waiting: for those before. due: their turn. unconfirmed: a document was brought that another party has not confirmed. */
export const signatoryStandings = ['waiting', 'due', 'unconfirmed', 'signed', 'declined'] as const;
export type SignatoryStanding = (typeof signatoryStandings)[number];

export const SignatoryView = Type.Object({
  id: Id,
  organisation: Type.Object({ id: Id, name: Type.String(), shortMark: Type.String() }),
  kind: OneOf(signatoryKinds),
  step: Type.Integer(),
  person: Nullable(PersonName),
  name: Nullable(Type.String()),
  email: Nullable(Type.String()),
  office: Nullable(Type.String()),
  delegates: Type.Array(PersonName),
  standing: OneOf(signatoryStandings),
  hasLeft: Type.Boolean({ description: 'The person no longer works for the organisation: name somebody else' }),
  askedAt: Nullable(Instant),
  linkExpiresAt: Nullable(Instant),
  declined: Nullable(Type.Object({ at: Instant, by: Type.String(), reason: Type.String() })),
  signature: Nullable(SignatureView),
  version: Type.Integer(),
  abilities: Abilities(signatoryAbilities),
});
export type SignatoryView = Static<typeof SignatoryView>;

/** Who joined the version since, by its own signature alone. */
const Joined = Type.Object({
  organisation: Type.Object({ id: Id, name: Type.String(), shortMark: Type.String() }),
  joinedOn: Day,
  name: Type.String(),
  office: Type.String(),
  at: Instant,
  statement: Type.String(),
});

/** The signing of a version: who is to sign it, who did. `canStart` while it is approved and nobody was named yet. */
export const SigningView = Type.Object({
  agreementId: Id,
  reference: Type.String(),
  title: LocalisedText,
  authenticLanguage: Type.String(),
  number: Type.Integer(),
  state: OneOf(Object.keys(versionMachine.states) as VersionState[]),
  hash: RecordHash,
  dueOn: Nullable(Day),
  checkCode: Nullable(Type.String()),
  startedAt: Nullable(Instant),
  sealedAt: Nullable(Instant),
  parties: Type.Array(Type.Object({ id: Id, name: Type.String(), shortMark: Type.String() })),
  signatories: Type.Array(SignatoryView),
  joined: Type.Array(Joined),
  canStart: Type.Boolean(),
});
export type SigningView = Static<typeof SigningView>;

/** What an act of signing answers. */
export const SigningMoved = Type.Object({ id: Id, agreementId: Id });
export type SigningMoved = Static<typeof SigningMoved>;
