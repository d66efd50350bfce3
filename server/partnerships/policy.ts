import { roleHas } from '@collegium/contract/permissions.ts';
import type { Member } from '../platform/scope.ts';

/** Administrators of the network change every partnership, coordinators those to which their organisation belongs. */
export function canChangePartnership(actor: Member, organisationIds: readonly string[]): boolean {
  if (!roleHas(actor.role, 'partnership:change')) return false;
  return actor.role === 'network_administrator' || organisationIds.includes(actor.organisationId);
}
