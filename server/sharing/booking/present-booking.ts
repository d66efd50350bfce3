import { roleHas } from '@collegium/contract/permissions.ts';
import type { BookedResource, BookingListItem, BookingView, SwapView } from '@collegium/contract/sharing/bookings.ts';
import { canMove } from '@collegium/contract/states/machine.ts';
import { bookingMachine } from '@collegium/contract/states/booking.ts';
import type { Actor } from '../../platform/scope.ts';
import type { BookedRow, BookingRow } from './booking-query.ts';
import { isStaff } from '../policy.ts';

const minuteMs = 60_000;
/** Check-in opens so long before the beginning. */
export const checkInEarlyMinutes = 15;

/** A booking as this actor reads it at this time, with what they may do next. */
export function presentBooking(actor: Actor, row: BookingRow, now: Date): BookingView {
  const notice = Math.max(0, ...row.resources.map(({ cancelNoticeMinutes }) => cancelNoticeMinutes));
  return {
    ...essentialsOf(row),
    heldFor: row.held_for,
    groupName: row.group_name,
    service: row.service,
    offerId: row.offer_id,
    costCentre: row.cost_centre,
    people: row.people,
    seriesRule: row.series_rule,
    queuePosition: row.queue_position,
    respondBy: row.respond_by?.toISOString() ?? null,
    decideAt: row.decide_at?.toISOString() ?? null,
    decision: row.decision,
    approvalsDue: row.approvals_due,
    approvals: row.approvals,
    checkIn: checkInOf(row.resources),
    checkInOpensAt: earlier(row.starts_at, checkInEarlyMinutes).toISOString(),
    releasesAt: releasesAt(row)?.toISOString() ?? null,
    checkedInAt: row.checked_in_at?.toISOString() ?? null,
    releasedAt: row.released_at?.toISOString() ?? null,
    cancelledAt: row.cancelled_at?.toISOString() ?? null,
    cancellationReason: row.cancellation_reason,
    isCharged: row.is_charged,
    cancelFreeUntil: earlier(row.starts_at, notice).toISOString(),
    priceMinor: row.price_minor,
    currency: row.currency,
    attendees: row.attendees,
    swaps: row.swaps.map((swap) => presentSwap(actor, row, swap)),
    createdAt: row.created_at.toISOString(),
    abilities: abilitiesOf(actor, row, now),
  };
}

/** Whom one proposes to swap with is told to those who answer and to staff: a proposal must not be a way to learn names. */
function presentSwap(actor: Actor, row: BookingRow, { answererId, ...swap }: BookingRow['swaps'][number]): SwapView {
  const isMineToAnswer = answererId === actor.personId && swap.otherId === row.id;
  const holderName = isMineToAnswer || isStaff(actor) ? swap.other.holderName : null;
  return { ...swap, other: { ...swap.other, holderName }, isMineToAnswer };
}

/** What lists show of a booking. */
export function essentialsOf(
  row: Pick<
    BookingRow,
    | 'id'
    | 'kind'
    | 'state'
    | 'starts_at'
    | 'ends_at'
    | 'time_zone'
    | 'purpose'
    | 'person_id'
    | 'holder_name'
    | 'organisation_id'
    | 'organisation_name'
    | 'organisation_mark'
    | 'series_id'
    | 'resources'
    | 'version'
  >,
): BookingListItem {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    timeZone: row.time_zone,
    purpose: row.purpose,
    holder: {
      personId: row.person_id,
      name: row.holder_name,
      organisation: { id: row.organisation_id, name: row.organisation_name, shortMark: row.organisation_mark },
    },
    seriesId: row.series_id,
    resources: row.resources.map(presentResource),
    version: row.version,
  };
}

function presentResource(row: BookedRow): BookedResource {
  const { id, kind, name, ownerId, ownerName, timeZone, city, quantity, isPart, items } = row;
  return { id, kind, name, ownerId, ownerName, timeZone, city, quantity, isPart, items };
}

function abilitiesOf(actor: Actor, row: BookingRow, now: Date): BookingView['abilities'] {
  // What is held for an offer changes with the offer.
  const isBooked = row.kind !== 'offer';
  const isHolder =
    isBooked && actor.personId !== null && row.person_id === actor.personId && roleHas(actor.role, 'booking:change');
  const isOwner = isBooked && isStaff(actor) && row.resources.some(({ ownerId }) => ownerId === actor.organisationId);
  const mayChange = isHolder || isOwner;
  const can = (move: keyof typeof bookingMachine.moves) => canMove(bookingMachine, move, row.state);
  const hasBegun = row.starts_at <= now;
  const isHeld = row.state === 'confirmed' && row.released_at === null;
  const decides = can('approve') && row.decide_at === null && decidesNext(actor, row) && !hasBegun;
  return {
    change: mayChange && isHeld && !hasBegun,
    cancel: mayChange && can('cancel') && !hasBegun,
    approve: decides,
    decline: decides,
    accept: isHolder && can('accept') && row.respond_by !== null && row.respond_by > now,
    checkIn: isHolder && isHeld && canCheckIn(row, now),
    finish: mayChange && isHeld && hasBegun,
    extend: mayChange && isHeld && row.ends_at > now,
    swap: isHolder && isHeld && !hasBegun && row.kind === 'use',
    recall: isOwner && !isHolder && isHeld && row.ends_at > now,
  };
}

/** Whether the next approval that is due is this actor's to give. */
export function decidesNext(actor: Actor, row: Pick<BookingRow, 'approvals_due' | 'organisation_id' | 'resources'>) {
  if (!isStaff(actor)) return false;
  if (row.approvals_due[0] === 'home') return row.organisation_id === actor.organisationId;
  if (row.approvals_due[0] !== 'owner') return false;
  const asking = row.resources.filter(({ asksOwner }) => asksOwner);
  return (asking.length > 0 ? asking : row.resources).some(({ ownerId }) => ownerId === actor.organisationId);
}

export function canCheckIn(row: BookingRow, now: Date): boolean {
  return (
    checkInOf(row.resources) !== 'none' &&
    row.checked_in_at === null &&
    earlier(row.starts_at, checkInEarlyMinutes) <= now &&
    row.ends_at > now
  );
}

/** The strictest of what the resources ask for. */
export function checkInOf(resources: readonly Pick<BookedRow, 'checkIn'>[]): BookedRow['checkIn'] {
  for (const way of ['code', 'page'] as const) if (resources.some(({ checkIn }) => checkIn === way)) return way;
  return 'none';
}

function releasesAt(row: BookingRow): Date | null {
  const minutes = row.resources.flatMap(({ checkIn, releaseAfterMinutes }) =>
    checkIn === 'none' ? [] : (releaseAfterMinutes ?? []),
  );
  if (row.state !== 'confirmed' || row.checked_in_at !== null || minutes.length === 0) return null;
  return earlier(row.starts_at, -Math.min(...minutes));
}

function earlier(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() - minutes * minuteMs);
}
