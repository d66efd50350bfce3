import { isTimeZone } from '@collegium/contract/offers/local-time.ts';
import { instantOf } from '@collegium/contract/wall-clock.ts';
import ICAL from 'ical.js';

/** A stretch of time, the end not included. */
export interface Stretch {
  startsAt: Date;
  endsAt: Date;
}

export interface Window {
  from: Date;
  to: Date;
  /** Of the calendar's owner: for times without a zone and for whole days. */
  timeZone: string;
}

/** A rule that repeats more often is nobody's diary; what was found until then counts. */
const mostOccurrences = 5_000;
const mostSteps = 50_000;

/**
 * When the owner of a calendar is busy within a window, overlaps put together, in order. Events that are cancelled,
 * transparent or declined free no time; what the events are about is not read. Throws a SyntaxError when the text is no
 * calendar. Worst case: one pass over the text, and `mostSteps` occurrences of all rules together.
 */
export function busyTimes(text: string, window: Window): Stretch[] {
  try {
    return busyTimesOf(parse(text), window);
  } catch (error) {
    throw new SyntaxError('this calendar cannot be read', { cause: error });
  }
}

function busyTimesOf(calendar: ICAL.Component, window: Window): Stretch[] {
  const events = calendar.getAllSubcomponents('vevent').filter(takesTime);
  const exceptions = Map.groupBy(
    events.filter((event) => event.hasProperty('recurrence-id')),
    uidOf,
  );
  const steps = { left: mostSteps };
  const found = events
    .filter((event) => !event.hasProperty('recurrence-id'))
    .flatMap((event) => occurrences(event, exceptions.get(uidOf(event)) ?? [], window, steps));
  const alone = [...exceptions.values()].flat().map((event) => stretchOf(event, window));
  const periods = calendar.getAllSubcomponents('vfreebusy').flatMap((part) => busyPeriods(part, window));
  return merge([...found, ...alone, ...periods].filter((one) => one.startsAt < window.to && one.endsAt > window.from));
}

function parse(text: string): ICAL.Component {
  const parsed: unknown = ICAL.parse(text);
  if (!Array.isArray(parsed) || parsed[0] !== 'vcalendar') throw new SyntaxError('not a calendar');
  return new ICAL.Component(parsed);
}

function takesTime(event: ICAL.Component): boolean {
  const status = textOf(event, 'status').toUpperCase();
  return (
    event.hasProperty('dtstart') && status !== 'CANCELLED' && textOf(event, 'transp').toUpperCase() !== 'TRANSPARENT'
  );
}

function uidOf(event: ICAL.Component): string {
  return textOf(event, 'uid');
}

function textOf(component: ICAL.Component, name: string): string {
  return String(component.getFirstPropertyValue(name) ?? '');
}

function occurrences(
  component: ICAL.Component,
  exceptions: ICAL.Component[],
  window: Window,
  steps: { left: number },
): Stretch[] {
  const event = new ICAL.Event(component, { strictExceptions: true });
  if (!event.isRecurring()) return [stretchOf(component, window)];
  const replaced = new Set(exceptions.map((one) => String(one.getFirstPropertyValue('recurrence-id'))));
  const length = lengthOf(component, window);
  const iterator = event.iterator();
  const found: Stretch[] = [];
  for (
    let start = iterator.next();
    start && found.length < mostOccurrences && steps.left > 0;
    start = iterator.next()
  ) {
    steps.left -= 1;
    const startsAt = instant(start, component.getFirstProperty('dtstart'), window);
    if (startsAt >= window.to) break;
    const endsAt = new Date(startsAt.getTime() + length);
    if (endsAt > window.from && !replaced.has(start.toString())) found.push({ startsAt, endsAt });
  }
  return found;
}

function lengthOf(event: ICAL.Component, window: Window): number {
  const { startsAt, endsAt } = stretchOf(event, window);
  return endsAt.getTime() - startsAt.getTime();
}

/** RFC 5545 3.6.1: without an end, a whole day lasts a day, and anything else no time at all. */
function stretchOf(event: ICAL.Component, window: Window): Stretch {
  const start = event.getFirstProperty('dtstart');
  const startsAt = instant(start?.getFirstValue(), start, window);
  const end = event.getFirstProperty('dtend');
  if (end) return { startsAt, endsAt: instant(end.getFirstValue(), end, window) };
  const duration = event.getFirstPropertyValue('duration');
  if (duration instanceof ICAL.Duration) return { startsAt, endsAt: later(startsAt, duration.toSeconds()) };
  const isDay = start?.type === 'date';
  return { startsAt, endsAt: later(startsAt, isDay ? 86_400 : 0) };
}

function busyPeriods(component: ICAL.Component, window: Window): Stretch[] {
  return component
    .getAllProperties('freebusy')
    .filter((property) => (property.getFirstParameter('fbtype') || 'BUSY').toUpperCase() !== 'FREE')
    .flatMap((property) => property.getValues().map((value: unknown) => ({ property, value })))
    .flatMap(({ property, value }) => {
      if (!(value instanceof ICAL.Period)) return [];
      return [{ startsAt: instant(value.start, property, window), endsAt: instant(value.getEnd(), property, window) }];
    });
}

/** The zone may be described in the file, be in UTC, be a name that everybody knows, or be left to the owner. */
function instant(time: unknown, property: ICAL.Property | null | undefined, window: Window): Date {
  if (!(time instanceof ICAL.Time)) throw new SyntaxError('a time cannot be read');
  const isFloating = time.zone === null || time.zone === ICAL.Timezone.localTimezone;
  if (!isFloating && !time.isDate) return time.toJSDate();
  const named = property?.getFirstParameter('tzid') ?? '';
  const timeZone = named !== '' && isTimeZone(named) ? named : window.timeZone;
  const wallClock = `${time.toString().slice(0, 10)}T${time.isDate ? '00:00' : time.toString().slice(11, 16)}`;
  const found = instantOf(wallClock, timeZone);
  if (!found) throw new SyntaxError('a time cannot be read');
  return found;
}

function later(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1_000);
}

function merge(stretches: Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const one of stretches.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    if (one.endsAt <= one.startsAt) continue;
    const last = merged.at(-1);
    if (last && one.startsAt <= last.endsAt) last.endsAt = one.endsAt > last.endsAt ? one.endsAt : last.endsAt;
    else merged.push({ ...one });
  }
  return merged;
}
