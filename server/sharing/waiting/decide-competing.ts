import { sql } from 'kysely';
import { change } from '../../platform/audit/change.ts';
import { jsonb } from '../../platform/database/database.ts';
import type { Scope } from '../../platform/scope.ts';
import { decisionFor, inFairOrder, isRival, readStandings } from './fair-order.ts';
import { listStored, takeStored, type StoredBooking } from '../taking/stored-booking.ts';
import { tablesOf } from '../tables.ts';

const atOnce = 500;

/**
 * Decides the requests whose time to be decided has come, together with those that compete with them: who used least of
 * its share goes first, and each is told why. Safe to run twice and in two processes at once. Returns how many it decided.
 */
export async function decideCompeting(scope: Scope): Promise<number> {
  const now = scope.clock.now();
  const due = await listStored(
    scope,
    sql<boolean>`booking.state = 'requested' and booking.decide_at <= ${now}::timestamptz and booking.starts_at > ${now}::timestamptz`,
    atOnce,
  );
  if (due.length === 0) return 0;
  const resourceIds = [...new Set(due.flatMap(({ resources }) => resources.map(({ resourceId }) => resourceId)))];
  const rivals = await listRivals(scope, due, resourceIds);
  const standings = await readStandings(scope, resourceIds, now.toISOString().slice(0, 10));
  const open = new Map([...due, ...rivals].map((booking) => [booking.id, booking]));
  const served: StoredBooking[] = [];
  while (open.size > 0) {
    const [booking] = inFairOrder([...open.values()], standings);
    if (!booking) break;
    open.delete(booking.id);
    served.push(booking);
    const order = [...served, ...inFairOrder([...open.values()], standings)];
    const decision = decisionFor(booking, order, standings, true);
    const isGranted = await takeStored(scope, booking, { to: 'confirmed', decision, action: 'booking.granted' });
    if (!isGranted) await refuse(scope, booking, decisionFor(booking, order, standings, false));
    const standing = standings.get(booking.organisation_id);
    if (isGranted && standing)
      standings.set(booking.organisation_id, { ...standing, usedMinutes: standing.usedMinutes + minutesOf(booking) });
  }
  return served.length;
}

async function listRivals(scope: Scope, due: StoredBooking[], resourceIds: string[]): Promise<StoredBooking[]> {
  const t = tablesOf(scope);
  const others = await listStored(
    scope,
    sql<boolean>`booking.state = 'requested' and booking.decide_at > ${scope.clock.now()}::timestamptz
      and booking.starts_at < ${latest(due)}::timestamptz and booking.id in (select asked.booking_id
        from ${t}.booking_resource asked where asked.resource_id = any(${resourceIds}::uuid[]))`,
    atOnce,
  );
  return others.filter((other) => due.some((one) => isRival(one, other)));
}

async function refuse(scope: Scope, booking: StoredBooking, decision: ReturnType<typeof decisionFor>): Promise<void> {
  const t = tablesOf(scope);
  await change(
    scope,
    (db) =>
      db.with(
        'changed',
        () =>
          sql<{ id: string }>`(update ${t}.booking set state = 'declined', decide_at = null, is_charged = false,
          decision = ${jsonb(decision)}, version = version + 1
        where id = ${booking.id}::uuid and version = ${booking.version}::integer and state = 'requested' returning id)`,
      ) as never,
    { action: 'booking.refused', objectType: 'booking' },
  );
}

function minutesOf({ starts_at, ends_at, resources }: StoredBooking): number {
  const quantity = resources.reduce((sum, one) => sum + one.quantity, 0);
  return ((ends_at.getTime() - starts_at.getTime()) / 60_000) * quantity;
}

function latest(due: StoredBooking[]): Date {
  return new Date(Math.max(...due.map(({ ends_at }) => ends_at.getTime())));
}
