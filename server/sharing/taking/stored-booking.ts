import type { BookingDecision } from '@collegium/contract/sharing/decision.ts';
import type { BookingKind } from '@collegium/contract/sharing/terms.ts';
import type { BookingState } from '@collegium/contract/states/booking.ts';
import { sql, type RawBuilder } from 'kysely';
import { change } from '../../platform/audit/change.ts';
import { jsonb } from '../../platform/database/database.ts';
import { Problem, problemOfDatabase } from '../../platform/problem/problem.ts';
import type { Scope } from '../../platform/scope.ts';
import { countCharges, noteCharges, nothingCharged } from './charge.ts';
import { readRules } from './load-rules.ts';
import { planBooking } from './plan.ts';
import { takeItems, type Taking } from './take.ts';
import { movedIn } from './arrange.ts';
import { explainClash } from './explain-clash.ts';
import { TryAgain } from './try-again.ts';
import { jsonList, part, tablesOf } from '../tables.ts';

/** A booking that is recorded but holds nothing yet: it waits, or competes for a fair share. */
export interface StoredBooking {
  id: string;
  kind: BookingKind;
  state: BookingState;
  version: number;
  person_id: string;
  membership_id: string;
  organisation_id: string;
  organisation_name: string;
  unit_id: string | null;
  queue_number: number;
  starts_at: Date;
  ends_at: Date;
  resources: { resourceId: string; quantity: number; acceptWithinMinutes: number | null }[];
}

/** Bookings that hold nothing yet, in the order in which they came; `where` is on the columns of `booking`. */
export async function listStored(scope: Scope, where: RawBuilder<boolean>, limit: number): Promise<StoredBooking[]> {
  const t = tablesOf(scope);
  const { rows } = await sql<StoredBooking>`
    select booking.*, home.name as organisation_name,
      ${jsonList(sql`select held.resource_id as "resourceId", held.quantity, resource.accept_within_minutes as "acceptWithinMinutes"
        from ${t}.booking_resource held join ${t}.resource on resource.id = held.resource_id
        where held.booking_id = booking.id and not held.is_part order by held.resource_id`)} as resources
    from ${t}.booking join ${t}.organisation home on home.id = booking.organisation_id
    where ${where} order by booking.queue_number limit ${limit}`.execute(scope.db);
  return rows;
}

/**
 * Takes what a stored booking asks for, by the rules of today, and moves it; false when it cannot be had. `set` are the
 * columns besides state, version and what is held; `approvals` still due keep it a request that holds its time.
 */
export async function takeStored(scope: Scope, booking: StoredBooking, outcome: Outcome): Promise<boolean> {
  const t = tablesOf(scope);
  const now = scope.clock.now();
  const holder = {
    personId: booking.person_id,
    membershipId: booking.membership_id,
    organisationId: booking.organisation_id,
    unitId: booking.unit_id,
    isStaff: false,
  };
  const rules = await readRules(
    scope,
    booking.resources.map(({ resourceId }) => resourceId),
  );
  const occurrence = { bookingId: booking.id, startsAt: booking.starts_at, endsAt: booking.ends_at };
  const wish = { kind: booking.kind, resources: booking.resources, occurrences: [occurrence], isPastAllowed: true };
  try {
    const judged = planBooking(rules, wish, holder, { now, language: 'en' });
    const plan = { ...judged, wanted: judged.wanted.map((one) => ({ ...one, holds: true })) };
    const taking = { t, plan, holder, now, stored: booking, needsPassport: true };
    if (await takeNow(scope, taking, outcome)) return true;
    const problem = await explainClash(scope, plan, holder, { releasing: booking.id });
    if (!(problem instanceof TryAgain) || !problem.arrangement) return false;
    return await takeNow(scope, { ...taking, arrangement: problem.arrangement }, outcome);
  } catch (error) {
    if (error instanceof Problem || problemOfDatabase(error)) return false;
    throw error;
  }
}

interface Outcome {
  to: 'offered' | 'confirmed';
  respondBy?: Date | null;
  decision?: BookingDecision | undefined;
  action: string;
}

async function takeNow(
  scope: Scope,
  taking: Taking & { stored: StoredBooking },
  { to, respondBy, decision, action }: Outcome,
): Promise<boolean> {
  const { t, plan, stored: booking, arrangement } = taking;
  const rows = await change(
    scope,
    (db) =>
      takeItems(db, taking)
        .with('changed', () =>
          part(sql<{
            id: string;
          }>`update ${t}.booking set version = booking.version + 1, items_held = coalesce(held.items, 0),
              state = case when ${to}::text = 'confirmed' and cardinality(booking.approvals_due) > 0 then 'requested' else ${to}::text end,
              respond_by = ${respondBy ?? null}::timestamptz, decide_at = null,
              decision = coalesce(${decision ? jsonb(decision) : null}::jsonb, booking.decision), is_charged = true
            from (select ${booking.id}::uuid as booking_id) itself left join held using (booking_id)
            where booking.id = itself.booking_id and (select ok from guard) and (select ok from enough)
            returning booking.id`),
        )
        .with('refunded', () => part(nothingCharged))
        .with('charged', () => part(noteCharges(t, plan.charges, sql`select id from changed`)))
        .with('counted', () => part(countCharges(t))) as never,
    { action, objectType: 'booking', details: movedIn(arrangement) },
  );
  return rows.length > 0;
}

/** Runs an attempt inside a transaction that must go on when the attempt fails. */
export async function inSavepoint(scope: Scope, attempt: () => Promise<boolean>): Promise<boolean> {
  await sql`savepoint attempt`.execute(scope.db);
  const hasSucceeded = await attempt();
  await (hasSucceeded ? sql`release savepoint attempt` : sql`rollback to savepoint attempt`).execute(scope.db);
  return hasSucceeded;
}
