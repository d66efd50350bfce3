import type { ResourceView } from '@collegium/contract/sharing/resources.ts';
import type { Circle } from '@collegium/contract/sharing/terms.ts';
import type { ResourceState } from '@collegium/contract/states/resource.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Actor, Scope } from '../../platform/scope.ts';
import { namedAgreementsOf } from './name-agreements.ts';
import { isPartnerFor, namesAgreements, partnerUntil } from '../partners.ts';
import { canChangeResourcesOf, visibleResources } from '../policy.ts';
import { servedBy } from './serve-offers.ts';
import { instantText, jsonList, tablesOf, type Tables } from '../tables.ts';

/** A resource as its page needs it. */
export interface ResourceRow {
  id: string;
  kind: ResourceView['kind'];
  organisation_id: string;
  owner_name: string;
  owner_mark: string;
  unit_id: string | null;
  unit_name: string | null;
  person_id: string | null;
  person_name: string | null;
  state: ResourceState;
  state_since: Date;
  state_reason: string | null;
  name: ResourceView['name'];
  description: ResourceView['description'];
  skills: string[];
  field_code: string | null;
  accessories: string[];
  address: string | null;
  city: string | null;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  time_zone: string;
  url: string | null;
  isbn: string | null;
  issn: string | null;
  doi: string | null;
  shared_as: ResourceView['sharedAs'];
  audience: Circle;
  names_agreements: boolean;
  agreements: ResourceView['agreements'];
  grid_minutes: number;
  shortest_minutes: number;
  longest_minutes: number;
  notice_minutes: number;
  horizon_days: number;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
  cancel_notice_minutes: number;
  approval_chain: ResourceView['rules']['approvalChain'];
  check_in: ResourceView['rules']['checkIn'];
  check_in_code: string | null;
  release_after_minutes: number | null;
  accept_within_minutes: number | null;
  fair_share_hours: number | null;
  services: ResourceView['services'];
  version: number;
  units: number;
  units_out: number;
  institution_domain: string | null;
  institution_name: string | null;
  link_resolver: string | null;
  open_url_base: string | null;
  circle: Circle;
  open_until: string | null;
  openings: ResourceView['openings'];
  exceptions: ResourceView['exceptions'];
  quotas: ResourceView['quotas'];
  rates: ResourceView['rates'];
  shares: ResourceView['shares'];
  parts: ResourceView['parts'];
  serves: ResourceView['serves'];
  qualifications: ResourceView['qualifications'];
  files: ResourceView['files'];
  planned_maintenance: ResourceView['plannedMaintenance'];
  history: ResourceView['history'];
}

/** One resource with all that its page shows, if the actor may see it: one round trip. */
export async function findResource(scope: Scope, id: string): Promise<ResourceRow | undefined> {
  const { actor } = scope;
  const t = tablesOf(scope);
  const now = scope.clock.now();
  const day = now.toISOString().slice(0, 10);
  const { rows } = await sql<ResourceRow>`
    select resource.*, owner.name as owner_name, owner.short_mark as owner_mark, unit.name as unit_name,
      person.name as person_name, ${unitsOf(t)} as units, ${outOf(t, now)} as units_out, ${openingsOf(t)} as openings,
      ${exceptionsOf(t, day)} as exceptions, ${quotasOf(t)} as quotas, ${ratesOf(t)} as rates,
      ${namesAgreements} as names_agreements, ${namedAgreementsOf(t, actor, day)} as agreements,
      ${sharesOf(t, actor)} as shares,
      ${jsonList(sql`select part.id, part.name from ${t}.resource_part join ${t}.resource part on part.id = resource_part.part_id
        where resource_part.resource_id = resource.id order by part.id`)} as parts,
      ${servedBy(t, actor, day)} as serves,
      ${neededOf(t, actor, day)} as qualifications,
      ${jsonList(sql`select file.id as "fileId", file.name, file.media_type as "mediaType", shown_as as "shownAs"
        from ${t}.resource_file join ${t}.file on file.id = resource_file.file_id
        where resource_file.resource_id = resource.id order by position`)} as files,
      ${plannedOf(t, now)} as planned_maintenance,
      ${jsonList(sql`select ${instantText('resource_status.since')} as since, state, reason from ${t}.resource_status
        where resource_status.resource_id = resource.id order by resource_status.since desc limit 50`)} as history,
      (select value from ${t}.organisation_identifier where scheme = 'domain'
        and organisation_id = ${actor.organisationId}::uuid order by value limit 1) as institution_domain,
      institution.name as institution_name, institution.link_resolver, institution.open_url_base, ${circleOf(actor, day)} as circle, ${openUntil(actor, day)} as open_until
    from ${t}.resource
    join ${t}.organisation owner on owner.id = resource.organisation_id
    left join ${t}.organisation institution on institution.id = ${actor.organisationId}::uuid
    left join ${t}.unit on unit.id = resource.unit_id
    left join ${t}.person on person.id = resource.person_id
    where resource.id = ${id}::uuid and ${visibleResources(actor, day)}`.execute(scope.db);
  return rows[0];
}

/** When the owner keeps `resource` for maintenance, from now on. */
function plannedOf(t: Tables, now: Date): RawBuilder<unknown> {
  return jsonList(sql`select ${instantText('planned.starts_at')} as "startsAt", ${instantText('planned.ends_at')} as "endsAt", planned.purpose
    from ${t}.booking_resource kept join ${t}.booking planned on planned.id = kept.booking_id
    where kept.resource_id = resource.id and kept.ends_at > ${now}::timestamptz
      and planned.kind = 'maintenance' and planned.state = 'confirmed'
    order by planned.starts_at limit 10`);
}

/** To which circle of `resource` the actor belongs. */
function circleOf({ organisationId }: Actor, day: string): RawBuilder<Circle> {
  if (organisationId === null) return sql<Circle>`'network'`;
  return sql<Circle>`case when resource.organisation_id = ${organisationId}::uuid then 'own'
    when ${isPartnerFor(organisationId, day)} then 'partners' else 'network' end`;
}

/** The last day on which the actor's organisation is known to be a partner; null without one. */
function openUntil({ organisationId }: Actor, day: string): RawBuilder<string | null> {
  if (organisationId === null) return sql<null>`null`;
  return sql<string | null>`case when resource.organisation_id <> ${organisationId}::uuid and resource.audience <> 'own'
    then nullif(${partnerUntil(sql`${organisationId}::uuid`, day)}, 'infinity') end::text`;
}

/** Whether the resource has more than one item, or had. */
export function isPool(t: Tables): RawBuilder<boolean> {
  return sql<boolean>`(resource.shared_as <> 'whole' or exists (select from ${t}.resource_item gone
    where gone.resource_id = resource.id and gone.retired_at is not null))`;
}

/** Items in use, on the columns of `resource`. */
export function unitsOf(t: Tables): RawBuilder<number> {
  return sql<number>`(select count(*)::integer from ${t}.resource_item
    where resource_item.resource_id = resource.id and resource_item.retired_at is null)`;
}

/** Items that somebody has at this moment, on the columns of `resource`; a loan that is overdue is still out. */
function outOf(t: Tables, now: Date): RawBuilder<number> {
  return sql<number>`(select coalesce(sum(taken.quantity), 0)::integer
    from ${t}.booking_resource taken join ${t}.booking held on held.id = taken.booking_id
    where taken.resource_id = resource.id and held.items_held > 0 and held.released_at is null
      and held.state in ('requested', 'offered', 'confirmed') and taken.starts_at <= ${now}::timestamptz
      and (taken.ends_at > ${now}::timestamptz or resource.kind = 'collection'))`;
}

export function openingsOf(t: Tables): RawBuilder<unknown> {
  return jsonList(sql`select weekday, opens_minute as "opensMinute", closes_minute as "closesMinute", audience
    from ${t}.resource_opening where resource_opening.resource_id = resource.id order by weekday, opens_minute, audience`);
}

export function exceptionsOf(t: Tables, day: string): RawBuilder<unknown> {
  return jsonList(sql`select on_date as "onDate", opens_minute as "opensMinute", closes_minute as "closesMinute", note
    from ${t}.resource_exception where resource_exception.resource_id = resource.id and on_date >= ${day}::date - 1
    order by on_date`);
}

export function quotasOf(t: Tables): RawBuilder<unknown> {
  return jsonList(sql`select id, per, period, limit_minutes as "limitMinutes", starts_on as "startsOn", ends_on as "endsOn"
    from ${t}.resource_quota where resource_quota.resource_id = resource.id order by per, period, starts_on`);
}

export function ratesOf(t: Tables): RawBuilder<unknown> {
  return jsonList(sql`select audience, amount_minor as "amountMinor", currency
    from ${t}.resource_rate where resource_rate.resource_id = resource.id order by audience`);
}

/** Staff of the owner see every share, others that of their organisation. */
function sharesOf(t: Tables, actor: Actor): RawBuilder<unknown> {
  const mayAll = actor.organisationId !== null && canChangeResourcesOf(actor, actor.organisationId);
  return jsonList(sql`select share.id, share.organisation_id as "organisationId", partner.name as "organisationName",
      share.promised_minutes as "promisedMinutes", share.starts_on as "startsOn", share.ends_on as "endsOn",
      share.commitment_id as "commitmentId", ${usedOf(t)} as "usedMinutes"
    from ${t}.resource_share share join ${t}.organisation partner on partner.id = share.organisation_id
    where share.resource_id = resource.id and (share.organisation_id = ${actor.organisationId}::uuid
      or (${mayAll}::boolean and resource.organisation_id = ${actor.organisationId}::uuid))
    order by partner.name, share.starts_on`);
}

/** Minutes that the partner of `share` holds or held in its days, items counted. */
export function usedOf(t: Tables): RawBuilder<number> {
  return sql<number>`(select coalesce(round(sum(extract(epoch from held.ends_at - held.starts_at) / 60 * taken.quantity)), 0)::float8
    from ${t}.booking_resource taken join ${t}.booking held on held.id = taken.booking_id
    where taken.resource_id = share.resource_id and held.organisation_id = share.organisation_id and held.kind = 'use'
      and held.is_charged and held.items_held > 0 and held.state in ('requested', 'offered', 'confirmed', 'completed', 'no_show', 'cancelled')
      and taken.starts_at >= share.starts_on and taken.starts_at < share.ends_on + 1)`;
}

/** What must have been learnt, and until when the actor has it. */
function neededOf(t: Tables, actor: Actor, day: string): RawBuilder<unknown> {
  return jsonList(sql`select needed.id, needed.name, teacher.name as "organisationName", needed.offer_id as "offerId",
      coalesce(held.is_held, false) as "isHeld", held.until as "heldUntil"
    from ${t}.resource_qualification asked
    join ${t}.qualification needed on needed.id = asked.qualification_id
    join ${t}.organisation teacher on teacher.id = needed.organisation_id
    left join lateral (select true as is_held, passport.expires_on as until from ${t}.passport
      where passport.person_id = ${actor.personId}::uuid and ${opens(t, sql`needed.id`)}
        and passport.issued_on <= ${day}::date and (passport.expires_on is null or passport.expires_on > ${day}::date)
      order by passport.expires_on desc nulls first limit 1) held on true
    where asked.resource_id = resource.id order by needed.id`);
}

/** Whether a row of `passport` that was not revoked opens what asks for the qualification. */
export function opens(t: Tables, qualificationId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`passport.revoked_at is null and (passport.qualification_id = ${qualificationId}
    or exists (select from ${t}.qualification_recognition recognition
      where recognition.qualification_id = ${qualificationId} and recognition.recognised_id = passport.qualification_id))`;
}
