import { Type, type Static } from 'typebox';
import { LocalisedText } from '../localised-text.ts';
import { Day, Id, Instant, Nullable, OneOf } from '../schema.ts';
import { AgreementRecord, RecordHash } from './record.ts';
import { signatoryKinds, signingMethods } from './signing.ts';

/** A signature as it is sealed. `at` when it was given here; `on` and `documentSha256` when it was given elsewhere. */
export const SealedSignature = Type.Object({
  organisationId: Id,
  organisation: Type.String(),
  kind: OneOf(signatoryKinds),
  method: OneOf(signingMethods),
  name: Type.String(),
  office: Type.String(),
  at: Nullable(Instant),
  on: Nullable(Day),
  versionHash: RecordHash,
  statement: Type.String(),
  documentSha256: Nullable(Type.String()),
  confirmedBy: Nullable(Type.String()),
  confirmedAt: Nullable(Instant),
});
export type SealedSignature = Static<typeof SealedSignature>;

/** What the platform signs when the last signature is given: canonical JSON (RFC 8785) of this, Ed25519 (RFC 8032). */
export const SealedStatement = Type.Object({
  format: Type.Literal('collegium.agreement-seal/1'),
  network: Type.String(),
  agreementId: Id,
  number: Type.Integer(),
  versionHash: RecordHash,
  sealedAt: Instant,
  checkCode: Type.String(),
  signatures: Type.Array(SealedSignature),
});
export type SealedStatement = Static<typeof SealedStatement>;

const sealed = {
  keyId: Type.String(),
  publicKey: Type.String({ description: 'Ed25519, 32 bytes as hex' }),
  signature: Type.String({ description: '64 bytes as hex' }),
};

export const AgreementSeal = Type.Object({ ...sealed, statement: SealedStatement });
export type AgreementSeal = Static<typeof AgreementSeal>;

/** What the platform signs when somebody joins a version in force: like the seal of the version, which stays as it is. */
export const AccessionStatement = Type.Object({
  format: Type.Literal('collegium.accession-seal/1'),
  network: Type.String(),
  agreementId: Id,
  number: Type.Integer(),
  versionHash: RecordHash,
  joinedOn: Day,
  signature: SealedSignature,
});
export type AccessionStatement = Static<typeof AccessionStatement>;

export const AccessionSeal = Type.Object({ ...sealed, statement: AccessionStatement });
export type AccessionSeal = Static<typeof AccessionSeal>;

/** What is attached to the PDF, and can be had by itself: enough to check everything without the platform. */
export const AgreementFile = Type.Object({
  format: Type.Literal('collegium.agreement-file/1'),
  network: Type.String(),
  checkUrl: Nullable(Type.String()),
  hash: RecordHash,
  record: AgreementRecord,
  signatures: Type.Array(SealedSignature),
  seal: Nullable(AgreementSeal),
  accessions: Type.Optional(
    Type.Array(AccessionSeal, { description: 'Who joined since, each with its own signature' }),
  ),
});
export type AgreementFile = Static<typeof AgreementFile>;

/** What anybody reads who has the code of a document. */
export const AgreementCheck = Type.Object({
  reference: Type.String(),
  title: LocalisedText,
  number: Type.Integer(),
  hash: RecordHash,
  standing: OneOf(['being_signed', 'sealed', 'in_force', 'replaced', 'ended', 'declined']),
  parties: Type.Array(Type.String()),
  signatures: Type.Array(SealedSignature),
  missing: Type.Integer({ description: 'Signatures that are still to come' }),
  accessions: Type.Array(Type.Object({ joinedOn: Day, signature: SealedSignature })),
  sealedAt: Nullable(Instant),
  keyId: Nullable(Type.String()),
  isSealRight: Nullable(Type.Boolean({ description: 'Whether the stored text and signatures fit the seal' })),
});
export type AgreementCheck = Static<typeof AgreementCheck>;
