import { Type, type Static } from 'typebox';
import { Id, Nullable, OneOf } from '../schema.ts';
import { Clause } from './clause.ts';
import { AgreementTerms } from './terms.ts';

export const partyRoles = ['lead', 'party'] as const;
export type PartyRole = (typeof partyRoles)[number];

/** SHA-256 of a record in its canonical form (RFC 8785), as hex: the name of a proposed version. */
export const RecordHash = Type.String({ pattern: '^[0-9a-f]{64}$' });

/**
 * What a proposed version says, whole: the record that is hashed, approved, signed and sealed. Never changed once it
 * exists. Clauses stand in their order; `basedOn` names the version from which it was made.
 */
export const AgreementRecord = Type.Object(
  {
    format: Type.Literal('collegium.agreement/1'),
    agreementId: Id,
    reference: Type.String(),
    number: Type.Integer({ minimum: 1 }),
    basedOn: Nullable(Type.Object({ number: Type.Integer(), hash: RecordHash })),
    terms: AgreementTerms,
    parties: Type.Array(
      Type.Object({
        organisationId: Id,
        name: Type.String(),
        country: Nullable(Type.String()),
        role: OneOf(partyRoles),
      }),
      { minItems: 2 },
    ),
    clauses: Type.Array(Clause, { minItems: 1, maxItems: 400 }),
  },
  { additionalProperties: false },
);
export type AgreementRecord = Static<typeof AgreementRecord>;
