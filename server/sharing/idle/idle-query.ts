import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import type { IdleQuery } from '@collegium/contract/sharing/idle.ts';
import type { Opening, OpeningException } from '@collegium/contract/sharing/rules.ts';
import type { Circle } from '@collegium/contract/sharing/terms.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/scope.ts';
import { isBound, isInForce, lastDay, namesAgreements } from '../partners.ts';
import { exceptionsOf, openingsOf, unitsOf } from '../resources/resource-query.ts';
import { jsonList, tablesOf } from '../tables.ts';

/** What of a resource is open and held in some days. */
export interface IdleItems {
  id: string;
  version: number;
  audience: Circle;
  time_zone: string;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
  openings: Opening[];
  exceptions: OpeningException[];
  /** What of each item is held in these days, buffers included; milliseconds. None of a part that is out of service. */
  items: { key: number; held: [from: number, until: number][] }[];
  /** What is held of items that were taken out: then none of the others is free for an offer. */
  stranded: [from: number, until: number][];
}

export interface IdleRow extends IdleItems {
  name: LocalisedText;
  description: LocalisedText;
  unit_id: string | null;
  field_code: string | null;
  skills: string[];
  city: string | null;
  country: string | null;
  units: number;
  grid_minutes: number;
  shortest_minutes: number;
  longest_minutes: number;
  notice_minutes: number;
  held: number;
  offered: number;
  /** What is booked with it: held with it, one item of each. */
  parts: IdleItems[];
  names_agreements: boolean;
  /** Those that open it to partners now, with their last days; `infinity` for none. */
  agreements: { id: string; title: LocalisedText; until: string }[];
}

/**
 * A resource in service of an organisation, with what of it is held in some days and what for offers of its hours.
 * Each held minute counts, also one outside opening hours, so that never more is idle than it seems.
 */
export async function readIdle(
  scope: Scope,
  id: string,
  organisationId: string,
  { from, until }: IdleQuery,
): Promise<IdleRow | undefined> {
  const t = tablesOf(scope);
  const owner = sql.ref('resource.organisation_id');
  const day = scope.clock.now().toISOString().slice(0, 10);
  const begins = sql`(${from}::date::timestamp at time zone resource.time_zone)`;
  const ends = sql`((${until}::date + 1)::timestamp at time zone resource.time_zone)`;
  const minutesOf = (whose: RawBuilder<unknown>) => sql`(select coalesce(sum(extract(epoch
      from least(taken.ends_at, ${ends}) - greatest(taken.starts_at, ${begins})) / 60 * taken.quantity), 0)::integer
    from ${t}.booking_resource taken join ${t}.booking on booking.id = taken.booking_id
    where taken.resource_id = resource.id and taken.starts_at < ${ends} and taken.ends_at > ${begins}
      and booking.items_held > 0 and booking.released_at is null
      and booking.state in ('requested', 'offered', 'confirmed') and ${whose})`;
  const spansOf = (items: RawBuilder<unknown>) => sql`(select coalesce(jsonb_agg(jsonb_build_array(
      extract(epoch from held.occupied_from) * 1000, extract(epoch from held.occupied_until) * 1000)), '[]')
    from ${t}.booking_item held where held.released_at is null and held.occupied_from < ${ends} + interval '1 day'
      and held.occupied_until > ${begins} - interval '1 day' and ${items})`;
  const itemsOf = sql`resource.id, resource.version, resource.audience, resource.time_zone,
      resource.buffer_before_minutes, resource.buffer_after_minutes, ${openingsOf(t)} as openings, ${exceptionsOf(t, from)} as exceptions,
      ${jsonList(sql`select item.key, ${spansOf(sql`held.item_key = item.key`)} as held from ${t}.resource_item item
        where item.resource_id = resource.id and item.retired_at is null and resource.state = 'in_service' order by item.number`)} as items,
      ${spansOf(sql`held.item_key in (select gone.key from ${t}.resource_item gone
        where gone.resource_id = resource.id and gone.retired_at is not null)`)} as stranded`;
  const { rows } = await sql<IdleRow>`
    select resource.*, ${unitsOf(t)} as units, ${itemsOf},
      ${minutesOf(sql`booking.kind <> 'offer'`)} as held, ${minutesOf(sql`booking.kind = 'offer'`)} as offered,
      ${jsonList(sql`select ${itemsOf} from ${t}.resource_part join ${t}.resource on resource.id = resource_part.part_id
        where resource_part.resource_id = ${id}::uuid order by resource.id`)} as parts,
      ${namesAgreements} as names_agreements,
      ${jsonList(sql`select agreement.id, agreement.title, ${lastDay(owner)}::text as until
        from ${t}.resource_agreement opening join ${t}.agreement on agreement.id = opening.agreement_id
        where opening.resource_id = resource.id and ${isInForce('agreement.id')} and ${isBound('agreement.id', owner, day)}
        order by agreement.id`)} as agreements
    from ${t}.resource
    where resource.id = ${id}::uuid and resource.organisation_id = ${organisationId}::uuid
      and resource.state = 'in_service'`.execute(scope.db);
  return rows[0];
}
