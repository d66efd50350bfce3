import type {
  OutsideCalendarInput,
  OutsideCalendarList,
  OutsideCalendarView,
} from '@collegium/contract/sharing/calendars.ts';
import { change } from '../../platform/audit/change.ts';
import { newId } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { CalendarNotFetched, openInternet, readAddress, type FetchPolicy } from './fetch-calendar.ts';
import {
  listOutsideCalendarsOf,
  mostOutsideCalendars,
  whenRoomForOne,
  type OutsideCalendarRow,
} from './outside-queries.ts';
import { readOutsideCalendar } from './read-outside-calendar.ts';

/** The calendars that one keeps elsewhere. */
export async function listOutsideCalendars(scope: MemberScope): Promise<OutsideCalendarList> {
  const rows = await listOutsideCalendarsOf(scope.db, scope.actor.personId, scope.clock.now());
  return { items: rows.map(present) };
}

/**
 * Takes in the address of a calendar that one keeps elsewhere; it is read for the first time within a minute.
 * Throws outside_calendar.address_invalid, outside_calendar.exists, outside_calendar.too_many.
 */
export async function addOutsideCalendar(
  scope: MemberScope,
  { name, address }: OutsideCalendarInput,
): Promise<OutsideCalendarView> {
  const url = checked(address);
  const row = { id: newId(), person_id: scope.actor.personId, name, address: url.href };
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .insertInto('outside_calendar')
          .columns(['id', 'person_id', 'name', 'address', 'due_at', 'created_at'])
          .expression(whenRoomForOne(qc, row, scope.clock.now()))
          .returning('id'),
      ),
    { action: 'outside_calendar.added', objectType: 'outside_calendar', details: { host: url.host } },
  );
  if (rows.length === 0) throw new Problem('outside_calendar.too_many', { limit: mostOutsideCalendars });
  return { id: row.id, name, host: url.host, readAt: null, failure: null, failingSince: null, busyCount: 0 };
}

function checked(address: string): URL {
  try {
    return readAddress(address);
  } catch (error) {
    if (error instanceof CalendarNotFetched) throw new Problem('outside_calendar.address_invalid');
    throw error;
  }
}

/** Reads one of one's calendars now and says what came of it. Throws outside_calendar.not_found. */
export async function readNow(
  scope: MemberScope,
  id: string,
  policy: FetchPolicy = openInternet,
): Promise<OutsideCalendarView> {
  const now = scope.clock.now();
  const row = (await listOutsideCalendarsOf(scope.db, scope.actor.personId, now)).find((one) => one.id === id);
  if (!row) throw new Problem('outside_calendar.not_found');
  const { busyCount, ...read } = await readOutsideCalendar(scope, row, policy);
  return present({ ...row, ...read, busy_count: busyCount ?? row.busy_count });
}

/** Takes a calendar out, with the busy times that were read from it. Throws outside_calendar.not_found. */
export async function removeOutsideCalendar(scope: MemberScope, id: string): Promise<void> {
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .deleteFrom('outside_calendar')
          .where('id', '=', id)
          .where('person_id', '=', scope.actor.personId)
          .returning('id'),
      ),
    { action: 'outside_calendar.removed', objectType: 'outside_calendar' },
  );
  if (rows.length === 0) throw new Problem('outside_calendar.not_found');
}

function present(row: OutsideCalendarRow): OutsideCalendarView {
  return {
    id: row.id,
    name: row.name,
    host: new URL(row.address).host,
    readAt: row.read_at?.toISOString() ?? null,
    failure: row.failure,
    failingSince: row.failing_since?.toISOString() ?? null,
    busyCount: row.busy_count,
  };
}
