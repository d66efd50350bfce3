import type { BookingChange, BookingView } from '@collegium/contract/sharing/bookings.ts';
import { pickText } from '@collegium/contract/localised-text.ts';
import { sql, type RawBuilder } from 'kysely';
import { change, type Changed } from '../../platform/audit/change.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope, Scope } from '../../platform/scope.ts';
import { movedIn, type Arrangement } from '../taking/arrange.ts';
import { bookingView, findBooking, storedIn, type BookingRow } from './booking-query.ts';
import { countCharges, noteCharges, takeBackCharges } from '../taking/charge.ts';
import { priced, wholeOf } from '../taking/insert-booking.ts';
import { explainClash } from '../taking/explain-clash.ts';
import { withinQuotas } from '../taking/explain-quota.ts';
import { loadRules, readRules, type ResourceRules } from '../taking/load-rules.ts';
import { instantOfMoment } from '../taking/moments.ts';
import { holdsOrOwns, moveBooking } from './move-booking.ts';
import { isStaff } from '../policy.ts';
import { planBooking, type Holder, type Plan } from '../taking/plan.ts';
import { presentBooking } from './present-booking.ts';
import { takeItems, type Taking } from '../taking/take.ts';
import { unlessUnseen } from '../taking/unseen.ts';
import { part, tablesOf } from '../tables.ts';
import { unlessLost, whileItMightSucceed } from '../taking/try-again.ts';

/**
 * Moves a booking to another time or other resources, or prolongs it: the old time is given up only if the new one is got.
 * Throws booking.not_found, booking.held_for_offer, booking.has_begun, booking.end_past, booking.approval_needed, request.version_stale and what makeBooking throws.
 */
export async function changeBooking(
  scope: MemberScope,
  id: string,
  version: number,
  input: BookingChange,
): Promise<BookingView> {
  const now = scope.clock.now();
  const row = await findBooking(scope, id);
  if (!row || !holdsOrOwns(scope, row)) throw new Problem('booking.not_found');
  if (row.kind === 'offer') throw new Problem('booking.held_for_offer');
  if (row.version !== version) throw new Problem('request.version_stale');
  if (row.state !== 'confirmed' || row.released_at !== null || row.ends_at <= now)
    throw new Problem('booking.has_begun');
  if (input.starts === undefined && input.ends === undefined && input.resources === undefined)
    return sayPurpose(scope, row, input.purpose ?? row.purpose);
  const wish = wishOf(row, input);
  const isProlonging = wish.occurrence.startsAt.getTime() === row.starts_at.getTime() && input.resources === undefined;
  if (row.starts_at <= now && !isProlonging) throw new Problem('booking.has_begun');
  if (row.starts_at <= now && wish.occurrence.endsAt <= now) throw new Problem('booking.end_past');
  const ids = wish.resources.map(({ resourceId }) => resourceId);
  const holder: Holder = {
    personId: row.person_id,
    membershipId: row.membership_id,
    organisationId: row.organisation_id,
    unitId: row.unit_id,
    isStaff: true,
  };
  return whileItMightSucceed(async (isFresh, arrangement) => {
    const rules = await (isFresh ? readRules(scope, ids) : loadRules(scope, ids));
    const plan = await unlessUnseen(scope, rules, () =>
      planBooking(
        rules,
        {
          kind: row.kind,
          resources: wish.resources,
          occurrences: [wish.occurrence],
          isPastAllowed: isProlonging,
          isHeld: input.resources === undefined,
        },
        holder,
        { now, language: scope.language },
      ),
    );
    refuseUnapproved(
      scope,
      row,
      plan.guards.flatMap(({ id: resource }) => rules.get(resource) ?? []),
    );
    const held = { ...plan, wanted: plan.wanted.map((one) => ({ ...one, holds: true })) };
    const purpose = input.purpose ?? row.purpose;
    const taken = takeInstead(scope, row, held, { holder, purpose, arrangement });
    const moved = await unlessLost(withinQuotas(taken, { plan: held, rules, language: scope.language }));
    if (moved) return presentBooking(scope.actor, moved, now);
    const problem = await explainClash(scope, held, holder, { releasing: id });
    const isStale = problem.name === 'TryAgain' && (await findBooking(scope, id))?.version !== version;
    throw isStale ? new Problem('request.version_stale') : problem;
  });
}

/** What it is for is no business of rules, which may have changed since it was booked. */
async function sayPurpose(scope: MemberScope, { id, version, starts_at, resources }: BookingRow, purpose: string) {
  const row = await moveBooking(scope, id, {
    move: 'check_in',
    set: sql`purpose = ${purpose}::text`,
    where: sql<boolean>`booking.version = ${version}::integer and booking.released_at is null`,
    happening: {
      action: 'booking.changed',
      objectType: 'booking',
      details: { from: starts_at.toISOString(), resources: resources.map((one) => one.id) },
    },
  });
  if (!row) throw new Problem('request.version_stale');
  return presentBooking(scope.actor, row, scope.clock.now());
}

/** Nobody comes by a change to what would have needed approval. Throws booking.approval_needed. */
function refuseUnapproved({ actor, language }: MemberScope, row: BookingRow, resources: ResourceRules[]): void {
  const decidesFor = (organisationId: string) => isStaff(actor) && actor.organisationId === organisationId;
  const added = resources.filter(({ id }) => !row.resources.some((known) => known.id === id));
  const asking = added.filter(({ organisationId, rules }) =>
    rules.approvalChain.some((side) => !decidesFor(side === 'home' ? row.organisation_id : organisationId)),
  );
  if (asking.length === 0 || row.kind !== 'use') return;
  const names = asking.map(({ name }) => pickText(name, language)).join(language.startsWith('zh') ? '、' : ', ');
  throw new Problem('booking.approval_needed', { names });
}

function wishOf(row: BookingRow, input: BookingChange) {
  const startsAt = input.starts === undefined ? row.starts_at : instantOfMoment(input.starts, row.time_zone);
  const endsAt = input.ends === undefined ? row.ends_at : instantOfMoment(input.ends, row.time_zone);
  const resources =
    input.resources ??
    row.resources.filter(({ isPart }) => !isPart).map((one) => ({ resourceId: one.id, quantity: one.quantity }));
  return { resources, occurrence: { bookingId: row.id, startsAt, endsAt } };
}

/** Gives up what a booking holds and takes what a plan wants instead, or neither: one statement. */
export async function takeInstead(
  scope: Scope,
  row: BookingRow,
  plan: Plan,
  { holder, purpose, arrangement }: { holder: Holder; purpose: string; arrangement: Arrangement | undefined },
): Promise<BookingRow | undefined> {
  const t = tablesOf(scope);
  const now = scope.clock.now();
  const taking: Taking = {
    t,
    plan,
    holder,
    now,
    stored: row,
    needsPassport: row.kind === 'use',
    keepsItems: row.starts_at <= now,
    arrangement,
  };
  const resources = plan.guards.map(({ id }) => id);
  const details = { from: row.starts_at.toISOString(), resources, ...movedIn(arrangement) };
  const rows = await change<Changed<BookingRow>>(
    scope,
    (db) =>
      takeItems(db, taking)
        .with('moved', () => part(setTimes(taking, purpose)))
        .with('gone', () =>
          part(sql<object>`delete from ${t}.booking_resource gone using moved where gone.booking_id = moved.id
            and gone.resource_id not in (select resource_id from wanted) returning gone.resource_id`),
        )
        .with('booked', () => part(setResources(taking)))
        .with('refunded', () => part(takeBackCharges(t, sql`select id from moved`)))
        .with('charged', () => part(noteCharges(t, plan.charges, sql`select id from moved`)))
        .with('counted', () => part(countCharges(t)))
        .with('changed', () =>
          part(bookingView(t, { ...storedIn(t), booking: sql`moved`, resources: sql`booked`, items: sql`taken` })),
        ) as never,
    { action: 'booking.changed', objectType: 'booking', details },
  );
  return rows[0];
}

/** Runs whenever items were given back: without all of the new ones the checks of `booking` undo the statement. */
function setTimes(taking: Taking, purpose: string): RawBuilder<{ id: string }> {
  const { t, plan } = taking;
  const [occurrence] = plan.occurrences;
  return sql<{ id: string }>`update ${t}.booking set starts_at = ${occurrence?.startsAt}::timestamptz,
      ends_at = ${occurrence?.endsAt}::timestamptz, purpose = ${purpose}::text, version = booking.version + 1,
      items_wanted = whole.items, items_held = coalesce(held.items, 0), price_minor = whole.price,
      currency = case when whole.price is not null then ${plan.currency}::text end
    from (${wholeOf(taking)}) whole
    left join held on held.booking_id = whole.booking_id
    where booking.id = whole.booking_id and (select ok from guard) and (select ok from enough)
    returning booking.*`;
}

function setResources(taking: Taking): RawBuilder<{ booking_id: string }> {
  return sql<{
    booking_id: string;
  }>`insert into ${taking.t}.booking_resource (booking_id, resource_id, quantity, is_part, starts_at, ends_at, price_minor)
    select wanted.booking_id, wanted.resource_id, wanted.quantity, wanted.is_part, wanted.starts_at, wanted.ends_at, wanted.price_minor
    from ${priced(taking)} wanted join moved on moved.id = wanted.booking_id
    on conflict (booking_id, resource_id) do update set quantity = excluded.quantity, is_part = excluded.is_part,
      starts_at = excluded.starts_at, ends_at = excluded.ends_at, price_minor = excluded.price_minor returning *`;
}
