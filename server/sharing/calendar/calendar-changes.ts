import type { CalendarQuery } from '@collegium/contract/sharing/calendar.ts';
import { sql } from 'kysely';
import { partnersOf } from '../../offers/policy.ts';
import type { Scope } from '../../platform/scope.ts';
import type { CalendarContent } from './calendar-content.ts';
import { heldAs, heldIn, heldListOf, type HeldList } from './held-list.ts';
import { openedByAgreement } from '../partners.ts';
import { tablesOf } from '../tables.ts';

/** What has happened since a calendar was read, who the partners of its reader are, and what named agreements open to them. */
export interface CalendarChanges {
  /** What the database saw when it told this. */
  snapshot: string;
  partnerIds: readonly string[];
  openedIds: readonly string[];
  /** More than single bookings: then it is read anew. */
  isWhole: boolean;
  /** Bookings that changed, and how those of them stand that are in the calendar now, by resource. */
  bookingIds: string[];
  held: HeldList;
}

/** What may change a calendar; the condition of `audit_event_calendar_index`. */
const nouns = ['booking', 'booking_series', 'booking_swap', 'resource', 'person', 'organisation'];

/** When more has changed, all is read. */
const changesAtMost = 200;

/**
 * What has changed since a snapshot, transactions that were then under way included; those that have yet to come are of
 * another server's life, in a database that was restored. Each event of a booking names the booking that it changed, so
 * these alone are read, and not at all when there are none.
 */
export async function readChanges(
  scope: Scope,
  { resourceId, from, until }: CalendarQuery,
  snapshot: string | null,
): Promise<CalendarChanges> {
  const t = tablesOf(scope);
  const day = scope.clock.now().toISOString().slice(0, 10);
  const { organisationId } = scope.actor;
  const known = sql`${snapshot}::pg_snapshot`;
  const none = sql<string[]>`'{}'::uuid[]`;
  const partners = organisationId === null ? none : partnersOf(organisationId, day);
  const opened = organisationId === null ? none : openedByAgreement(organisationId, day);
  const changed = sql`select held.* from ${t}.booking_resource held
    where held.booking_id in (select object_id from since where object_type = 'booking')
      and held.resource_id = any(${resourceId}::uuid[])
      and held.starts_at < ${until}::timestamptz and held.ends_at > ${from}::timestamptz
      and (held.starts_at >= ${from}::timestamptz or exists (select from ${t}.booking_item item
        where item.booking_id = held.booking_id and item.resource_id = held.resource_id and item.released_at is null
          and item.occupied_until > ${from}::timestamptz))`;
  const { rows } = await sql<CalendarChanges>`
    with since as materialized (select object_type, object_id from ${t}.audit_event
      where object_type in (${sql.raw(nouns.map((noun) => `'${noun}'`).join(', '))})
        and written_in >= pg_snapshot_xmin(${known}) and written_in < pg_snapshot_xmax(pg_current_snapshot())
        and not pg_visible_in_snapshot(written_in, ${known}) limit ${changesAtMost + 1})
    select pg_current_snapshot()::text as snapshot, ${partners} as "partnerIds", ${opened} as "openedIds",
      (select count(*) > ${changesAtMost} or coalesce(bool_or(object_type <> 'booking'), false) from since) as "isWhole",
      array(select distinct object_id from since) as "bookingIds",
      ${heldListOf(t, changed)} as held`.execute(scope.db);
  const [row] = rows;
  if (!row) throw new Error('A select without a table gave no row');
  return row;
}

/** The calendar with what changed; what did not is shared with the one before. */
export function withChanges(
  calendar: CalendarContent,
  { snapshot, bookingIds, held }: CalendarChanges,
): CalendarContent {
  const changed = new Set(bookingIds);
  const heldNow = heldIn(held);
  let isSame = true;
  const resources = calendar.resources.map((resource) => {
    const now = heldNow(resource.id, resource.facts.organisationId).blocks();
    if (now.length === 0 && !bookingIds.some(resource.held.has)) return resource;
    isSame = false;
    const rest = resource.held.blocks().filter(({ bookingId }) => !changed.has(bookingId));
    const blocks = [...rest, ...now].sort((a, b) => a.startsAt - b.startsAt || (a.bookingId < b.bookingId ? -1 : 1));
    return { ...resource, held: heldAs(blocks) };
  });
  return { snapshot, resources: isSame ? calendar.resources : resources };
}
