import type { AvailabilityView } from '@collegium/contract/sharing/calendars.ts';
import ICAL from 'ical.js';

type Hours = AvailabilityView['hours'];

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** A Monday, on which weekly hours are said to begin; any would do. */
const firstMonday = '2024-01-01';

/**
 * Weekly opening hours as RFC 7953 writes them: busy whenever no AVAILABLE says otherwise. Times are the wall clock's at
 * the place, whose zone is named.
 */
export function writeAvailability(
  hours: Hours,
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
  for (const [index, { weekday, opensMinute, closesMinute }] of hours.entries()) {
    const available = new ICAL.Component('available', availability);
    available.addPropertyWithValue('uid', `${index + 1}-${uid}`);
    available.addPropertyWithValue('dtstamp', stamped);
    const start = ICAL.Time.fromDateTimeString(`${dayOf(weekday)}T${clockOf(opensMinute)}:00`);
    available.addPropertyWithValue('dtstart', start).setParameter('tzid', timeZone);
    available.addPropertyWithValue('duration', ICAL.Duration.fromSeconds((closesMinute - opensMinute) * 60));
    available.addPropertyWithValue(
      'rrule',
      ICAL.Recur.fromString(`FREQ=WEEKLY;BYDAY=${weekdays[weekday - 1] ?? 'MO'}`),
    );
    availability.addSubcomponent(available);
  }
  calendar.addSubcomponent(availability);
  return calendar.toString();
}

/**
 * Reads weekly hours out of a VAVAILABILITY. AVAILABLE parts that do not repeat weekly are left out: they are exceptions,
 * which an owner enters by the day. Undefined when there are no weekly hours.
 */
export function readAvailability(text: string): Hours | undefined {
  const parts = parse(text)
    ?.getAllSubcomponents('vavailability')
    .flatMap((one) => one.getAllSubcomponents('available'));
  const hours = (parts ?? []).flatMap(weeklyHours);
  return hours.length === 0
    ? undefined
    : hours.toSorted((a, b) => a.weekday - b.weekday || a.opensMinute - b.opensMinute);
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

function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
