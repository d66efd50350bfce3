import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import type { IdleQuery } from '@collegium/contract/sharing/idle.ts';
import type { Opening, OpeningException } from '@collegium/contract/sharing/rules.ts';
import type { Circle } from '@collegium/contract/sharing/terms.ts';
import { sql } from 'kysely';
import type { MemberScope } from '../platform/scope.ts';
import { exceptionsOf, openingsOf, unitsOf } from './resource-query.ts';
import { tablesOf } from './tables.ts';

export interface IdleRow {
  id: string;
  name: LocalisedText;
  description: LocalisedText;
  audience: Circle;
  unit_id: string | null;
  field_code: string | null;
  skills: string[];
  city: string | null;
  country: string | null;
  time_zone: string;
  units: number;
  openings: Opening[];
  exceptions: OpeningException[];
  held: number;
  offered: number;
}

/**
 * A resource in service of the actor's organisation, with the minutes that are held in some days and those that offers of
 * its hours have promised. Each held minute counts, also one outside opening hours, so that never more is idle than it seems.
 */
export async function readIdle(
  scope: MemberScope,
  id: string,
  { from, until }: IdleQuery,
): Promise<IdleRow | undefined> {
  const t = tablesOf(scope);
  const begins = sql`(${from}::date::timestamp at time zone resource.time_zone)`;
  const ends = sql`((${until}::date + 1)::timestamp at time zone resource.time_zone)`;
  const { rows } = await sql<IdleRow>`
    select resource.id, resource.name, resource.description, resource.audience, resource.unit_id, resource.field_code,
      resource.skills, resource.city, resource.country, resource.time_zone, ${unitsOf(t)} as units,
      ${openingsOf(t)} as openings, ${exceptionsOf(t, from)} as exceptions,
      (select coalesce(sum(extract(epoch from least(taken.ends_at, ${ends}) - greatest(taken.starts_at, ${begins})) / 60
          * taken.quantity), 0)::integer
        from ${t}.booking_resource taken join ${t}.booking on booking.id = taken.booking_id
        where taken.resource_id = resource.id and taken.starts_at < ${ends} and taken.ends_at > ${begins}
          and booking.items_held > 0 and booking.released_at is null
          and booking.state in ('requested', 'offered', 'confirmed')) as held,
      (select coalesce(sum(offer.places * offer.hours * 60), 0)::integer from ${t}.offer
        where offer.kind = 'resource_time' and offer.details ->> 'resourceId' = resource.id::text
          and offer.state = 'published' and offer.starts_on <= ${until}::date and offer.ends_on >= ${from}::date) as offered
    from ${t}.resource
    where resource.id = ${id}::uuid and resource.organisation_id = ${scope.actor.organisationId}::uuid
      and resource.state = 'in_service'`.execute(scope.db);
  return rows[0];
}
