import { sql } from 'kysely';
import { inEveryNetwork } from '../platform/jobs/in-every-network.ts';
import type { Scope } from '../platform/scope.ts';
import { decideCompeting } from './waiting/decide-competing.ts';
import { endMany } from './booking/end-many.ts';
import { freeUntaken } from './idle/give-hours.ts';
import { isLoan, remindOfLoans } from './loans/loans.ts';
import { tablesOf } from './tables.ts';

/** Does, every minute, what is due to bookings because time passes. */
export const bookingJob = inEveryNetwork('booking.due', '* * * * *', keepBookings);

/**
 * What is due now: competing requests are decided, unanswered offers lapse, missed bookings are released, used ones
 * end, holders of loans are reminded.
 */
export async function keepBookings(scope: Scope): Promise<void> {
  const now = scope.clock.now();
  const t = tablesOf(scope);
  await decideCompeting(scope);
  await freeUntaken(scope);
  await endMany(scope, {
    where: sql<boolean>`(booking.state = 'offered' and booking.respond_by <= ${now}::timestamptz)
      or (booking.state = 'waiting' and booking.starts_at <= ${now}::timestamptz)`,
    to: 'cancelled',
    set: sql`is_charged = false, cancelled_at = ${now}::timestamptz`,
    action: 'booking.lapsed',
    releases: true,
  });
  // Booked in the moment in which the resource was retired: whoever ended its bookings did not see it yet.
  await endMany(scope, {
    where: sql<boolean>`booking.state in ('requested', 'waiting', 'offered', 'confirmed') and booking.starts_at > ${now}::timestamptz
      and booking.id in (select held.booking_id from ${t}.booking_resource held join ${t}.resource gone on gone.id = held.resource_id
        where gone.state = 'retired' and gone.state_since <= ${now}::timestamptz - interval '10 minutes' and held.starts_at > ${now}::timestamptz)`,
    to: 'cancelled',
    set: sql`cancelled_at = ${now}::timestamptz, is_charged = false`,
    action: 'booking.released',
    releases: true,
  });
  await endMany(scope, {
    where: sql<boolean>`booking.state = 'requested' and booking.starts_at <= ${now}::timestamptz`,
    to: 'declined',
    set: sql`is_charged = false`,
    action: 'booking.not_decided',
    releases: true,
  });
  await endMany(scope, {
    where: sql<boolean>`booking.state = 'confirmed' and booking.checked_in_at is null and booking.released_at is null
      and booking.starts_at <= ${now}::timestamptz and exists (select from ${t}.booking_resource held
        join ${t}.resource rule on rule.id = held.resource_id
        where held.booking_id = booking.id and rule.check_in <> 'none'
          and booking.starts_at + rule.release_after_minutes * interval '1 minute' <= ${now}::timestamptz)`,
    to: 'no_show',
    set: sql`released_at = ${now}::timestamptz`,
    action: 'booking.missed',
    releases: true,
  });
  await endMany(scope, {
    where: sql<boolean>`booking.state = 'confirmed' and booking.ends_at <= ${now}::timestamptz and not ${isLoan(t)}`,
    to: 'completed',
    action: 'booking.completed',
    releases: false,
  });
  await remindOfLoans(scope);
}
