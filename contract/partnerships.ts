import { Type, type Static } from 'typebox';
import { partnershipPhases } from './partnerships/phase.ts';
import { memberRoles, partnershipModels, publicFields } from './partnerships/terms.ts';
import { Id, OneOf, Page, pageQuery } from './schema.ts';

export { partnershipModels } from './partnerships/terms.ts';

export const PartnershipInput = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 400 }),
  model: OneOf(partnershipModels),
  purpose: Type.Optional(Type.String({ maxLength: 5_000 })),
  organisationIds: Type.Array(Id, { minItems: 2, maxItems: 500, uniqueItems: true }),
  roles: Type.Optional(
    Type.Record(Id, OneOf(memberRoles), {
      description: 'By organisation; partner when not said, unchanged for members',
    }),
  ),
  unitIds: Type.Optional(
    Type.Array(Id, {
      maxItems: 100,
      description: 'Units of own organisation that take part; the whole one when empty',
    }),
  ),
  isOpen: Type.Optional(Type.Boolean({ description: 'Organisations may apply to join' })),
  publicFields: Type.Optional(Type.Array(OneOf(publicFields), { uniqueItems: true })),
});
export type PartnershipInput = Static<typeof PartnershipInput>;

/** A row of the list. To readers outside the partnership purpose and members are empty unless the partners show them. */
export const PartnershipView = Type.Object({
  id: Id,
  name: Type.String(),
  model: OneOf(partnershipModels),
  phase: OneOf(partnershipPhases),
  purpose: Type.String(),
  isMember: Type.Boolean(),
  isOpen: Type.Boolean({ description: 'Organisations may apply to join' }),
  members: Type.Array(Type.Object({ organisationId: Id, name: Type.String(), shortMark: Type.String() })),
  version: Type.Integer(),
  abilities: Type.Object({ change: Type.Boolean() }),
});
export type PartnershipView = Static<typeof PartnershipView>;

/** Where one's own organisation stands: it is a member, or it may apply to join. */
export const partnershipStandings = ['mine', 'open'] as const;
export type PartnershipStanding = (typeof partnershipStandings)[number];

export const PartnershipQuery = Type.Object({
  ...pageQuery,
  words: Type.Optional(Type.String({ maxLength: 200, description: 'In name or purpose' })),
  organisationId: Type.Optional(Id),
  model: Type.Optional(Type.Array(OneOf(partnershipModels))),
  phase: Type.Optional(Type.Array(OneOf(partnershipPhases))),
  standing: Type.Optional(Type.Array(OneOf(partnershipStandings))),
});
export type PartnershipQuery = Static<typeof PartnershipQuery>;
export const PartnershipPage = Page(PartnershipView);
export type PartnershipPage = Static<typeof PartnershipPage>;
