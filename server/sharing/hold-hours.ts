import { sql } from 'kysely';
import { jsonb, type Database } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { Scope } from '../platform/scope.ts';
import type { IdleRow } from './idle-query.ts';
import { part, tablesOf } from './tables.ts';
import type { Stretch } from '@collegium/scheduling';

interface Holding {
  offerId: string;
  places: readonly Stretch[][];
  /** In whose name they are held until somebody takes them. */
  holder: { personId: string; membershipId: string; organisationId: string };
}

/**
 * The parts of a statement that hold hours of a resource for the places of an offer: each stretch is a booking of the kind
 * `offer`. Where somebody was faster, or the resource has changed since it was read, the check `booking_held_when_certain`
 * undoes the whole. Rules, quotas and rates do not apply: the owner gives these hours away.
 */
export function holdHours(scope: Scope, row: IdleRow, { offerId, places, holder }: Holding) {
  const t = tablesOf(scope);
  const [before, after] = [row.buffer_before_minutes * 60_000, row.buffer_after_minutes * 60_000];
  const hours = places.flatMap((place, index) =>
    place.map(({ item, from, until }) => ({
      id: newId(),
      place: index + 1,
      key: item,
      starts_at: new Date(from),
      ends_at: new Date(until),
      occupied_from: new Date(from - before),
      occupied_until: new Date(until + after),
    })),
  );
  return (db: Database): Database =>
    db
      .with(
        (cte) => cte('hours').materialized(),
        () =>
          part(sql<{
            id: string;
          }>`select * from jsonb_to_recordset(${jsonb(hours)}) hours (id uuid, place integer, key integer,
            starts_at timestamptz, ends_at timestamptz, occupied_from timestamptz, occupied_until timestamptz)`),
      )
      .with('judged', () =>
        part(sql<{ id: string }>`select resource.id from ${t}.resource where resource.id = ${row.id}::uuid
          and resource.version = ${row.version}::integer and resource.state = 'in_service' for share`),
      )
      .with('held_hours', () =>
        part(sql<{
          booking_id: string;
        }>`insert into ${t}.booking_item (booking_id, item_key, resource_id, occupied_from, occupied_until)
          select hours.id, hours.key, judged.id, hours.occupied_from, hours.occupied_until from hours cross join judged
          order by hours.occupied_from, hours.key on conflict do nothing returning booking_id`),
      )
      .with('reserved', () =>
        part(sql<{
          id: string;
        }>`insert into ${t}.booking (id, kind, person_id, membership_id, organisation_id, state, starts_at, ends_at,
            time_zone, offer_id, place, items_wanted, items_held, created_at, created_by)
          select hours.id, 'offer', ${holder.personId}::uuid, ${holder.membershipId}::uuid, ${holder.organisationId}::uuid, 'confirmed',
            hours.starts_at, hours.ends_at, ${row.time_zone}::text, ${offerId}::uuid, hours.place, 1,
            (select count(*) from held_hours where held_hours.booking_id = hours.id), ${scope.clock.now()}::timestamptz, ${holder.personId}::uuid
          from hours returning id`),
      )
      .with('reserved_of', () =>
        part(sql<{ booking_id: string }>`insert into ${t}.booking_resource (booking_id, resource_id, starts_at, ends_at)
          select hours.id, ${row.id}::uuid, hours.starts_at, hours.ends_at from hours returning booking_id`),
      ) as unknown as Database;
}
