import { Type, type Static } from 'typebox';
import { Id, Instant, Nullable, Page, pageQuery } from './schema.ts';

/** What changes are looked for; all that is given must hold. */
export const AuditQuery = Type.Object({
  ...pageQuery,
  action: Type.Optional(
    Type.String({
      pattern: '^[a-z_]+(\\.[a-z_]+)?$',
      maxLength: 80,
      description: 'offer.published; or offer for all of them',
    }),
  ),
  objectId: Type.Optional(Id),
  personId: Type.Optional(Id),
  from: Type.Optional(Instant),
  until: Type.Optional(Instant),
});
export type AuditQuery = Static<typeof AuditQuery>;

/** One change: who, on behalf of whom, what, when, why. `person` is null when the server acted, because a deadline passed. */
export const AuditEventView = Type.Object({
  id: Id,
  at: Instant,
  action: Type.String(),
  objectType: Type.String(),
  objectId: Id,
  person: Nullable(Type.Object({ id: Id, name: Type.String() })),
  organisation: Nullable(Type.Object({ id: Id, name: Type.String(), shortMark: Type.String() })),
  reason: Nullable(Type.String()),
  requestId: Nullable(Type.String({ description: 'As in the log' })),
});
export type AuditEventView = Static<typeof AuditEventView>;

export const AuditPage = Page(AuditEventView);
export type AuditPage = Static<typeof AuditPage>;
