import type { SwapChoices } from '@collegium/contract/sharing/bookings.ts';
import { sql } from 'kysely';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { visibleBookings } from '../policy.ts';
import { canSwap } from './swaps.ts';
import { instantText, jsonList, tablesOf } from '../tables.ts';

const choicesAtMost = 50;

/**
 * Times of others of the same resources and length that the holder of a booking could have instead, the soonest first, at
 * most 50. Whose they are is told to those who may read them; a proposal reaches the others as well. Throws booking.not_found.
 */
export async function listSwapChoices(scope: MemberScope, id: string): Promise<SwapChoices> {
  const t = tablesOf(scope);
  const { rows } = await sql<{ items: SwapChoices['items'] }>`select ${jsonList(sql`
      select booking.id as "bookingId", ${instantText('booking.starts_at')} as "startsAt",
        ${instantText('booking.ends_at')} as "endsAt",
        case when ${visibleBookings(t, scope.actor)} then holder.name end as "holderName"
      from ${t}.booking join ${t}.person holder on holder.id = booking.person_id
      where booking.id in (select other.id from ${t}.booking_resource same
          join ${t}.booking other on other.id = same.booking_id
          where same.resource_id in (select resource_id from ${t}.booking_resource where booking_id = mine.id)
            and same.starts_at > ${scope.clock.now()}::timestamptz and other.person_id <> mine.person_id
            and ${canSwap(t, scope.clock.now())})
      order by booking.starts_at, booking.id limit ${choicesAtMost}`)} as items
    from ${t}.booking mine
    where mine.id = ${id}::uuid and mine.person_id = ${scope.actor.personId}::uuid`.execute(scope.db);
  const [row] = rows;
  if (!row) throw new Problem('booking.not_found');
  return { items: row.items };
}
