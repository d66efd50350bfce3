import { Type, type Static } from 'typebox';
import { organisationKinds } from './organisation-kinds.ts';
import { permissions } from './permissions.ts';
import { roles } from './roles.ts';

const Id = Type.String({ format: 'uuid' });

/** A membership as the header's switcher shows it. */
export const MembershipView = Type.Object({
  id: Id,
  role: Type.Enum([...roles]),
  organisation: Type.Object({
    id: Id,
    name: Type.String(),
    shortMark: Type.String(),
    kind: Type.Enum([...organisationKinds]),
  }),
});
export type MembershipView = Static<typeof MembershipView>;

/** Who is signed in, on behalf of whom, in which network, and what the role may do; `person` is null when signed out. */
export const SessionView = Type.Object({
  network: Type.Object({ slug: Type.String(), name: Type.String(), isSample: Type.Boolean() }),
  person: Type.Union([
    Type.Object({
      id: Id,
      name: Type.String(),
      email: Type.Union([Type.String(), Type.Null()]),
      language: Type.String(),
      timeZone: Type.String(),
    }),
    Type.Null(),
  ]),
  memberships: Type.Array(MembershipView),
  actingMembershipId: Type.Union([Id, Type.Null()]),
  permissions: Type.Array(Type.Enum(Object.keys(permissions))),
  counts: Type.Object({ unreadNotifications: Type.Integer() }),
});
export type SessionView = Static<typeof SessionView>;
