import { roleHas } from '@collegium/contract/permissions.ts';
import { sql } from 'kysely';
import type { Member } from '../platform/scope.ts';

/** Whether the actor may see who belongs to an organisation. */
export function canSeeMembersOf(actor: Member, organisationId: string): boolean {
  return (
    roleHas(actor.role, 'person:read') &&
    (actor.role === 'network_administrator' || actor.organisationId === organisationId)
  );
}

/** The same as a condition on `membership`. */
export function visibleMembers(actor: Member) {
  if (!roleHas(actor.role, 'person:read')) return sql<boolean>`false`;
  if (actor.role === 'network_administrator') return sql<boolean>`true`;
  return sql<boolean>`membership.organisation_id = ${actor.organisationId}::uuid`;
}

/** Whether the actor may invite into an organisation and end memberships there; only administrators of the network make their like. */
export function canManageMembersOf(actor: Member, organisationId: string, role?: string): boolean {
  if (!roleHas(actor.role, 'person:invite')) return false;
  if (actor.role === 'network_administrator') return true;
  return actor.organisationId === organisationId && role !== 'network_administrator';
}
