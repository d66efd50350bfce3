import { Type, type Static } from 'typebox';
import { LocalisedText } from '../localised-text.ts';
import { Abilities, Day, Id, Nullable, Page, pageQuery, Reason, RequiredText } from '../schema.ts';

/** What an owner asks people to have learnt. `recognisedIds` are qualifications of others whose passports open it too. */
export const QualificationInput = Type.Object({
  name: RequiredText,
  description: Type.Optional(LocalisedText),
  validMonths: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 600 }))),
  offerId: Type.Optional(Nullable(Id)),
  recognisedIds: Type.Optional(Type.Array(Id, { maxItems: 100, uniqueItems: true })),
});
export type QualificationInput = Static<typeof QualificationInput>;

export const QualificationView = Type.Object({
  id: Id,
  owner: Type.Object({ id: Id, name: Type.String(), shortMark: Type.String() }),
  name: LocalisedText,
  description: LocalisedText,
  validMonths: Nullable(Type.Integer()),
  offerId: Nullable(Id),
  recognised: Type.Array(Type.Object({ id: Id, name: LocalisedText, organisationName: Type.String() })),
  version: Type.Integer(),
  abilities: Abilities(['change', 'issue']),
});
export type QualificationView = Static<typeof QualificationView>;
export const QualificationPage = Page(QualificationView);
export type QualificationPage = Static<typeof QualificationPage>;
export const QualificationQuery = Type.Object({ ...pageQuery, organisationId: Type.Optional(Id) });
export type QualificationQuery = Static<typeof QualificationQuery>;

/** A passport for a member of any organisation, found by mail address. */
export const PassportInput = Type.Object({
  email: Type.String({ format: 'email', maxLength: 254 }),
  issuedOn: Type.Optional(Day),
  expiresOn: Type.Optional(Nullable(Day)),
  evidence: Type.Optional(Type.String({ maxLength: 500 })),
});
export type PassportInput = Static<typeof PassportInput>;

export const PassportView = Type.Object({
  id: Id,
  person: Type.Object({ id: Id, name: Type.String() }),
  qualification: Type.Object({ id: Id, name: LocalisedText, organisationName: Type.String() }),
  issuedOn: Day,
  expiresOn: Nullable(Day),
  isValid: Type.Boolean(),
  evidence: Type.String(),
  revokedAt: Nullable(Type.String()),
  revocationReason: Nullable(Type.String()),
  version: Type.Integer(),
  abilities: Abilities(['revoke']),
});
export type PassportView = Static<typeof PassportView>;
export const PassportPage = Page(PassportView);
export type PassportPage = Static<typeof PassportPage>;
export const PassportQuery = Type.Object({ ...pageQuery, qualificationId: Type.Optional(Id) });
export type PassportQuery = Static<typeof PassportQuery>;
export const RevocationInput = Type.Object({ reason: Reason });
