import type { BookingInput } from '@collegium/contract/sharing/bookings.ts';
import { sql, type RawBuilder } from 'kysely';
import { jsonb } from '../../platform/database/database.ts';
import { countCharges, nothingCharged, noteCharges } from './charge.ts';
import { isPartner, takeItems, type Taking } from './take.ts';
import { part } from '../tables.ts';

/** What a booking says besides what it holds and when. */
export type Particulars = Pick<
  BookingInput,
  | 'kind'
  | 'purpose'
  | 'heldFor'
  | 'groupName'
  | 'service'
  | 'offerId'
  | 'unitId'
  | 'costCentre'
  | 'people'
  | 'attendeeIds'
>;

export interface Inserting extends Taking {
  particulars: Particulars;
  /** Joins the waiting list where nothing could be taken. */
  orWait: boolean;
  seriesId: string | null;
}

/**
 * Adds `takeItems` and, when it got all or need not, the bookings in `inserted` with what they are for in `booked` and
 * who is invited in `invited`; charges quotas. A booking without its items that neither waits nor competes is refused by
 * the check `booking_held_when_certain`, one with some of them by `booking_holds_all`: then all of the statement is undone.
 */
export function insertBookings(db: Parameters<typeof takeItems>[0], inserting: Inserting) {
  const { t } = inserting;
  const isCharged = inserting.plan.charges.length > 0;
  return takeItems(db, inserting)
    .with('inserted', () => part(insertBooking(inserting)))
    .with('booked', () =>
      part(sql<{ booking_id: string }>`insert into ${t}.booking_resource
        (booking_id, resource_id, quantity, is_part, starts_at, ends_at, price_minor)
      select wanted.booking_id, wanted.resource_id, wanted.quantity, wanted.is_part, wanted.starts_at, wanted.ends_at, wanted.price_minor
      from ${priced(inserting)} wanted join inserted on inserted.id = wanted.booking_id returning *`),
    )
    .with('invited', () =>
      part(
        !inserting.particulars.attendeeIds?.length
          ? nobody
          : sql<{ booking_id: string }>`insert into ${t}.booking_attendee (booking_id, person_id)
      select inserted.id, guest from inserted
      cross join (select distinct unnest(${inserting.particulars.attendeeIds ?? []}::uuid[])) asked (guest)
      where guest <> ${inserting.holder.personId}::uuid returning *`,
      ),
    )
    .with('charged', () =>
      part(
        isCharged
          ? noteCharges(t, inserting.plan.charges, sql`select id from inserted where inserted.items_held > 0`)
          : nothingCharged,
      ),
    )
    .with('refunded', () => part(nothingCharged))
    .with('counted', () => part(isCharged ? countCharges(t) : nothingCounted));
}

const nothingCounted = sql<{ quota_id: string }>`select null::uuid as quota_id where false`;
const nobody = sql<{
  booking_id: string;
}>`select null::uuid as booking_id, null::uuid as person_id, null::text as answer where false`;

function insertBooking({ t, plan, holder, now, particulars, orWait, seriesId }: Inserting): RawBuilder<{ id: string }> {
  const rows = plan.occurrences.map(({ bookingId, startsAt, endsAt, decideAt }) => ({
    id: bookingId,
    starts_at: startsAt,
    ends_at: endsAt,
    decide_at: decideAt,
  }));
  return sql<{
    id: string;
  }>`insert into ${t}.booking (id, kind, series_id, person_id, membership_id, organisation_id, unit_id, state,
      starts_at, ends_at, time_zone, purpose, held_for, group_name, service, offer_id, cost_centre, people, items_wanted, items_held,
      approvals_due, decide_at, price_minor, currency, created_at, created_by)
    select asked.id, ${particulars.kind ?? 'use'}::text, ${seriesId}::uuid, ${holder.personId}::uuid, ${holder.membershipId}::uuid,
      ${holder.organisationId}::uuid, ${holder.unitId}::uuid,
      case when asked.decide_at is not null then 'requested'
        when held.items is null and ${orWait}::boolean then 'waiting'
        when held.items is not null and ${plan.approvals.length > 0}::boolean then 'requested'
        else 'confirmed' end,
      asked.starts_at, asked.ends_at, ${plan.timeZone}::text, ${particulars.purpose ?? ''}::text,
      ${particulars.heldFor ?? 'self'}::text, ${particulars.groupName ?? null}::text, ${particulars.service ?? null}::text, ${particulars.offerId ?? null}::uuid,
      ${particulars.costCentre ?? null}::text, ${particulars.people ?? 1}::integer, whole.items, coalesce(held.items, 0),
      ${plan.approvals}::text[], asked.decide_at, whole.price, case when whole.price is not null then ${plan.currency}::text end,
      ${now}::timestamptz, ${holder.personId}::uuid
    from jsonb_to_recordset(${jsonb(rows)}) asked (id uuid, starts_at timestamptz, ends_at timestamptz, decide_at timestamptz)
    join (${wholeOf({ t, plan, holder, now })}) whole
      on whole.booking_id = asked.id
    left join held on held.booking_id = asked.id
    where (select ok from guard) and (asked.decide_at is not null or ${orWait}::boolean or exists (select from taken))
    returning *`;
}

/** How many items each booking of `wanted` is for, and what it costs its holder. */
export function wholeOf(of: Pricing): RawBuilder<unknown> {
  return sql`select wanted.booking_id, sum(wanted.quantity)::integer as items, sum(wanted.price_minor)::integer as price
    from ${priced(of)} wanted group by wanted.booking_id`;
}

type Pricing = Pick<Taking, 't' | 'plan' | 'holder' | 'now'>;

/** The rows of `wanted`, each with what it costs the circle to which its holder belongs. */
export function priced({ t, plan, holder, now }: Pricing): RawBuilder<unknown> {
  if (plan.currency === null) return sql`(select wanted.*, null::integer as price_minor from wanted)`;
  return sql`(select wanted.*, case when resource.organisation_id = ${holder.organisationId}::uuid then wanted.price_own
      when ${isPartner(plan, holder, { day: now.toISOString().slice(0, 10), until: sql.ref('wanted.last_day') })} then wanted.price_partners
      else wanted.price_network end as price_minor
    from wanted join ${t}.resource on resource.id = wanted.resource_id)`;
}
