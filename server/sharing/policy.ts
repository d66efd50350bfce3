import { roleHas } from '@collegium/contract/permissions.ts';
import type { Circle } from '@collegium/contract/sharing/terms.ts';
import type { ResourceState } from '@collegium/contract/states/resource.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../platform/scope.ts';
import { isPartnerFor } from './partners.ts';

/** What decides who sees a resource. */
export interface ResourceFacts {
  state: ResourceState;
  audience: Circle;
  organisationId: string;
  /** The actor's organisation counts as a partner of the owner today: by a named agreement, or where none is, by a partnership. */
  isPartner: boolean;
}

/** Owners' staff see all of their resources; others those that are shared with them and not retired. */
export function canSeeResource(actor: Actor, resource: ResourceFacts): boolean {
  if (actor.role === 'system' || canChangeResourcesOf(actor, resource.organisationId)) return true;
  if (resource.state === 'retired') return false;
  if (resource.audience === 'network') return true;
  if (actor.organisationId === null) return false;
  return actor.organisationId === resource.organisationId || (resource.audience === 'partners' && resource.isPartner);
}

/** Staff add, change and retire what the organisation on whose behalf they act shares. */
export function canChangeResourcesOf(actor: Actor, organisationId: string): boolean {
  return actor.organisationId === organisationId && roleHas(actor.role, 'resource:change');
}

/** The SQL twin of `canSeeResource`, on the columns of `resource`. `day` is today, for partnerships and agreements in force. */
export function visibleResources(actor: Actor, day: string): RawBuilder<boolean> {
  if (actor.role === 'system') return sql<boolean>`true`;
  if (actor.organisationId === null)
    return sql<boolean>`(resource.state <> 'retired' and resource.audience = 'network')`;
  const own = canChangeResourcesOf(actor, actor.organisationId)
    ? sql<boolean>`resource.organisation_id = ${actor.organisationId}::uuid`
    : sql<boolean>`false`;
  return sql<boolean>`(${own} or (resource.state <> 'retired' and (
    resource.audience = 'network'
    or resource.organisation_id = ${actor.organisationId}::uuid
    or (resource.audience = 'partners' and ${isPartnerFor(actor.organisationId, day)}))))`;
}

/** What decides who reads a booking. */
export interface BookingFacts {
  personId: string;
  organisationId: string;
  ownerIds: readonly string[];
  attendeeIds: readonly string[];
}

/** Holders and those invited; staff of the holder's organisation and of the owners of what is booked. */
export function canSeeBooking(actor: Actor, booking: BookingFacts): boolean {
  if (actor.role === 'system') return true;
  if (actor.personId === null || !roleHas(actor.role, 'booking:read')) return false;
  if (booking.personId === actor.personId || booking.attendeeIds.includes(actor.personId)) return true;
  return (
    isStaff(actor) &&
    (booking.organisationId === actor.organisationId || booking.ownerIds.includes(actor.organisationId))
  );
}

/** The SQL twin of `canSeeBooking`, on the columns of `booking`; `t` is the network's schema. */
export function visibleBookings(t: RawBuilder<unknown>, actor: Actor): RawBuilder<boolean> {
  if (actor.role === 'system') return sql<boolean>`true`;
  if (actor.personId === null || !roleHas(actor.role, 'booking:read')) return sql<boolean>`false`;
  const personal = sql<boolean>`booking.person_id = ${actor.personId}::uuid
    or exists (select from ${t}.booking_attendee invited
      where invited.booking_id = booking.id and invited.person_id = ${actor.personId}::uuid)`;
  if (!isStaff(actor)) return sql<boolean>`(${personal})`;
  return sql<boolean>`(${personal} or booking.organisation_id = ${actor.organisationId}::uuid
    or ${ownedBy(t, actor.organisationId)})`;
}

/** Whether something in `booking` belongs to the organisation. */
export function ownedBy(t: RawBuilder<unknown>, organisationId: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select from ${t}.booking_resource part join ${t}.resource owned on owned.id = part.resource_id
    where part.booking_id = booking.id and owned.organisation_id = ${organisationId}::uuid)`;
}

/**
 * Whether the organisation gives the owner's approval of `booking`: the one owner who asks for it, whoever owns what is
 * booked with that; any of the owners when by now none asks.
 */
export function approvesAsOwner(t: RawBuilder<unknown>, organisationId: string): RawBuilder<boolean> {
  return sql<boolean>`coalesce(${askingOwner(t)} = ${organisationId}::uuid, ${ownedBy(t, organisationId)})`;
}

/** The owner who approves `booking`; null when by now none of what is booked asks for it. */
export function askingOwner(t: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<string | null>`(select asking.organisation_id from ${t}.booking_resource part
    join ${t}.resource asking on asking.id = part.resource_id
    where part.booking_id = booking.id and 'owner' = any(asking.approval_chain) limit 1)`;
}

/** Those who decide for their organisation. */
export function isStaff(actor: Actor): boolean {
  return actor.role !== 'system' && roleHas(actor.role, 'booking:decide');
}
