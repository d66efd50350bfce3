import type { CalendarFailure } from '@collegium/contract/sharing/calendars.ts';
import { sql, type QueryCreator } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Tables } from '../../platform/database/tables.ts';
import type { Stretch } from './busy-times.ts';

/** Of one person. */
export const mostOutsideCalendars = 10;

/** A person's outside calendars by name, with how many busy times are known from now on. */
export async function listOutsideCalendarsOf(db: Database, personId: string, now: Date) {
  const rows = await db
    .selectFrom('outside_calendar')
    .innerJoin('person', 'person.id', 'outside_calendar.person_id')
    .select([
      'outside_calendar.id',
      'outside_calendar.name',
      'address',
      'etag',
      'read_at',
      'failing_since',
      'time_zone',
    ])
    .select((eb) => [
      sql<CalendarFailure | null>`failure`.as('failure'),
      eb
        .selectFrom('outside_busy')
        .select(sql<number>`count(*)::integer`.as('count'))
        .whereRef('outside_calendar_id', '=', 'outside_calendar.id')
        .where('ends_at', '>', now)
        .as('count'),
    ])
    .where('person_id', '=', personId)
    .orderBy('outside_calendar.name')
    .orderBy('outside_calendar.id')
    .limit(mostOutsideCalendars)
    .execute();
  return rows.map(({ count, ...row }) => ({ ...row, busy_count: count ?? 0 }));
}
export type OutsideCalendarRow = Awaited<ReturnType<typeof listOutsideCalendarsOf>>[number];

interface NewOutsideCalendar {
  id: string;
  person_id: string;
  name: string;
  address: string;
}

/** The row of a new calendar, if the person has room for it. */
export function whenRoomForOne(db: QueryCreator<Tables>, row: NewOutsideCalendar, now: Date) {
  return db
    .selectNoFrom([
      sql<string>`${row.id}::uuid`.as('id'),
      sql<string>`${row.person_id}::uuid`.as('person_id'),
      sql<string>`${row.name}::text`.as('name'),
      sql<string>`${row.address}::text`.as('address'),
      sql<Date>`${now}::timestamptz`.as('due_at'),
      sql<Date>`${now}::timestamptz`.as('created_at'),
    ])
    .where((eb) =>
      eb(
        eb
          .selectFrom('outside_calendar')
          .select((inner) => inner.fn.countAll<number>().as('count'))
          .where('person_id', '=', row.person_id),
        '<',
        mostOutsideCalendars,
      ),
    );
}

/** Takes calendars that are due, and puts each off so that nobody else takes it meanwhile. */
export function claimDueCalendars(db: Database, { now, until, limit }: { now: Date; until: Date; limit: number }) {
  const due = db
    .selectFrom('outside_calendar')
    .select('id')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .forUpdate()
    .skipLocked();
  return db
    .updateTable('outside_calendar')
    .from('person')
    .set({ due_at: until })
    .whereRef('person.id', '=', 'outside_calendar.person_id')
    .where('outside_calendar.id', 'in', due)
    .returning(['outside_calendar.id', 'address', 'etag', 'failing_since', 'time_zone'])
    .execute();
}

/** What came of reading a calendar. */
export interface Reading {
  id: string;
  read_at: Date | null;
  due_at: Date;
  etag: string | null;
  failure: CalendarFailure | null;
  failing_since: Date | null;
}

/** Keeps what came of reading, and the busy times unless they stay; one statement. */
export async function keepReading(db: Database, reading: Reading, busy: readonly Stretch[] | undefined): Promise<void> {
  const { id, read_at, ...rest } = reading;
  const read = db.with('read', (qc) =>
    qc
      .updateTable('outside_calendar')
      .set({ ...rest, ...(read_at !== null && { read_at }) })
      .where('id', '=', id)
      .returning('id'),
  );
  if (busy === undefined) {
    await read.selectFrom('read').selectAll().execute();
    return;
  }
  const starts = busy.map(({ startsAt }) => startsAt);
  const ends = busy.map(({ endsAt }) => endsAt);
  await read
    .with('gone', (qc) =>
      qc
        .deleteFrom('outside_busy')
        .where('outside_calendar_id', '=', id)
        .where('starts_at', '<>', sql<Date>`all(${starts}::timestamptz[])`)
        .returning('starts_at'),
    )
    .insertInto('outside_busy')
    .columns(['outside_calendar_id', 'starts_at', 'ends_at'])
    .expression((eb) =>
      eb
        .selectFrom([
          'read',
          sql<{ starts_at: Date; ends_at: Date }>`unnest(${starts}::timestamptz[], ${ends}::timestamptz[])`.as<'busy'>(
            sql`busy (starts_at, ends_at)`,
          ),
        ])
        .select(['read.id', 'busy.starts_at', 'busy.ends_at']),
    )
    .onConflict((oc) =>
      oc.constraint('outside_busy_pkey').doUpdateSet((eb) => ({ ends_at: eb.ref('excluded.ends_at') })),
    )
    .execute();
}
