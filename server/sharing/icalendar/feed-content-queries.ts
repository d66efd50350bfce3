import type { BookingKind } from '@collegium/contract/sharing/terms.ts';
import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import type { BookingState } from '@collegium/contract/states/booking.ts';
import { sql, type RawBuilder } from 'kysely';
import { schemaOf, type Database } from '../../platform/database/database.ts';
import { readableBy, staffOfOwner } from './readable.ts';

/** A feed that is being read, with what it shows in short. */
export interface OpenFeed {
  id: string;
  resource_id: string | null;
  person_id: string;
  language: string;
  time_zone: string;
  name: LocalisedText | null;
  is_staff: boolean;
  /** Differs whenever an event of the feed does. */
  summary: string;
  changed_at: Date;
}

/**
 * Opens the feed of a token, notes when its summary changed, all in one round trip. Undefined when there is no such
 * feed, its person left the network, or may no longer see the resource. Reads each booking's index entry, builds nothing.
 */
export async function openFeed(
  db: Database,
  slug: string,
  { hash, from, now }: { hash: string; from: Date; now: Date },
): Promise<OpenFeed | undefined> {
  const tables = sql.raw(schemaOf(slug));
  const person = sql`calendar_feed.person_id`;
  const { rows } = await sql<OpenFeed>`
    with opened as (
      select calendar_feed.*, person.language, person.time_zone, resource.name, resource.version as resource_version,
        coalesce(${withSchema(db, staffOfOwner(person, now))}, false) as is_staff
      from ${tables}.calendar_feed join ${tables}.person on person.id = calendar_feed.person_id
      left join ${tables}.resource on resource.id = calendar_feed.resource_id
      where token_sha256 = ${hash} and revoked_at is null
        and exists (select 1 from ${tables}.membership where person_id = person.id and (ended_on is null or ended_on > ${now}::date))
        and (calendar_feed.resource_id is null or ${withSchema(db, readableBy(person, now))})),
    shown as (
      select concat_ws('.', count(*), bit_xor(hashtextextended(booking.id::text, booking.version)), max(booking.created_at), max(opened.resource_version), bool_or(opened.is_staff), max(opened.language)) as summary
      from opened left join lateral (${bookingIds(tables, from)}) listed on true
      left join ${tables}.booking on booking.id = listed.booking_id),
    noted as (
      update ${tables}.calendar_feed set summary = shown.summary, changed_at = ${now}
      from shown, opened where calendar_feed.id = opened.id and calendar_feed.summary <> shown.summary
      returning calendar_feed.changed_at)
    select opened.id, resource_id, person_id, language, time_zone, name, is_staff, shown.summary,
      coalesce((select changed_at from noted), opened.changed_at) as changed_at
    from opened, shown`.execute(db);
  return rows[0];
}

/** One event of a feed. */
export interface FeedEvent {
  id: string;
  state: BookingState;
  kind: BookingKind;
  starts_at: Date;
  ends_at: Date;
  version: number;
  created_at: Date;
  purpose: string;
  holder: string;
  organisation: string;
  names: LocalisedText[];
  place: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** No feed shows more events; the earliest are left out. */
const mostEvents = 5_000;

/** The events of a feed from an instant on, in order. */
export async function listFeedEvents(
  db: Database,
  slug: string,
  feed: Pick<OpenFeed, 'id'>,
  from: Date,
): Promise<FeedEvent[]> {
  const tables = sql.raw(schemaOf(slug));
  const { rows } = await sql<FeedEvent>`
    select booking.id, booking.state, booking.kind, booking.starts_at, booking.ends_at, booking.version, booking.created_at,
      booking.purpose, person.name as holder, organisation.name as organisation, resources.names, resources.place,
      resources.latitude, resources.longitude
    from ${tables}.calendar_feed opened
    cross join lateral (${bookingIds(tables, from)}) listed
    join ${tables}.booking on booking.id = listed.booking_id
    join ${tables}.person on person.id = booking.person_id
    join ${tables}.organisation on organisation.id = booking.organisation_id
    cross join lateral (
      select jsonb_agg(resource.name order by is_part, resource.id) as names,
        (array_agg(nullif(concat_ws(', ', resource.address, resource.city), '') order by is_part, resource.id))[1] as place,
        (array_agg(resource.latitude order by is_part, resource.id))[1] as latitude,
        (array_agg(resource.longitude order by is_part, resource.id))[1] as longitude
      from ${tables}.booking_resource join ${tables}.resource on resource.id = booking_resource.resource_id
      where booking_resource.booking_id = booking.id) resources
    where opened.id = ${feed.id}
    order by booking.starts_at desc, booking.id limit ${mostEvents}`.execute(db);
  return rows.toReversed();
}

const shownStates = sql`('requested', 'offered', 'confirmed', 'completed')`;

/** The bookings of `opened`: held, invited to, or of one's own hours; or those of the resource. */
function bookingIds(tables: RawBuilder<unknown>, from: Date): RawBuilder<unknown> {
  return sql`
    select booking.id as booking_id from ${tables}.booking
    where opened.resource_id is null and booking.person_id = opened.person_id and booking.kind <> 'offer' and booking.starts_at > ${from} and booking.state in ${shownStates}
    union select booking.id from ${tables}.booking_attendee join ${tables}.booking on booking.id = booking_attendee.booking_id
    where opened.resource_id is null and booking_attendee.person_id = opened.person_id and answer <> 'declined'
      and booking.starts_at > ${from} and booking.state in ${shownStates}
    union select booking.id from ${tables}.resource hours join ${tables}.booking_resource on booking_resource.resource_id = hours.id
    join ${tables}.booking on booking.id = booking_resource.booking_id
    where opened.resource_id is null and hours.person_id = opened.person_id and booking_resource.starts_at > ${from} and booking.state in ${shownStates}
    union select booking.id from ${tables}.booking_resource join ${tables}.booking on booking.id = booking_resource.booking_id
    where booking_resource.resource_id = opened.resource_id and booking_resource.starts_at > ${from} and booking.state in ${shownStates}`;
}

/** Parts made by the query builder name their tables bare; here they are put into the network's schema. */
function withSchema(db: Database, part: RawBuilder<boolean>): RawBuilder<boolean> {
  return sql<boolean>`(${db.selectNoFrom(part.as('found'))})`;
}
