import type { ImportKind } from '@collegium/contract/imports.ts';
import { OfferInput } from '@collegium/contract/offers.ts';
import { OrganisationInput } from '@collegium/contract/organisations.ts';
import { InvitationInput, ProfileInput } from '@collegium/contract/people.ts';
import { Day, OneOf } from '@collegium/contract/schema.ts';
import { type Static, type TSchema, Type } from 'typebox';

/** An organisation by an identifier, `erasmus:P PORTO02`, or by its exact name. */
const OrganisationReference = Type.String({ minLength: 1, maxLength: 420 });

/** An organisation as the form takes it; the short mark is made from the name when none is given. */
export const OrganisationRow = Type.Object({
  ...OrganisationInput.properties,
  shortMark: Type.Optional(OrganisationInput.properties.shortMark),
});
export type OrganisationRow = Static<typeof OrganisationRow>;

/** An offer as the form takes it, with its id in the source, its provider, and whether it is published at once. */
export const OfferRow = Type.Object({
  ...OfferInput.properties,
  id: Type.String({ minLength: 1, maxLength: 300 }),
  provider: OrganisationReference,
  state: Type.Optional(OneOf(['draft', 'published'])),
});
export type OfferRow = Static<typeof OfferRow>;

/**
 * An agreement concluded elsewhere, by which a partner (`provider`) receives learners of the organisation that imports: the
 * offer of its places, and the days between which it holds.
 */
export const AgreementRow = Type.Object({
  ...OfferRow.properties,
  agreementStartsOn: Day,
  agreementEndsOn: Day,
});
export type AgreementRow = Static<typeof AgreementRow>;

const { name, email, role, evidence } = InvitationInput.properties;
const { level, fieldCode, gradeAverage, gradeAverageMaximum, termsCompleted, languageResults, language } =
  ProfileInput.properties;

/** A member as the invitation takes it, with what a learner says of their studies. */
export const PersonRow = Type.Object({
  name,
  email,
  role,
  organisation: OrganisationReference,
  startedOn: Type.Optional(Day),
  evidence,
  language: Type.Optional(language),
  level: Type.Optional(level),
  fieldCode: Type.Optional(fieldCode),
  gradeAverage: Type.Optional(gradeAverage),
  gradeAverageMaximum: Type.Optional(gradeAverageMaximum),
  termsCompleted: Type.Optional(termsCompleted),
  languageResults: Type.Optional(languageResults),
});
export type PersonRow = Static<typeof PersonRow>;

export const rowSchemas: Record<ImportKind, TSchema> = {
  organisations: OrganisationRow,
  offers: OfferRow,
  people: PersonRow,
  agreements: AgreementRow,
};
