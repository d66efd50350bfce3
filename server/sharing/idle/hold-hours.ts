import { sql } from 'kysely';
import { jsonb, type Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Scope } from '../../platform/scope.ts';
import type { IdleRow } from './idle-query.ts';
import { part, tablesOf } from '../tables.ts';
import type { Stretch } from '@collegium/scheduling';

interface Holding {
  offerId: string;
  places: readonly Stretch[][];
  /** In whose name they are held until somebody takes them. */
  holder: { personId: string; membershipId: string; organisationId: string };
}

/**
 * The parts of a statement that hold hours of a resource, and of what is booked with it, for the places of an offer: each
 * stretch is a booking of the kind `offer`. Where somebody was faster, or the resource has changed since it was read, the check `booking_held_when_certain`
 * undoes the whole. Rules, quotas and rates do not apply: the owner gives these hours away.
 */
export function holdHours(scope: Scope, row: IdleRow, { offerId, places, holder }: Holding) {
  const t = tablesOf(scope);
  const held = [row, ...row.parts];
  const hours = places.flatMap((place, index) =>
    place.map(({ items, from, until }) => ({
      id: newId(),
      place: index + 1,
      starts_at: new Date(from),
      ends_at: new Date(until),
      items: held.map((one, number) => ({
        resource_id: one.id,
        key: items[number],
        occupied_from: new Date(from - one.buffer_before_minutes * 60_000),
        occupied_until: new Date(until + one.buffer_after_minutes * 60_000),
      })),
    })),
  );
  const judged = held.map(({ id, version }) => ({ id, version }));
  return (db: Database): Database =>
    db
      .with(
        (cte) => cte('hours').materialized(),
        () =>
          part(sql<{
            id: string;
          }>`select * from jsonb_to_recordset(${jsonb(hours)}) hours (id uuid, place integer,
            starts_at timestamptz, ends_at timestamptz, items jsonb)`),
      )
      .with('judged', () =>
        part(sql<{ id: string }>`select resource.id from ${t}.resource
          join jsonb_to_recordset(${jsonb(judged)}) known (id uuid, version integer)
            on known.id = resource.id and known.version = resource.version
          where resource.state = 'in_service' order by resource.id for share of resource`),
      )
      .with('held_hours', () =>
        part(sql<{
          booking_id: string;
        }>`insert into ${t}.booking_item (booking_id, item_key, resource_id, occupied_from, occupied_until)
          select hours.id, item.key, judged.id, item.occupied_from, item.occupied_until from hours
          cross join lateral jsonb_to_recordset(hours.items) item (resource_id uuid, key integer, occupied_from timestamptz, occupied_until timestamptz)
          join judged on judged.id = item.resource_id
          order by judged.id, item.occupied_from, item.key on conflict do nothing returning booking_id`),
      )
      .with('reserved', () =>
        part(sql<{
          id: string;
        }>`insert into ${t}.booking (id, kind, person_id, membership_id, organisation_id, state, starts_at, ends_at,
            time_zone, offer_id, place, items_wanted, items_held, created_at, created_by)
          select hours.id, 'offer', ${holder.personId}::uuid, ${holder.membershipId}::uuid, ${holder.organisationId}::uuid, 'confirmed',
            hours.starts_at, hours.ends_at, ${row.time_zone}::text, ${offerId}::uuid, hours.place, ${held.length}::integer,
            (select count(*) from held_hours where held_hours.booking_id = hours.id), ${scope.clock.now()}::timestamptz, ${holder.personId}::uuid
          from hours returning id`),
      )
      .with('reserved_of', () =>
        part(sql<{
          booking_id: string;
        }>`insert into ${t}.booking_resource (booking_id, resource_id, is_part, starts_at, ends_at)
          select hours.id, held.id, held.id <> ${row.id}::uuid, hours.starts_at, hours.ends_at
          from hours cross join unnest(${held.map(({ id }) => id)}::uuid[]) held (id) returning booking_id`),
      ) as unknown as Database;
}
