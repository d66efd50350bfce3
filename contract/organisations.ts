import { Type, type Static } from 'typebox';
import { LocalisedText } from './localised-text.ts';
import { organisationKinds } from './organisation-kinds.ts';
import { Abilities, Id, Nullable, OneOf, Page, pageQuery } from './schema.ts';

export const identifierSchemes = ['erasmus', 'pic', 'oid', 'ror', 'uai', 'schac', 'domain', 'local'] as const;

const identifiers = Type.Array(
  Type.Object({ scheme: OneOf(identifierSchemes), value: Type.String({ minLength: 1, maxLength: 300 }) }),
  { maxItems: 20 },
);

/** What an administrator enters about an organisation. */
export const OrganisationInput = Type.Object({
  kind: OneOf(organisationKinds),
  name: Type.String({ minLength: 1, maxLength: 400 }),
  shortMark: Type.String({ minLength: 1, maxLength: 4 }),
  country: Type.Optional(Nullable(Type.String({ pattern: '^[A-Z]{2}$' }))),
  city: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
  website: Type.Optional(Nullable(Type.String({ pattern: '^https?://', maxLength: 500 }))),
  description: Type.Optional(LocalisedText),
  identifiers: Type.Optional(identifiers),
  linkResolver: Type.Optional(
    Nullable(
      Type.String({
        maxLength: 500,
        description:
          'Proxy or link resolver of its library, https: the encoded address of a resource stands for {url}, or is put behind it',
      }),
    ),
  ),
  openUrlBase: Type.Optional(
    Nullable(Type.String({ maxLength: 500, description: 'Where its library answers OpenURL 1.0, https' })),
  ),
});
export type OrganisationInput = Static<typeof OrganisationInput>;

export const organisationAbilities = ['change', 'archive', 'merge', 'addUnit', 'invite'] as const;

export const OrganisationView = Type.Object({
  id: Id,
  kind: OneOf(organisationKinds),
  name: Type.String(),
  shortMark: Type.String(),
  country: Nullable(Type.String()),
  city: Nullable(Type.String()),
  website: Nullable(Type.String()),
  description: LocalisedText,
  identifiers,
  linkResolver: Nullable(Type.String()),
  openUrlBase: Nullable(Type.String()),
  units: Type.Array(Type.Object({ id: Id, parentId: Nullable(Id), name: Type.String() })),
  isArchived: Type.Boolean(),
  mergedInto: Nullable(Type.Object({ id: Id, name: Type.String() })),
  version: Type.Integer(),
  abilities: Abilities(organisationAbilities),
});
export type OrganisationView = Static<typeof OrganisationView>;

export const OrganisationListItem = Type.Object({
  id: Id,
  kind: OneOf(organisationKinds),
  name: Type.String(),
  shortMark: Type.String(),
  country: Nullable(Type.String()),
  city: Nullable(Type.String()),
});
export const OrganisationPage = Page(OrganisationListItem);
export type OrganisationPage = Static<typeof OrganisationPage>;

export const OrganisationQuery = Type.Object({
  ...pageQuery,
  words: Type.Optional(Type.String({ maxLength: 200 })),
  kind: Type.Optional(Type.Array(OneOf(organisationKinds))),
  country: Type.Optional(Type.Array(Type.String({ pattern: '^[A-Z]{2}$' }))),
});
export type OrganisationQuery = Static<typeof OrganisationQuery>;

export const UnitInput = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 400 }),
  parentId: Type.Optional(Nullable(Id)),
});
export type UnitInput = Static<typeof UnitInput>;
