import type { AvailabilityView } from '@collegium/contract/sharing/calendars.ts';
import { weekdayOf } from '@collegium/scheduling';
import ICAL from 'ical.js';

type Hours = AvailabilityView['hours'];
type DaysThatDiffer = AvailabilityView['exceptions'];

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** A Monday, on which weekly hours are said to begin; any would do. */
const firstMonday = '2024-01-01';

/**
 * Weekly opening hours as RFC 7953 writes them: busy whenever no AVAILABLE says otherwise. A day that differs is left out
 * of the weekly hours (EXDATE), and has an AVAILABLE of its own when it is open. Times are the wall clock's at the place,
 * whose zone is named.
 */
export function writeAvailability(
  { hours, exceptions }: AvailabilityView,
  { uid, timeZone, stamp }: { uid: string; timeZone: string; stamp: Date },
): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Collegium//Sharing//EN');
  const availability = new ICAL.Component('vavailability', calendar);
  const stamped = ICAL.Time.fromJSDate(stamp, true);
  availability.addPropertyWithValue('uid', uid);
  availability.addPropertyWithValue('dtstamp', stamped);
  availability.addPropertyWithValue('busytype', 'BUSY-UNAVAILABLE');
  const add = (day: string, opensMinute: number, closesMinute: number) => {
    const available = new ICAL.Component('available', availability);
    const number = availability.getAllSubcomponents('available').length + 1;
    available.addPropertyWithValue('uid', `${number}-${uid}`);
    available.addPropertyWithValue('dtstamp', stamped);
    available.addPropertyWithValue('dtstart', momentOf(day, opensMinute)).setParameter('tzid', timeZone);
    available.addPropertyWithValue('duration', ICAL.Duration.fromSeconds((closesMinute - opensMinute) * 60));
    availability.addSubcomponent(available);
    return available;
  };
  for (const { weekday, opensMinute, closesMinute } of hours) {
    const weekly = add(dayOf(weekday), opensMinute, closesMinute);
    weekly.addPropertyWithValue('rrule', ICAL.Recur.fromString(`FREQ=WEEKLY;BYDAY=${weekdays[weekday - 1] ?? 'MO'}`));
    for (const { onDate } of exceptions.filter((one) => weekdayOf(one.onDate) === weekday))
      weekly.addPropertyWithValue('exdate', momentOf(onDate, opensMinute)).setParameter('tzid', timeZone);
  }
  for (const { onDate, opensMinute, closesMinute } of exceptions)
    if (opensMinute !== null && closesMinute !== null) add(onDate, opensMinute, closesMinute);
  calendar.addSubcomponent(availability);
  return calendar.toString();
}

/**
 * Reads weekly hours out of a VAVAILABILITY, and days that differ: AVAILABLE parts that do not repeat, and days left out of
 * all weekly hours. Undefined when there are no weekly hours.
 */
export function readAvailability(text: string): AvailabilityView | undefined {
  const parts = parse(text)
    ?.getAllSubcomponents('vavailability')
    .flatMap((one) => one.getAllSubcomponents('available'));
  const hours = (parts ?? []).flatMap(weeklyHours);
  if (hours.length === 0) return undefined;
  return {
    hours: hours.toSorted((a, b) => a.weekday - b.weekday || a.opensMinute - b.opensMinute),
    exceptions: daysThatDiffer(parts ?? []),
  };
}

/** By day: what is open once, or what is left of the weekly hours of a day that some leave out. */
function daysThatDiffer(parts: ICAL.Component[]): DaysThatDiffer {
  const once = parts.flatMap((part) => {
    const start = part.getFirstPropertyValue('dtstart');
    if (part.hasProperty('rrule') || !(start instanceof ICAL.Time)) return [];
    const opensMinute = start.hour * 60 + start.minute;
    const minutes = lengthOf(part, start);
    return minutes > 0
      ? [{ onDate: dateOf(start), opensMinute, closesMinute: Math.min(opensMinute + minutes, 1_440) }]
      : [];
  });
  const leaving = parts.map((part) => ({
    hours: weeklyHours(part),
    days: part.getAllProperties('exdate').flatMap((property) => property.getValues().map(dateOf)),
  }));
  const leftOut = [...new Set(leaving.flatMap(({ days }) => days))].map((onDate) => {
    const left = leaving
      .filter(({ days }) => !days.includes(onDate))
      .flatMap(({ hours }) => hours.filter(({ weekday }) => weekday === weekdayOf(onDate)));
    return left.length === 0 ? { onDate, opensMinute: null, closesMinute: null } : { onDate, ...hullOf(left) };
  });
  const days = new Map<string, DaysThatDiffer[number]>(leftOut.map((one) => [one.onDate, one]));
  for (const onDate of new Set(once.map((one) => one.onDate)))
    days.set(onDate, { onDate, ...hullOf(once.filter((one) => one.onDate === onDate)) });
  return [...days.values()].toSorted((a, b) => a.onDate.localeCompare(b.onDate));
}

function hullOf(spans: { opensMinute: number; closesMinute: number }[]) {
  return {
    opensMinute: Math.min(...spans.map(({ opensMinute }) => opensMinute)),
    closesMinute: Math.max(...spans.map(({ closesMinute }) => closesMinute)),
  };
}

function parse(text: string): ICAL.Component | undefined {
  if (!/^\s*BEGIN:VCALENDAR/i.test(text)) return undefined;
  try {
    return ICAL.Component.fromString(text);
  } catch {
    return undefined;
  }
}

function weeklyHours(available: ICAL.Component): Hours {
  const rule = available.getFirstPropertyValue('rrule');
  const start = available.getFirstPropertyValue('dtstart');
  if (!(rule instanceof ICAL.Recur) || !(start instanceof ICAL.Time) || rule.interval !== 1) return [];
  const named = rule.getComponent('BYDAY').map(String);
  const days =
    rule.freq === 'DAILY' ? weekdays : named.length > 0 ? named : [weekdays[(start.dayOfWeek() + 5) % 7] ?? 'MO'];
  const minutes = lengthOf(available, start);
  const opensMinute = start.hour * 60 + start.minute;
  if ((rule.freq !== 'WEEKLY' && rule.freq !== 'DAILY') || minutes <= 0) return [];
  const closesMinute = Math.min(opensMinute + minutes, 1_440);
  return days.flatMap((day) => {
    const weekday = weekdays.indexOf(day) + 1;
    return weekday === 0 ? [] : [{ weekday, opensMinute, closesMinute }];
  });
}

function lengthOf(available: ICAL.Component, start: ICAL.Time): number {
  const duration = available.getFirstPropertyValue('duration');
  if (duration instanceof ICAL.Duration) return duration.toSeconds() / 60;
  const end = available.getFirstPropertyValue('dtend');
  return end instanceof ICAL.Time ? end.subtractDate(start).toSeconds() / 60 : 0;
}

function dayOf(weekday: number): string {
  return `${firstMonday.slice(0, 8)}${String(weekday).padStart(2, '0')}`;
}

function dateOf(value: unknown): string {
  return value instanceof ICAL.Time ? value.toString().slice(0, 10) : '';
}

function momentOf(day: string, minute: number): ICAL.Time {
  return ICAL.Time.fromDateTimeString(`${day}T${clockOf(minute)}:00`);
}

function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
