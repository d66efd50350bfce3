import { openTo } from '@collegium/scheduling';
import { sql } from 'kysely';
import { recordEvent } from '../platform/audit/change.ts';
import type { Subscription } from '../platform/events/subscription.ts';
import type { Scope } from '../platform/scope.ts';
import { earnPassports } from './passports/earn-passports.ts';
import { endMany } from './booking/end-many.ts';
import { freeHours, giveHours, takeHoursBack } from './idle/give-hours.ts';
import { holdPublished } from './idle/hold-published.ts';
import { readRules } from './taking/load-rules.ts';
import { readingOf } from './taking/moments.ts';
import { moveBookingsTo } from './booking/merge-bookings.ts';
import { tellOverSize } from './resources/over-size.ts';
import { promoteBehind, promoteWaiting } from './waiting/promote.ts';
import { tablesOf } from './tables.ts';

const frees = [
  'cancelled',
  'changed',
  'declined',
  'finished',
  'freed',
  'lapsed',
  'missed',
  'not_decided',
  'queued',
  'recalled',
  'released',
];

/**
 * Events of bookings: `booking.confirmed`, `.requested`, `.queued`, `.approved`, `.declined`, `.granted` and `.refused` (by
 * fair share), `.promoted`, `.accepted`, `.lapsed`, `.not_decided`, `.changed`, `.cancelled`, `.checked_in`, `.finished`,
 * `.recalled`, `.missed`, `.completed`, `.due_soon` and `.overdue` (a loan), `.released` (its resource or holder left);
 * of hours that an offer has: `booking.given`, `.returned`, `.freed`, `resource.hours_held`;
 * `booking_series.made`; of resources `resource.created`, `.changed`, `.maintained`, `.restored`, `.retired`,
 * `.bookings_stranded`, `.bookings_over_size`, `.bookings_moved`.
 */
export const sharingSubscriptions: readonly Subscription[] = [
  ...frees.map((what) => ({
    action: `booking.${what}`,
    name: 'give what became free to those who wait',
    handle: (scope: Scope, event: { object_id: string }) => promoteBehind(scope, event.object_id),
  })),
  ...['changed', 'restored'].map((what) => ({
    action: `resource.${what}`,
    name: 'give what became free to those who wait',
    handle: (scope: Scope, event: { object_id: string }) => promoteWaiting(scope, [event.object_id]),
  })),
  {
    action: 'resource.changed',
    name: 'tell the owner of bookings outside the new hours',
    handle: (scope, event) => tellStranded(scope, event.object_id),
  },
  {
    action: 'resource.changed',
    name: 'tell the owner of bookings that exceed the new size',
    handle: (scope, event) => tellOverSize(scope, event.object_id),
  },
  {
    action: 'resource.retired',
    name: 'move what was booked of a resource to the one it was merged into, end the rest',
    handle: async (scope, event) => {
      const { mergedInto } = event.details;
      if (typeof mergedInto === 'string') await moveBookingsTo(scope, { from: event.object_id, to: mergedInto });
      await endBookingsOf(scope, event.object_id, event.reason);
    },
  },
  {
    action: 'participation.created',
    name: 'give the hours of a place to who took it',
    handle: (scope, event) => giveHours(scope, event.object_id),
  },
  ...['cancelled', 'ended_early'].map((what) => ({
    action: `participation.${what}`,
    name: 'take the hours of a place back that was given up',
    handle: (scope: Scope, event: { object_id: string }) => takeHoursBack(scope, event.object_id),
  })),
  {
    action: 'offer.published',
    name: 'hold the hours of an offer that was written by hand',
    handle: (scope, event) => holdPublished(scope, event.object_id),
  },
  {
    action: 'offer.withdrawn',
    name: 'free the hours that were held for it',
    handle: (scope, event) => freeHours(scope, event.object_id, event.reason),
  },
  {
    action: 'outcome.assessed',
    name: 'give the passport that an instruction earns',
    handle: (scope, event) => earnPassports(scope, event.object_id),
  },
  {
    action: 'membership.ended',
    name: 'free what somebody had booked who left',
    handle: (scope, event) => endBookingsOfLeaver(scope, event.object_id),
  },
];

/** Bookings to come stay when hours change; the owner hears how many the new hours would not allow. */
async function tellStranded(scope: Scope, resourceId: string): Promise<void> {
  const t = tablesOf(scope);
  const rules = (await readRules(scope, [resourceId])).get(resourceId);
  if (!rules) return;
  const { rows } = await sql<{ starts_at: Date; ends_at: Date }>`select booking.starts_at, booking.ends_at
    from ${t}.booking_resource held join ${t}.booking on booking.id = held.booking_id
    where held.resource_id = ${resourceId}::uuid and booking.kind = 'use' and booking.state in ('requested', 'offered', 'confirmed')
      and held.starts_at > ${scope.clock.now()}::timestamptz order by held.starts_at limit 10000`.execute(scope.db);
  const hours = { weekly: rules.openings, exceptions: rules.exceptions, audience: rules.audience };
  const stranded = rows.filter(
    ({ starts_at, ends_at }) =>
      openTo(hours, readingOf(starts_at, rules.timeZone), readingOf(ends_at, rules.timeZone)) === undefined,
  );
  if (stranded.length === 0) return;
  await recordEvent(scope, {
    action: 'resource.bookings_stranded',
    objectType: 'resource',
    objectId: resourceId,
    details: { bookings: stranded.length },
  });
}

/** Bookings that have not begun end with the resource; running ones are finished by their holders. */
async function endBookingsOf(scope: Scope, resourceId: string, reason: string | null): Promise<void> {
  const t = tablesOf(scope);
  const now = scope.clock.now();
  await endMany(scope, {
    where: sql<boolean>`booking.state in ('requested', 'waiting', 'offered', 'confirmed') and booking.starts_at > ${now}::timestamptz
      and booking.id in (select held.booking_id from ${t}.booking_resource held where held.resource_id = ${resourceId}::uuid)`,
    to: 'cancelled',
    set: sql`cancelled_at = ${now}::timestamptz, cancellation_reason = ${reason}::text, is_charged = false`,
    action: 'booking.released',
    reason,
    releases: true,
  });
}

async function endBookingsOfLeaver(scope: Scope, membershipId: string): Promise<void> {
  const now = scope.clock.now();
  await endMany(scope, {
    where: sql<boolean>`booking.membership_id = ${membershipId}::uuid and booking.kind <> 'offer' and booking.starts_at > ${now}::timestamptz
      and booking.state in ('requested', 'waiting', 'offered', 'confirmed')`,
    to: 'cancelled',
    set: sql`cancelled_at = ${now}::timestamptz, is_charged = false`,
    action: 'booking.released',
    releases: true,
  });
}
