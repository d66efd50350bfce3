import type { BookingView } from '@collegium/contract/sharing/bookings.ts';
import { sql } from 'kysely';
import { inWords } from '../../applications/instants.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import type { BookingRow } from './booking-query.ts';
import { holdsOrOwns, isHolderOrOwner, moveBooking, whyNot } from './move-booking.ts';
import { checkInEarlyMinutes, checkInOf, presentBooking } from './present-booking.ts';
import { tablesOf } from '../tables.ts';

/** Says that the holder is there; with the code where one hangs. Throws booking.not_found, .not_begun, .code_wrong, .has_begun. */
export async function checkIn(scope: MemberScope, id: string, { code }: { code?: string }): Promise<BookingView> {
  const now = scope.clock.now();
  const t = tablesOf(scope);
  const row = await moveBooking(scope, id, {
    move: 'check_in',
    set: sql`checked_in_at = ${now}::timestamptz`,
    where: sql<boolean>`booking.person_id = ${scope.actor.personId}::uuid and booking.checked_in_at is null
      and booking.starts_at - ${checkInEarlyMinutes} * interval '1 minute' <= ${now}::timestamptz and booking.ends_at > ${now}::timestamptz
      and not exists (select from ${t}.booking_resource held join ${t}.resource door on door.id = held.resource_id
        where held.booking_id = booking.id and door.check_in = 'code'
          and upper(door.check_in_code) is distinct from upper(${code ?? null}::text))`,
    happening: { action: 'booking.checked_in', objectType: 'booking' },
  });
  if (row) return presentBooking(scope.actor, row, now);
  const found = await whyNot(scope, id, 'check_in', (one) => one.person_id === scope.actor.personId);
  const opensAt = new Date(found.starts_at.getTime() - checkInEarlyMinutes * 60_000);
  if (opensAt > now) throw new Problem('booking.not_begun', { opensAt: inWords(opensAt, scope.language) });
  if (found.checked_in_at !== null) return presentBooking(scope.actor, found, now);
  if (found.ends_at <= now || checkInOf(found.resources) !== 'code') throw new Problem('booking.has_begun');
  throw new Problem('booking.code_wrong');
}

/** Ends a booking that has begun: whoever waits may have the rest; a loan is returned. Throws booking.not_found, .not_begun. */
export async function finishBooking(scope: MemberScope, id: string): Promise<BookingView> {
  const now = scope.clock.now();
  const row = await moveBooking(scope, id, {
    move: 'return',
    set: sql`released_at = ${now}::timestamptz, checked_in_at = coalesce(booking.checked_in_at, booking.starts_at)`,
    where: sql<boolean>`booking.starts_at <= ${now}::timestamptz and ${isHolderOrOwner(scope)}`,
    releases: true,
    happening: { action: 'booking.finished', objectType: 'booking' },
  });
  if (row) return presentBooking(scope.actor, row, now);
  const found = await whyNot(scope, id, 'return', (one) => holdsOrOwns(scope, one));
  throw new Problem('booking.not_begun', { opensAt: inWords(found.starts_at, scope.language) });
}

/** Takes what the waiting list gave; where approval is due it is a request that holds its time. Throws booking.not_found, booking.response_late. */
export async function acceptBooking(scope: MemberScope, id: string): Promise<BookingView> {
  const now = scope.clock.now();
  const row = await moveBooking(scope, id, {
    move: 'accept',
    to: sql`case when cardinality(booking.approvals_due) > 0 then 'requested' else 'confirmed' end`,
    set: sql`respond_by = null`,
    where: sql<boolean>`booking.person_id = ${scope.actor.personId}::uuid and booking.respond_by > ${now}::timestamptz`,
    also: {
      accepted: sql<object>`select id from moved where state = 'confirmed'`,
      asked: sql<object>`select id from moved where state = 'requested'`,
    },
    happening: [
      { action: 'booking.accepted', objectType: 'booking', of: 'accepted' },
      { action: 'booking.requested', objectType: 'booking', of: 'asked' },
    ],
  });
  if (row) return presentBooking(scope.actor, row, now);
  const found = await whyNot(scope, id, 'accept', (one) => one.person_id === scope.actor.personId);
  throw new Problem('booking.response_late', { respondBy: respondBy(found, scope.language) });
}

function respondBy(row: BookingRow, language: string): string {
  return inWords(row.respond_by ?? row.starts_at, language);
}
