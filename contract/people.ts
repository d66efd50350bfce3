import { Type, type Static } from 'typebox';
import { LanguageResult, levels } from './eligibility.ts';
import { roles } from './roles.ts';
import { Day, Id, Nullable, OneOf, Page, pageQuery } from './schema.ts';

/** Somebody who is to become a member: found again by the mail address, else added. */
export const InvitationInput = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 400 }),
  email: Type.String({ format: 'email', maxLength: 254 }),
  role: OneOf(roles),
  unitId: Type.Optional(Nullable(Id)),
  evidence: Type.Optional(Type.String({ maxLength: 500 })),
});
export type InvitationInput = Static<typeof InvitationInput>;

export const PersonListItem = Type.Object({
  personId: Id,
  membershipId: Id,
  name: Type.String(),
  email: Nullable(Type.String()),
  role: OneOf(roles),
  organisationId: Id,
  organisationName: Type.String(),
  startedOn: Day,
  endedOn: Nullable(Day),
  version: Type.Integer(),
  abilities: Type.Object({ end: Type.Boolean() }),
});
export type PersonListItem = Static<typeof PersonListItem>;
export const PersonPage = Page(PersonListItem);
export type PersonPage = Static<typeof PersonPage>;

export const PersonQuery = Type.Object({
  ...pageQuery,
  words: Type.Optional(Type.String({ maxLength: 200 })),
  role: Type.Optional(Type.Array(OneOf(roles))),
  organisationId: Type.Optional(Id),
});
export type PersonQuery = Static<typeof PersonQuery>;

/** What a learner says of their studies, for eligibility; and how they are spoken to. */
export const ProfileInput = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 400 }),
  language: Type.String({ pattern: '^[a-z]{2}(-[A-Z]{2})?$' }),
  timeZone: Type.String({ minLength: 1, maxLength: 60 }),
  mailPreference: OneOf(['each', 'none']),
  level: Nullable(OneOf(levels)),
  fieldCode: Nullable(Type.String({ pattern: '^[0-9]{2,4}$' })),
  gradeAverage: Nullable(Type.Number({ minimum: 0, maximum: 1_000 })),
  gradeAverageMaximum: Nullable(Type.Number({ exclusiveMinimum: 0, maximum: 1_000 })),
  termsCompleted: Nullable(Type.Integer({ minimum: 0, maximum: 60 })),
  languageResults: Type.Array(LanguageResult, { maxItems: 20 }),
});
export type ProfileInput = Static<typeof ProfileInput>;

export const ProfileView = Type.Object({ ...ProfileInput.properties, personId: Id, version: Type.Integer() });
export type ProfileView = Static<typeof ProfileView>;

/** Accounts of the sample network that anybody may enter with one click. */
export const SampleAccounts = Type.Object({
  items: Type.Array(Type.Object({ id: Id, name: Type.String(), role: OneOf(roles), organisation: Type.String() })),
});
export type SampleAccounts = Static<typeof SampleAccounts>;
