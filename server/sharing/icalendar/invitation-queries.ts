import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import type { BookingState } from '@collegium/contract/states/booking.ts';
import { sql } from 'kysely';
import { schemaOf, type Database } from '../../platform/database/database.ts';

/** Somebody whose calendar is to be told of a booking, and what it was told before. */
export interface Invited {
  booking_id: string;
  state: BookingState;
  starts_at: Date;
  ends_at: Date;
  purpose: string;
  /** Why it was cancelled, in the words of who did. */
  cancellation_reason: string | null;
  /** IANA, of the place. */
  place_zone: string;
  organisation: string;
  names: LocalisedText[];
  place: string | null;
  person_id: string;
  name: string;
  email: string;
  language: string;
  /** IANA, of the reader. */
  reader_zone: string;
  is_holder: boolean;
  /** False for somebody who was told of it and has nothing to do with it any more, for instance after a swap: no purpose then. */
  is_current: boolean;
  /** Null when nothing was sent to this person. */
  sequence: number | null;
  told: string | null;
  is_cancelled: boolean;
}

/**
 * Holder and attendees of a booking who want mail. Not of maintenance, and not of recurring bookings: a hundred mails
 * at once help nobody, and the feed shows them all.
 */
export async function listInvited(db: Database, slug: string, bookingId: string): Promise<Invited[]> {
  const tables = sql.raw(schemaOf(slug));
  const { rows } = await sql<Invited>`
    with concerned as (
      select person_id, true as is_holder, true as is_current from ${tables}.booking where id = ${bookingId}
      union select person_id, false, true from ${tables}.booking_attendee where booking_id = ${bookingId} and answer <> 'declined'
      union select person_id, false, false from ${tables}.booking_invitation told where booking_id = ${bookingId}
        and not exists (select from ${tables}.booking_attendee invited where invited.booking_id = told.booking_id and invited.person_id = told.person_id))
    select booking.id as booking_id, booking.state, booking.starts_at, booking.ends_at,
      case when bool_or(concerned.is_current) then booking.purpose else '' end as purpose,
      booking.cancellation_reason, booking.time_zone as place_zone, person.time_zone as reader_zone,
      organisation.name as organisation, resources.names, resources.place, person.id as person_id, person.name, person.email,
      person.language, bool_or(concerned.is_holder) as is_holder, bool_or(concerned.is_current) as is_current, told.sequence, told.told,
      told.cancelled_at is not null as is_cancelled
    from concerned
    join ${tables}.booking on booking.id = ${bookingId} and booking.kind = 'use' and booking.series_id is null
    join ${tables}.person on person.id = concerned.person_id and person.email is not null and person.mail_preference <> 'none'
    join ${tables}.organisation on organisation.id = booking.organisation_id
    cross join lateral (
      select jsonb_agg(resource.name order by is_part, resource.id) as names,
        (array_agg(nullif(concat_ws(', ', resource.address, resource.city), '') order by is_part, resource.id))[1] as place
      from ${tables}.booking_resource join ${tables}.resource on resource.id = booking_resource.resource_id
      where booking_resource.booking_id = booking.id) resources
    left join ${tables}.booking_invitation told on told.booking_id = booking.id and told.person_id = person.id
    group by booking.id, organisation.name, resources.names, resources.place, person.id, told.sequence, told.told, told.cancelled_at
    order by person.id`.execute(db);
  return rows;
}

/** Notes what calendars were told. */
export async function noteTold(
  db: Database,
  rows: { booking_id: string; person_id: string; sequence: number; told: string; cancelled_at: Date | null }[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('booking_invitation')
    .values(rows)
    .onConflict((oc) =>
      oc.constraint('booking_invitation_pkey').doUpdateSet((eb) => ({
        sequence: eb.ref('excluded.sequence'),
        told: eb.ref('excluded.told'),
        cancelled_at: eb.ref('excluded.cancelled_at'),
      })),
    )
    .execute();
}
