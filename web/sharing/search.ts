import { resourceKinds, type ResourceKind } from '@collegium/contract/sharing/terms';

/** What the address of the catalogue of resources holds. The names are those of the interface. */
export interface ResourceSearch {
  words?: string | undefined;
  kind?: ResourceKind[] | undefined;
  organisationId?: string[] | undefined;
  country?: string[] | undefined;
  freeFrom?: string | undefined;
  freeUntil?: string | undefined;
  own?: true | undefined;
}

/** Reads the address; what is none of its values is left out rather than refused. */
export function readResourceSearch(given: Record<string, unknown>): ResourceSearch {
  const [freeFrom, freeUntil] = [instantOf(given['freeFrom']), instantOf(given['freeUntil'])];
  const isSpan = freeFrom !== undefined && freeUntil !== undefined && freeFrom < freeUntil;
  return {
    words: textOf(given['words']),
    kind: listOf(given['kind'], (one): one is ResourceKind => resourceKinds.some((kind) => kind === one)),
    organisationId: listOf(given['organisationId'], (one): one is string => idPattern.test(one)),
    country: listOf(given['country'], (one): one is string => /^[A-Z]{2}$/.test(one)),
    freeFrom: isSpan ? freeFrom : undefined,
    freeUntil: isSpan ? freeUntil : undefined,
    own: given['own'] === true ? true : undefined,
  };
}

export const calendarViews = ['day', 'week', 'month'] as const;
export type CalendarViewName = (typeof calendarViews)[number];

/** What the address of the calendar holds: which resources, how much time, from which day. */
export interface CalendarSearch {
  resourceId?: string[] | undefined;
  view?: CalendarViewName | undefined;
  day?: string | undefined;
  kind?: ResourceKind[] | undefined;
  own?: true | undefined;
}

export function readCalendarSearch(given: Record<string, unknown>): CalendarSearch {
  const { kind, own } = readResourceSearch(given);
  const day = textOf(given['day']);
  return {
    resourceId: listOf(given['resourceId'], (one): one is string => idPattern.test(one)),
    view: calendarViews.find((view) => view === given['view']),
    day: day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined,
    kind,
    own,
  };
}

export const bookingSides = ['own', 'invited', 'decide', 'owner', 'home'] as const;
export type BookingSide = (typeof bookingSides)[number];

export interface BookingSearch {
  side?: BookingSide | undefined;
  past?: true | undefined;
  /** Only those of one recurring booking, what is over as well. */
  seriesId?: string | undefined;
}

export function readBookingSearch(given: Record<string, unknown>): BookingSearch {
  return {
    side: bookingSides.find((side) => side === given['side']),
    past: given['past'] === true ? true : undefined,
    seriesId: idPattern.test(textOf(given['seriesId']) ?? '') ? textOf(given['seriesId']) : undefined,
  };
}

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The router reads `2027` in an address as a number. */
function textOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.slice(0, 200) : undefined;
}

function instantOf(value: unknown): string | undefined {
  const text = textOf(value);
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}T/.test(text) || Number.isNaN(Date.parse(text))) return undefined;
  return new Date(text).toISOString();
}

function listOf<Value extends string>(value: unknown, is: (one: string) => one is Value): Value[] | undefined {
  const values = (Array.isArray(value) ? value : [value]).map((one: unknown) => textOf(one) ?? '').filter(is);
  return values.length > 0 ? [...new Set(values)].slice(0, 200) : undefined;
}
