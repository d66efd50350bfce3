import { sql } from 'kysely';
import { change, recordEvent } from '../../platform/audit/change.ts';
import { Problem, problemOfDatabase } from '../../platform/problem/problem.ts';
import type { Scope } from '../../platform/scope.ts';
import { findBooking, type BookingRow } from './booking-query.ts';
import { takeInstead } from './change-booking.ts';
import { explainClash } from '../taking/explain-clash.ts';
import { readRules } from '../taking/load-rules.ts';
import { planBooking } from '../taking/plan.ts';
import { inSavepoint } from '../taking/stored-booking.ts';
import { part, tablesOf } from '../tables.ts';
import { TryAgain } from '../taking/try-again.ts';

const atOnce = 10_000;

/**
 * Moves what was booked of a resource, and has not begun, to the one it was merged into, the earliest first, by the rules of
 * that one; what does not fit there stays. The owner's record says how many moved and which did not. `scope.db` is a transaction.
 */
export async function moveBookingsTo(scope: Scope, { from, to }: { from: string; to: string }): Promise<void> {
  const t = tablesOf(scope);
  const { rows } = await sql<{ id: string }>`select booking.id from ${t}.booking_resource held
    join ${t}.booking on booking.id = held.booking_id
    where held.resource_id = ${from}::uuid and booking.starts_at > ${scope.clock.now()}::timestamptz
      and booking.state in ('requested', 'waiting', 'offered', 'confirmed')
    order by booking.starts_at, booking.queue_number limit ${atOnce}`.execute(scope.db);
  const left: string[] = [];
  for (const { id } of rows) {
    const hasMoved = await inSavepoint(scope, () => moveOne(scope, id, { from, to }));
    if (!hasMoved) left.push(id);
  }
  if (rows.length === 0) return;
  const details = { mergedInto: to, moved: rows.length - left.length, left };
  await recordEvent(scope, { action: 'resource.bookings_moved', objectType: 'resource', objectId: from, details });
}

async function moveOne(scope: Scope, id: string, { from, to }: { from: string; to: string }): Promise<boolean> {
  const row = await findBooking(scope, id);
  if (!row) return false;
  if (row.resources.every(({ items }) => items.length === 0)) return replaceResource(scope, row, { from, to });
  const wanted = row.resources
    .filter(({ isPart }) => !isPart)
    .map((one) => ({ ...one, id: one.id === from ? to : one.id }));
  const resources = [
    ...new Map(wanted.map((one) => [one.id, { resourceId: one.id, quantity: one.quantity }])).values(),
  ];
  const holder = {
    personId: row.person_id,
    membershipId: row.membership_id,
    organisationId: row.organisation_id,
    unitId: row.unit_id,
    isStaff: true,
  };
  try {
    const rules = await readRules(
      scope,
      resources.map(({ resourceId }) => resourceId),
    );
    const occurrences = [{ bookingId: row.id, startsAt: row.starts_at, endsAt: row.ends_at }];
    const wish = { kind: row.kind, resources, occurrences, isPastAllowed: true };
    const judged = planBooking(rules, wish, holder, { now: scope.clock.now(), language: 'en' });
    const plan = { ...judged, wanted: judged.wanted.map((one) => ({ ...one, holds: true })) };
    const instead = { holder, purpose: row.purpose, arrangement: undefined };
    if (await takeInstead(scope, row, plan, instead)) return true;
    const problem = await explainClash(scope, plan, holder, { releasing: row.id });
    if (!(problem instanceof TryAgain) || !problem.arrangement) return false;
    return (await takeInstead(scope, row, plan, { ...instead, arrangement: problem.arrangement })) !== undefined;
  } catch (error) {
    if (error instanceof Problem || problemOfDatabase(error)) return false;
    throw error;
  }
}

/** What holds nothing yet, because it waits or competes, waits for the other one. */
async function replaceResource(
  scope: Scope,
  row: BookingRow,
  { from, to }: { from: string; to: string },
): Promise<boolean> {
  const t = tablesOf(scope);
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', () =>
          part(sql<{ id: string }>`update ${t}.booking set version = version + 1
            where id = ${row.id}::uuid and version = ${row.version}::integer returning id`),
        )
        .with('gone', () =>
          part(sql<object>`delete from ${t}.booking_resource old using changed
            where old.booking_id = changed.id and (old.resource_id = ${from}::uuid or old.is_part) returning old.*`),
        )
        .with('put', () =>
          part(sql<object>`insert into ${t}.booking_resource (booking_id, resource_id, quantity, starts_at, ends_at, price_minor)
            select booking_id, ${to}::uuid, quantity, starts_at, ends_at, price_minor from gone where resource_id = ${from}::uuid
            on conflict do nothing returning booking_id`),
        ) as never,
    {
      action: 'booking.changed',
      objectType: 'booking',
      details: { from: row.starts_at.toISOString(), resources: [to] },
    },
  );
  return rows.length > 0;
}
