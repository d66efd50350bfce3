import type { CalendarQuery } from '@collegium/contract/sharing/calendar.ts';
import { sql } from 'kysely';
import { partnersOf } from '../offers/policy.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { Scope } from '../platform/scope.ts';
import { readCalendar } from './calendar-content.ts';
import { memoryOf } from './calendar-memory.ts';
import { composeFor } from './compose-calendar.ts';
import { openedByAgreement } from './partners.ts';
import { tablesOf } from './tables.ts';

const longestMs = 62 * 86_400_000;

/**
 * What is held of these resources in a span, side by side, as the JSON of a `CalendarView`. Who may not read a booking sees
 * its time alone. What was read for one reader is kept and given to others, each seeing what is theirs to see, until
 * something changes: the database is asked whether it did, every time (ADR 0051). One round trip when nothing has, two when
 * it must be read. Throws request.invalid for a span that is reversed or longer than 62 days.
 */
export async function getCalendar(scope: Scope, query: CalendarQuery): Promise<Buffer> {
  const length = Date.parse(query.until) - Date.parse(query.from);
  if (!(length > 0 && length <= longestMs)) throw new Problem('request.invalid', { fields: 'until' });
  const memory = memoryOf(scope.db);
  const key = [query.from, query.until, ...query.resourceId].join(' ');
  const known = memory.recall(key);
  const { isCurrent, partnerIds, openedIds } = await lookAgain(scope, known?.snapshot ?? null);
  const calendar = known && isCurrent ? known : await memory.read(key, () => readCalendar(scope, query));
  const json = composeFor(calendar, { ...scope.actor, partnerIds, openedIds });
  memory.keep(key, calendar);
  return json;
}

/** What may change a calendar; the condition of `audit_event_calendar_index`. */
const nouns = ['booking', 'booking_series', 'booking_swap', 'resource', 'person', 'organisation'];

/**
 * Whether what a snapshot saw is still so: no event since, nor of a transaction that was then under way. Transactions that
 * have yet to come are those of another server's life, in a database that was restored. And who the reader's
 * partners are, and what named agreements open to them.
 */
async function lookAgain(
  scope: Scope,
  snapshot: string | null,
): Promise<{ isCurrent: boolean; partnerIds: readonly string[]; openedIds: readonly string[] }> {
  const t = tablesOf(scope);
  const day = scope.clock.now().toISOString().slice(0, 10);
  const { organisationId } = scope.actor;
  const known = sql`${snapshot}::pg_snapshot`;
  const none = sql<string[]>`'{}'::uuid[]`;
  const partners = organisationId === null ? none : partnersOf(organisationId, day);
  const opened = organisationId === null ? none : openedByAgreement(organisationId, day);
  const { rows } = await sql<{ isCurrent: boolean; partnerIds: string[]; openedIds: string[] }>`
    select ${partners} as "partnerIds", ${opened} as "openedIds", ${known} is not null and not exists (select from ${t}.audit_event
      where object_type in (${sql.raw(nouns.map((noun) => `'${noun}'`).join(', '))})
        and written_in >= pg_snapshot_xmin(${known}) and written_in < pg_snapshot_xmax(pg_current_snapshot())
        and not pg_visible_in_snapshot(written_in, ${known})) as "isCurrent"`.execute(scope.db);
  return rows[0] ?? { isCurrent: false, partnerIds: [], openedIds: [] };
}
