import type { BookedResource, BookingView, SwapView } from '@collegium/contract/sharing/bookings.ts';
import type { BookingDecision } from '@collegium/contract/sharing/decision.ts';
import type { ApprovalSide, BookingKind, CheckIn, HeldFor, PersonService } from '@collegium/contract/sharing/terms.ts';
import type { BookingState } from '@collegium/contract/states/booking.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../platform/scope.ts';
import { visibleBookings } from '../policy.ts';
import { instantText, jsonList, tablesOf, type Tables } from '../tables.ts';

/** A booking as its page needs it. */
export interface BookingRow {
  id: string;
  kind: BookingKind;
  state: BookingState;
  person_id: string;
  holder_name: string;
  membership_id: string;
  organisation_id: string;
  organisation_name: string;
  organisation_mark: string;
  unit_id: string | null;
  series_id: string | null;
  series_rule: string | null;
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  purpose: string;
  held_for: HeldFor;
  group_name: string | null;
  service: PersonService | null;
  offer_id: string | null;
  cost_centre: string | null;
  people: number;
  approvals_due: ApprovalSide[];
  queue_number: number;
  queue_position: number | null;
  respond_by: Date | null;
  decide_at: Date | null;
  decision: BookingDecision | null;
  checked_in_at: Date | null;
  released_at: Date | null;
  cancelled_at: Date | null;
  cancellation_reason: string | null;
  is_charged: boolean;
  price_minor: number | null;
  currency: string | null;
  version: number;
  created_at: Date;
  resources: BookedRow[];
  approvals: BookingView['approvals'];
  attendees: BookingView['attendees'];
  swaps: (Omit<SwapView, 'isMineToAnswer'> & { answererId: string })[];
}

/** What is booked, with the rules that hold while it is. */
export interface BookedRow extends BookedResource {
  checkIn: CheckIn;
  releaseAfterMinutes: number | null;
  cancelNoticeMinutes: number;
  acceptWithinMinutes: number | null;
  /** Its owner approves. */
  asksOwner: boolean;
}

/** Where the rows of a booking are found: in their tables, or in parts of the statement that has just made them. */
export interface Sources {
  booking: RawBuilder<unknown>;
  resources: RawBuilder<unknown>;
  items: RawBuilder<unknown>;
  attendees: RawBuilder<unknown>;
  approvals: RawBuilder<unknown>;
  /** It has just been made: of no series and in no swap yet, decided by nobody, and in no queue unless it waits. */
  isNew?: { waits: boolean };
}

export function storedIn(t: Tables): Sources {
  return {
    booking: sql`${t}.booking`,
    resources: sql`${t}.booking_resource`,
    items: itemsOf(t),
    attendees: sql`${t}.booking_attendee`,
    approvals: sql`${t}.booking_approval`,
  };
}

/** What a booking holds; when it holds nothing any more, what it held. */
function itemsOf(t: Tables): RawBuilder<unknown> {
  return sql`(select distinct booking_id, resource_id, item_key from ${t}.booking_item
    where released_at is null or not exists (select from ${t}.booking_item live
      where live.booking_id = booking_item.booking_id and live.released_at is null))`;
}

/** One booking, if the actor may see it: one round trip. */
export async function findBooking(scope: Scope, id: string): Promise<BookingRow | undefined> {
  const t = tablesOf(scope);
  const { rows } = await sql<BookingRow>`${bookingView(t, storedIn(t))}
    where booking.id = ${id}::uuid and ${visibleBookings(t, scope.actor)}`.execute(scope.db);
  return rows[0];
}

/** The select of a booking's view, without conditions. */
export function bookingView(t: Tables, from: Sources): RawBuilder<BookingRow> {
  const { isNew } = from;
  return sql<BookingRow>`
    select booking.*, holder.name as holder_name, home.name as organisation_name, home.short_mark as organisation_mark,
      ${isNew ? sql`null` : sql`(select rule from ${t}.booking_series where booking_series.id = booking.series_id)`} as series_rule,
      ${isNew && !isNew.waits ? sql`null::integer` : queuePosition(t)} as queue_position,
      ${bookedResources(t, from)} as resources,
      ${
        isNew
          ? none
          : jsonList(sql`select side, ${instantText('decided_at')} as "decidedAt", decider.name as by, is_approved as "isApproved", reason
        from ${from.approvals} approval join ${t}.person decider on decider.id = decided_by
        where approval.booking_id = booking.id order by approval.decided_at, side`)
      } as approvals,
      ${jsonList(sql`select invited.person_id as "personId", guest.name, invited.answer
        from ${from.attendees} invited join ${t}.person guest on guest.id = invited.person_id
        where invited.booking_id = booking.id order by guest.name`)} as attendees,
      ${isNew ? none : openSwaps(t)} as swaps
    from ${from.booking} booking
    join ${t}.person holder on holder.id = booking.person_id
    join ${t}.organisation home on home.id = booking.organisation_id`;
}

const none = sql`'[]'::jsonb`;

function bookedResources(t: Tables, from: Sources): RawBuilder<unknown> {
  return jsonList(sql`select resource.id, resource.kind, resource.name, resource.organisation_id as "ownerId",
      owner.name as "ownerName", resource.time_zone as "timeZone", resource.city, part.quantity, part.is_part as "isPart",
      resource.check_in as "checkIn", resource.release_after_minutes as "releaseAfterMinutes",
      resource.cancel_notice_minutes as "cancelNoticeMinutes", resource.accept_within_minutes as "acceptWithinMinutes",
      'owner' = any(resource.approval_chain) as "asksOwner",
      ${jsonList(sql`select item.number, item.label from ${from.items} held join ${t}.resource_item item on item.key = held.item_key
        where held.booking_id = booking.id and held.resource_id = resource.id order by item.number`)} as items
    from ${from.resources} part join ${t}.resource on resource.id = part.resource_id
    join ${t}.organisation owner on owner.id = resource.organisation_id
    where part.booking_id = booking.id order by part.is_part, resource.id`);
}

/** Who waits for something of the same at a time that overlaps, and came before. */
function queuePosition(t: Tables): RawBuilder<number | null> {
  return sql<number | null>`case when booking.state = 'waiting' then 1 + (select count(distinct other.id)::integer
    from ${t}.booking other join ${t}.booking_resource theirs on theirs.booking_id = other.id
    where other.state = 'waiting' and other.queue_number < booking.queue_number
      and other.starts_at < booking.ends_at and other.ends_at > booking.starts_at
      and theirs.resource_id in (select resource_id from ${t}.booking_resource ours where ours.booking_id = booking.id)) end`;
}

function openSwaps(t: Tables): RawBuilder<unknown> {
  return jsonList(sql`select swap.id, swap.booking_id as "bookingId", swap.other_id as "otherId", swap.message,
      proposer.name as "proposedBy", ${instantText('swap.proposed_at')} as "proposedAt", wanted.person_id as "answererId",
      jsonb_build_object('startsAt', ${instantText('counterpart.starts_at')}, 'endsAt', ${instantText('counterpart.ends_at')},
        'holderName', counterpart_holder.name) as other
    from ${t}.booking_swap swap
    join ${t}.person proposer on proposer.id = swap.proposed_by
    join ${t}.booking wanted on wanted.id = swap.other_id
    join ${t}.booking counterpart on counterpart.id = case when swap.booking_id = booking.id then swap.other_id else swap.booking_id end
    join ${t}.person counterpart_holder on counterpart_holder.id = counterpart.person_id
    where swap.answered_at is null and booking.id in (swap.booking_id, swap.other_id) order by swap.proposed_at`);
}
