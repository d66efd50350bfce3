import type { CalendarQuery } from '@collegium/contract/sharing/calendar.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { Scope } from '../../platform/scope.ts';
import { readChanges, withChanges, type CalendarChanges } from './calendar-changes.ts';
import { readCalendar, type CalendarContent } from './calendar-content.ts';
import { memoryOf } from './calendar-memory.ts';
import { composeFor } from './compose-calendar.ts';

const longestMs = 62 * 86_400_000;

/**
 * What is held of these resources in a span, side by side, as the JSON of a `CalendarView`. Who may not read a booking sees
 * its time alone. What was read for one reader is kept and given to others, each seeing what is theirs to see; what has
 * changed since is asked of the database, every time (ADR 0051). One round trip, two when it must be read as a whole.
 * Throws request.invalid for a span that is reversed or longer than 62 days.
 */
export async function getCalendar(scope: Scope, query: CalendarQuery): Promise<Buffer> {
  const length = Date.parse(query.until) - Date.parse(query.from);
  if (!(length > 0 && length <= longestMs)) throw new Problem('request.invalid', { fields: 'until' });
  const memory = memoryOf(scope.db);
  const key = [query.from, query.until, ...query.resourceId].join(' ');
  const known = memory.recall(key);
  const read = () => memory.read(key, () => readCalendar(scope, query));
  const [changes, first] = await Promise.all([
    readChanges(scope, query, known?.snapshot ?? null),
    known ? undefined : read(),
  ]);
  const calendar = first ?? brought(known, changes) ?? (await read());
  const { partnerIds, openedIds } = changes;
  const json = composeFor(calendar, { ...scope.actor, partnerIds, openedIds });
  memory.keep(key, calendar);
  return json;
}

/** What was known, brought up to date; undefined when it must be read. */
function brought(known: CalendarContent | undefined, changes: CalendarChanges): CalendarContent | undefined {
  if (!known || known.snapshot === null || changes.isWhole) return undefined;
  return changes.bookingIds.length === 0 ? known : withChanges(known, changes);
}
