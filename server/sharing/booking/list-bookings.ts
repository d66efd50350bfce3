import type { BookingPage, BookingQuery } from '@collegium/contract/sharing/bookings.ts';
import { sql, type RawBuilder } from 'kysely';
import { decodeCursor, pageOf } from '../../platform/http/cursor.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { bookingView, storedIn, type BookingRow } from './booking-query.ts';
import { isMyTurn } from './decide-booking.ts';
import { ownedBy, visibleBookings } from '../policy.ts';
import { essentialsOf } from './present-booking.ts';
import { tablesOf, type Tables } from '../tables.ts';

/**
 * A page of bookings that the actor may see: what is to come (`from` alone) the soonest first, all else the latest first. Worst case: an index
 * scan of the side's bookings.
 */
export async function listBookings(scope: MemberScope, query: BookingQuery): Promise<BookingPage> {
  const t = tablesOf(scope);
  const limit = query.limit ?? 30;
  const after = decodeCursor(query.cursor, 2);
  const conditions = [visibleBookings(t, scope.actor), sideOf(t, scope, query), ...filtersOf(t, query)];
  const isToCome = query.from !== undefined && query.until === undefined;
  const [beyond, order] = isToCome ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`];
  if (after)
    conditions.push(
      sql<boolean>`(booking.starts_at, booking.id) ${beyond} (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    );
  const { rows } = await sql<BookingRow>`${bookingView(t, storedIn(t))}
    where ${sql.join(conditions, sql` and `)}
    order by booking.starts_at ${order}, booking.id ${order} limit ${limit + 1}`.execute(scope.db);
  return pageOf(rows, limit, (row) => [row.starts_at.toISOString(), row.id], essentialsOf);
}

function sideOf(t: Tables, scope: MemberScope, { side }: BookingQuery): RawBuilder<boolean> {
  const { personId, organisationId } = scope.actor;
  switch (side) {
    case 'own':
      return sql<boolean>`booking.person_id = ${personId}::uuid and booking.kind <> 'offer'`;
    case 'invited':
      return sql<boolean>`booking.id in (select booking_id from ${t}.booking_attendee where person_id = ${personId}::uuid)`;
    case 'home':
      return sql<boolean>`booking.organisation_id = ${organisationId}::uuid`;
    case 'owner':
      return ownedBy(t, organisationId);
    case 'decide':
      return sql<boolean>`booking.state = 'requested' and booking.decide_at is null and ${isMyTurn(scope)}`;
    case undefined:
    default:
      return sql<boolean>`true`;
  }
}

function filtersOf(t: Tables, query: BookingQuery): RawBuilder<boolean>[] {
  return [
    ...(query.state?.length ? [sql<boolean>`booking.state = any(${query.state}::text[])`] : []),
    ...(query.seriesId ? [sql<boolean>`booking.series_id = ${query.seriesId}::uuid`] : []),
    ...(query.from ? [sql<boolean>`booking.ends_at > ${query.from}::timestamptz`] : []),
    ...(query.until ? [sql<boolean>`booking.starts_at < ${query.until}::timestamptz`] : []),
    ...(query.resourceId
      ? [
          sql<boolean>`booking.id in (select booking_id from ${t}.booking_resource
            where resource_id = ${query.resourceId}::uuid)`,
        ]
      : []),
  ];
}
