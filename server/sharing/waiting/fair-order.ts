import { byFairShare, type Standing } from '@collegium/scheduling';
import type { BookingDecision, ShareStanding } from '@collegium/contract/sharing/decision.ts';
import { sql } from 'kysely';
import type { Scope } from '../../platform/scope.ts';
import { usedOf } from '../resources/resource-query.ts';
import type { StoredBooking } from '../taking/stored-booking.ts';
import { tablesOf } from '../tables.ts';

/** What each partner was promised of these resources and has used, in the shares that hold on a day. */
export async function readStandings(
  scope: Scope,
  resourceIds: readonly string[],
  day: string,
): Promise<Map<string, Standing>> {
  const t = tablesOf(scope);
  const { rows } = await sql<{ organisation_id: string; promised: number; used: number }>`
    select share.organisation_id, sum(share.promised_minutes)::float8 as promised, sum(${usedOf(t)})::float8 as used
    from ${t}.resource_share share
    where share.resource_id = any(${[...resourceIds]}::uuid[]) and share.starts_on <= ${day}::date and share.ends_on >= ${day}::date
    group by share.organisation_id`.execute(scope.db);
  return new Map(
    rows.map(({ organisation_id, promised, used }) => [
      organisation_id,
      { promisedMinutes: promised, usedMinutes: used },
    ]),
  );
}

/** Those who ask in the order in which they are served; without shares, in the order in which they came. */
export function inFairOrder(
  bookings: readonly StoredBooking[],
  standings: ReadonlyMap<string, Standing>,
): StoredBooking[] {
  const requests = bookings.map((booking) => ({
    id: booking.id,
    partnerId: booking.organisation_id,
    number: booking.queue_number,
    booking,
  }));
  return byFairShare(requests, standings).map(({ booking }) => booking);
}

/** Why a booking was served when it was: the standings of all who asked for the same, in their order. */
export function decisionFor(
  booking: StoredBooking,
  served: readonly StoredBooking[],
  standings: ReadonlyMap<string, Standing>,
  isGranted: boolean,
): BookingDecision {
  const rivals = served.filter((other) => other.id === booking.id || isRival(booking, other));
  const seen = new Map<string, ShareStanding>();
  for (const { organisation_id: organisationId, organisation_name: name } of rivals) {
    const { promisedMinutes, usedMinutes } = standings.get(organisationId) ?? { promisedMinutes: 0, usedMinutes: 0 };
    const isHolder = organisationId === booking.organisation_id;
    if (!seen.has(organisationId))
      seen.set(organisationId, { organisationId, name, promisedMinutes, usedMinutes, isHolder });
  }
  return { rule: 'fair_share', isGranted, standings: [...seen.values()] };
}

/** Both want one of the same resources at times that overlap. */
export function isRival(one: StoredBooking, other: StoredBooking): boolean {
  const wanted = new Set(one.resources.map(({ resourceId }) => resourceId));
  return (
    one.starts_at < other.ends_at &&
    other.starts_at < one.ends_at &&
    other.resources.some(({ resourceId }) => wanted.has(resourceId))
  );
}
