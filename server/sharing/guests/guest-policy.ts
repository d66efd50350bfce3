import { sql, type RawBuilder } from 'kysely';
import type { Member } from '../../platform/scope.ts';
import type { Tables } from '../tables.ts';

/** What decides whether somebody is found by name when a booking is made. */
export interface GuestFacts {
  /** Organisations to which the person belongs today. */
  organisationIds: readonly string[];
  /** Offers in which the person takes part, or did. */
  offerIds: readonly string[];
  /** Who supervises the person in an offer, and whom the person supervises. */
  supervisionIds: readonly string[];
}

/** What of the actor is compared with it. */
export interface Acquaintance {
  personId: string;
  organisationId: string;
  offerIds: readonly string[];
}

/** People of one's own organisation, of the offers in which one takes part, and those who supervise one or are supervised. */
export function isKnown(actor: Acquaintance, guest: GuestFacts): boolean {
  return (
    guest.organisationIds.includes(actor.organisationId) ||
    guest.offerIds.some((id) => actor.offerIds.includes(id)) ||
    guest.supervisionIds.includes(actor.personId)
  );
}

/** The SQL twin of `isKnown`, on the columns of `person`. */
export function knownPeople(t: Tables, { personId, organisationId }: Member, day: string): RawBuilder<boolean> {
  const me = sql`${personId}::uuid`;
  return sql<boolean>`(exists (select from ${t}.membership fellow where fellow.person_id = person.id
      and fellow.organisation_id = ${organisationId}::uuid and (fellow.ended_on is null or fellow.ended_on > ${day}::date))
    or person.id in (select theirs.person_id from ${t}.participation ours
      join ${t}.participation theirs on theirs.offer_id = ours.offer_id
      where ours.person_id = ${me} and ours.state <> 'cancelled' and theirs.state <> 'cancelled')
    or person.id in (select unnest(array[plan.provider_supervisor_id, plan.home_supervisor_id])
      from ${t}.participation ours join ${t}.plan on plan.participation_id = ours.id
      where ours.person_id = ${me} and ours.state <> 'cancelled')
    or person.id in (select supervised.person_id from ${t}.plan join ${t}.participation supervised on supervised.id = plan.participation_id
      where ${me} in (plan.provider_supervisor_id, plan.home_supervisor_id) and supervised.state <> 'cancelled'))`;
}
