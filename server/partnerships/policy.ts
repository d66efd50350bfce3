import { roleHas, type Permission } from '@collegium/contract/permissions.ts';
import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { Actor, Member } from '../platform/scope.ts';

/** Administrators of the network change every partnership, coordinators and administrators of an organisation those to which their organisation belongs. */
export function canChangePartnership(actor: Actor, organisationIds: readonly string[]): boolean {
  if (!roleHas(actor.role, 'partnership:change') || actor.organisationId === null) return false;
  return actor.role === 'network_administrator' || organisationIds.includes(actor.organisationId);
}

/** The SQL twin of `canChangePartnership`, on the columns of `partnership`: what has ended is changed no more. */
export function changeablePartnerships(
  actor: Member,
  permission: Permission = 'partnership:change',
): RawBuilder<boolean> {
  if (!roleHas(actor.role, permission)) return sql<boolean>`false`;
  if (actor.role === 'network_administrator') return sql<boolean>`partnership.ended_on is null`;
  return sql<boolean>`(partnership.ended_on is null and ${isMemberToday(actor.organisationId)})`;
}

/** Whether an organisation is a member of `partnership` now. */
export function isMemberToday(organisationId: string | null): RawBuilder<boolean> {
  const member = expressionBuilder<Tables, 'partnership'>()
    .selectFrom('partnership_member as mine')
    .select('mine.organisation_id')
    .whereRef('mine.partnership_id', '=', 'partnership.id')
    .where('mine.organisation_id', '=', organisationId)
    .where('mine.left_on', 'is', null);
  return sql<boolean>`exists (${member})`;
}
