import type { PublicField } from '@collegium/contract/partnerships/terms.ts';
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

/** The ids of the organisations that are members of `partnership` now, as a subquery. */
export function currentMembers(): RawBuilder<string> {
  const members = expressionBuilder<Tables, 'partnership'>()
    .selectFrom('partnership_member as current')
    .select('current.organisation_id')
    .whereRef('current.partnership_id', '=', 'partnership.id')
    .where('current.left_on', 'is', null);
  return sql<string>`(${members})`;
}

/** What of a partnership decides who may know of it. */
export interface PartnershipFace {
  isMember: boolean;
  isOpen: boolean;
  publicFields: readonly string[];
  /** One's own organisation asks to join, or is asked to. */
  hasOwnRequest: boolean;
}

/** Members and administrators of the network know of it; others when it shows something, is open, or they are asked. */
export function canSeePartnership(actor: Actor, face: PartnershipFace): boolean {
  if (actor.role === 'network_administrator' || face.isMember) return true;
  return face.isOpen || face.publicFields.length > 0 || face.hasOwnRequest;
}

/** The SQL twin of `canSeePartnership`, on the columns of `partnership`. */
export function visiblePartnerships(actor: Actor): RawBuilder<boolean> {
  if (actor.role === 'network_administrator') return sql<boolean>`true`;
  const request = expressionBuilder<Tables, 'partnership'>()
    .selectFrom('partnership_request as asked')
    .select('asked.id')
    .whereRef('asked.partnership_id', '=', 'partnership.id')
    .where('asked.organisation_id', '=', actor.organisationId)
    .where('asked.state', '=', 'open');
  return sql<boolean>`(partnership.is_open or cardinality(partnership.public_fields) > 0
    or ${isMemberToday(actor.organisationId)} or exists (${request}))`;
}

/** Whether the reader sees a part of the partnership: what the partners show, to those inside everything. */
export function showsPart(actor: Actor, field: PublicField): RawBuilder<boolean> {
  if (actor.role === 'network_administrator') return sql<boolean>`true`;
  return sql<boolean>`(partnership.public_fields @> array[${field}]::text[] or ${isMemberToday(actor.organisationId)})`;
}
