import { roleHas } from '@collegium/contract/permissions.ts';
import type { Actor } from '../platform/scope.ts';

/** Administrators of the network change every organisation, those of an organisation their own. */
export function canChangeOrganisation(actor: Actor, organisationId: string): boolean {
  return (
    roleHas(actor.role, 'organisation:change') &&
    (actor.role === 'network_administrator' || actor.organisationId === organisationId)
  );
}

/** People are invited by administrators of the network anywhere, by those of an organisation into their own. */
export function canInvite(actor: Actor, organisationId: string): boolean {
  return (
    roleHas(actor.role, 'person:invite') &&
    (actor.role === 'network_administrator' || actor.organisationId === organisationId)
  );
}
