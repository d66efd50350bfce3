import type { CalendarFailure } from '@collegium/contract/sharing/calendars.ts';
import type { Scope } from '../../platform/scope.ts';
import { CalendarNotFetched, fetchCalendar, type FetchPolicy } from './fetch-calendar.ts';
import { keepReading } from './outside-queries.ts';
import { readBusyTimes } from './read-busy-times.ts';

export interface ReadableCalendar {
  id: string;
  address: string;
  etag: string | null;
  failing_since: Date | null;
  /** Of its owner. */
  time_zone: string;
}

const hour = 3_600_000;
const day = 24 * hour;

/** How far ahead busy times are kept. */
const daysAhead = 366;

/**
 * Reads an outside calendar and keeps when its owner is busy. After a failure the busy times stay as they were, and it is
 * tried again later and later: after an hour at first, at most once a day.
 */
export async function readOutsideCalendar(
  { db, clock }: Pick<Scope, 'db' | 'clock'>,
  calendar: ReadableCalendar,
  policy: FetchPolicy,
): Promise<{ read_at: Date | null; failure: CalendarFailure | null; failing_since: Date | null; busyCount?: number }> {
  const now = clock.now();
  try {
    const found = await fetchCalendar(calendar.address, calendar.etag, policy);
    const window = {
      from: new Date(now.getTime() - day),
      to: new Date(now.getTime() + daysAhead * day),
      timeZone: calendar.time_zone,
    };
    const busy = found.isUnchanged ? undefined : await readBusyTimes(found.text, window);
    const read = { read_at: now, failure: null, failing_since: null };
    const etag = found.isUnchanged ? calendar.etag : found.etag;
    await keepReading(db, { id: calendar.id, ...read, etag, due_at: new Date(now.getTime() + hour) }, busy);
    return { ...read, ...(busy && { busyCount: busy.filter(({ endsAt }) => endsAt > now).length }) };
  } catch (error) {
    if (!(error instanceof CalendarNotFetched)) throw error;
    const failing_since = calendar.failing_since ?? now;
    const pause = Math.min(Math.max(now.getTime() - failing_since.getTime(), hour), day);
    const failed = { read_at: null, failure: error.failure, failing_since };
    await keepReading(
      db,
      { id: calendar.id, ...failed, etag: calendar.etag, due_at: new Date(now.getTime() + pause) },
      undefined,
    );
    return failed;
  }
}
