import { mostAtOnce } from '@collegium/scheduling';
import { sql } from 'kysely';
import { recordEvent } from '../../platform/audit/change.ts';
import type { Scope } from '../../platform/scope.ts';
import { tablesOf } from '../tables.ts';

/** Bookings to come stay when a pool is reduced below them; the owner hears how many then stand in each other's way. */
export async function tellOverSize(scope: Scope, resourceId: string): Promise<void> {
  const t = tablesOf(scope);
  const { rows } = await sql<{ booking_id: string; starts: number; ends: number; units: number }>`
    select held.booking_id, extract(epoch from held.occupied_from)::float8 as starts, extract(epoch from held.occupied_until)::float8 as ends,
      (select count(*)::integer from ${t}.resource_item item where item.resource_id = ${resourceId}::uuid and item.retired_at is null) as units
    from ${t}.booking_item held where held.resource_id = ${resourceId}::uuid and held.released_at is null
      and held.occupied_until > ${scope.clock.now()}::timestamptz
      and exists (select from ${t}.resource_item gone where gone.resource_id = ${resourceId}::uuid and gone.retired_at is not null)
    order by held.occupied_from limit 10000`.execute(scope.db);
  const held = rows.map(({ booking_id, starts, ends, units }) => ({ booking_id, units, from: starts, until: ends }));
  const over = new Set(held.filter((one) => mostAtOnce(held, one) > one.units).map(({ booking_id }) => booking_id));
  if (over.size === 0) return;
  await recordEvent(scope, {
    action: 'resource.bookings_over_size',
    objectType: 'resource',
    objectId: resourceId,
    details: { bookings: over.size, units: rows[0]?.units ?? 0 },
  });
}
