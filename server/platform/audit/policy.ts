import { roleHas } from '@collegium/contract/permissions.ts';
import { sql } from 'kysely';
import type { Member } from '../scope.ts';

/** Staff read what was done on behalf of their organisation; administrators of the network read everything. */
export function canSeeEvent(actor: Member, event: { organisationId: string | null }): boolean {
  if (!roleHas(actor.role, 'audit:read')) return false;
  return actor.role === 'network_administrator' || event.organisationId === actor.organisationId;
}

/** The SQL twin of `canSeeEvent`, on the columns of `audit_event`. */
export function visibleEvents(actor: Member) {
  if (!roleHas(actor.role, 'audit:read')) return sql<boolean>`false`;
  if (actor.role === 'network_administrator') return sql<boolean>`true`;
  return sql<boolean>`audit_event.organisation_id = ${actor.organisationId}::uuid`;
}
