import type { BookingInput, BookingView } from '@collegium/contract/sharing/bookings.ts';
import { sql } from 'kysely';
import { changeOften, type Changed, type Happening } from '../../platform/audit/change.ts';
import { newId } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { Member, MemberScope } from '../../platform/scope.ts';
import { movedIn, type Arrangement } from '../taking/arrange.ts';
import { bookingView, type BookingRow } from './booking-query.ts';
import { isForOffer } from './for-offer.ts';
import { insertBookings } from '../taking/insert-booking.ts';
import { loadRules, readRules, type ResourceRules } from '../taking/load-rules.ts';
import { instantOfMoment } from '../taking/moments.ts';
import { isStaff } from '../policy.ts';
import { planBooking, type Holder, type Plan } from '../taking/plan.ts';
import { presentBooking } from './present-booking.ts';
import { explainClash } from '../taking/explain-clash.ts';
import { withinQuotas } from '../taking/explain-quota.ts';
import { part, tablesOf, type Tables } from '../tables.ts';
import { unlessUnseen } from '../taking/unseen.ts';
import { unlessLost, whileItMightSucceed } from '../taking/try-again.ts';

/**
 * Books all that is wanted, or nothing: one statement, in which the database refuses what would clash and what exceeds a
 * quota. Requests that need approval hold their time; those that compete for a fair share hold nothing yet; with `orWait`
 * what is taken is waited for. Throws resource.not_found, booking.rules_not_met, booking.passport_missing, booking.clash,
 * booking.opened_until, booking.offer_unknown, booking.quota_reached, booking.time_unreadable, booking.zone_unknown.
 */
export async function makeBooking(scope: MemberScope, input: BookingInput): Promise<BookingView> {
  const ids = input.resources.map(({ resourceId }) => resourceId);
  return whileItMightSucceed(async (isFresh, arrangement) => {
    const rules = await (isFresh ? readRules(scope, ids) : loadRules(scope, ids));
    const plan = await unlessUnseen(scope, rules, () => planOf(scope, input, rules));
    const booked = book(scope, input, plan, arrangement);
    const row = await unlessLost(withinQuotas(booked, { plan, rules, language: scope.language }));
    if (row) return presentBooking(scope.actor, row, scope.clock.now());
    const allowed = isForOffer(scope, input.offerId);
    throw await explainClash(scope, plan, holderOf(scope.actor, input.unitId ?? null), { allowed });
  });
}

function planOf(scope: MemberScope, input: BookingInput, rules: ReadonlyMap<string, ResourceRules>): Plan {
  const kind = input.kind ?? 'use';
  const resources = input.resources.map(({ resourceId }) => rules.get(resourceId));
  const first = resources[0];
  if (!first) throw new Problem('resource.not_found');
  const isOwner = isStaff(scope.actor) && resources.every((one) => one?.organisationId === scope.actor.organisationId);
  if (kind === 'maintenance' && !isOwner) throw new Problem('resource.not_found');
  const timeZone = input.timeZone ?? first.timeZone;
  const occurrence = {
    bookingId: newId(),
    startsAt: instantOfMoment(input.starts, timeZone),
    endsAt: instantOfMoment(input.ends, timeZone),
  };
  return planBooking(
    rules,
    { kind, resources: input.resources, occurrences: [occurrence], service: input.service },
    holderOf(scope.actor, input.unitId ?? null),
    { now: scope.clock.now(), language: scope.language },
  );
}

export function holderOf(actor: Member, unitId: string | null): Holder {
  const { personId, membershipId, organisationId } = actor;
  return { personId, membershipId, organisationId, unitId, isStaff: isStaff(actor) };
}

async function book(
  scope: MemberScope,
  input: BookingInput,
  plan: Plan,
  arrangement: Arrangement | undefined,
): Promise<BookingRow | undefined> {
  const t = tablesOf(scope);
  const details = { resources: plan.guards.map(({ id }) => id), ...movedIn(arrangement) };
  const happened = (state: string, action: string): Happening => ({
    action,
    objectType: 'booking',
    of: `is_${state}`,
    details,
  });
  const outcomes = outcomesOf(plan, input);
  const rows = await changeOften<Changed<BookingRow>>(
    scope,
    (db) =>
      insertBookings(db, {
        t,
        plan,
        holder: holderOf(scope.actor, input.unitId ?? null),
        now: scope.clock.now(),
        allowed: isForOffer(scope, input.offerId),
        needsPassport: (input.kind ?? 'use') === 'use',
        particulars: input,
        orWait: input.orWait ?? false,
        seriesId: null,
        arrangement,
      })
        .with('changed', () => part(bookingView(t, freshOf(t, input.orWait ?? false))))
        .with('is_confirmed', () => part(sql<{ id: string }>`select id from inserted where state = 'confirmed'`))
        .with('is_requested', () => part(sql<{ id: string }>`select id from inserted where state = 'requested'`))
        .with('is_waiting', () => part(sql<{ id: string }>`select id from inserted where state = 'waiting'`)) as never,
    ...outcomes.map(({ state, action }) => happened(state, action)),
  );
  return rows[0];
}

/** The rows that the statement itself has just made. */
const freshOf = (t: Tables, waits: boolean) => ({
  booking: sql`inserted`,
  resources: sql`booked`,
  items: sql`taken`,
  attendees: sql`invited`,
  approvals: sql`${t}.booking_approval`,
  isNew: { waits },
});

/** What can come of it: asking for approval or a share, waiting, or at once having it. */
function outcomesOf(plan: Plan, { orWait }: BookingInput): { state: string; action: string }[] {
  const isAsked = plan.approvals.length > 0 || plan.occurrences.some(({ decideAt }) => decideAt !== null);
  return [
    isAsked ? { state: 'requested', action: 'booking.requested' } : { state: 'confirmed', action: 'booking.confirmed' },
    ...(orWait ? [{ state: 'waiting', action: 'booking.queued' }] : []),
  ];
}
