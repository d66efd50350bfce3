import { sql } from 'kysely';
import type { Scope } from '../../platform/scope.ts';
import { decisionFor, inFairOrder, readStandings } from './fair-order.ts';
import { inSavepoint, listStored, takeStored, type StoredBooking } from '../taking/stored-booking.ts';
import { tablesOf } from '../tables.ts';

const waitingAtMost = 200;

/** Gives what has become free to those who wait for what a booking was for. */
export async function promoteBehind(scope: Scope, bookingId: string): Promise<void> {
  const rows = await scope.db
    .selectFrom('booking_resource')
    .select('resource_id')
    .where('booking_id', '=', bookingId)
    .execute();
  await promoteWaiting(
    scope,
    rows.map((row) => row.resource_id),
  );
}

/**
 * Gives what is free of these resources to those who wait: where shares were promised, who used least of its share goes
 * first, else who came first. `scope.db` is a transaction. Nothing to do is no error, so any event may lead here.
 */
export async function promoteWaiting(scope: Scope, resourceIds: readonly string[]): Promise<void> {
  const now = scope.clock.now();
  const t = tablesOf(scope);
  const waiting = await listStored(
    scope,
    sql<boolean>`booking.state = 'waiting' and booking.starts_at > ${now}::timestamptz and booking.id in (select asked.booking_id
      from ${t}.booking_resource asked where asked.resource_id = any(${[...resourceIds]}::uuid[]))`,
    waitingAtMost,
  );
  if (waiting.length === 0) return;
  const standings = await readStandings(scope, resourceIds, now.toISOString().slice(0, 10));
  const inOrder = inFairOrder(waiting, standings);
  for (const booking of inOrder) {
    const respondBy = respondByOf(booking, now);
    await inSavepoint(scope, () =>
      takeStored(scope, booking, {
        to: respondBy === null ? 'confirmed' : 'offered',
        respondBy,
        decision: standings.size > 0 ? decisionFor(booking, inOrder, standings, true) : undefined,
        action: 'booking.promoted',
      }),
    );
  }
}

/** The shortest time to accept that one of the resources gives, but not beyond the beginning. */
function respondByOf({ resources, starts_at }: StoredBooking, now: Date): Date | null {
  const minutes = resources.flatMap(({ acceptWithinMinutes }) => acceptWithinMinutes ?? []);
  if (minutes.length === 0) return null;
  return new Date(Math.min(now.getTime() + Math.min(...minutes) * 60_000, starts_at.getTime()));
}
