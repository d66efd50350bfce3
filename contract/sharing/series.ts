import { Type, type Static } from 'typebox';
import { Day, Id, Nullable } from '../schema.ts';
import { BookingInput } from './bookings.ts';

/** No series is longer. */
export const occurrencesAtMost = 366;

const { orWait: _orWait, kind: _kind, ...occurrence } = BookingInput.properties;

/** A recurring booking: the first occurrence, an RFC 5545 rule without DTSTART, and days that are left out. */
export const SeriesInput = Type.Object({
  ...occurrence,
  rule: Type.String({ minLength: 6, maxLength: 1_000, description: 'FREQ=WEEKLY;COUNT=12;BYDAY=MO,TH' }),
  excludedOn: Type.Optional(Type.Array(Day, { maxItems: 366 })),
  skipTaken: Type.Optional(Type.Boolean({ description: 'Book the occurrences that can be had, leave the others' })),
});
export type SeriesInput = Static<typeof SeriesInput>;

/** Why one occurrence cannot be had, and the nearest times that can. */
export const OccurrenceProblem = Type.Object({
  startsAt: Type.String(),
  endsAt: Type.String(),
  reasons: Type.Array(Type.String()),
  alternatives: Type.Array(Type.Object({ startsAt: Type.String(), endsAt: Type.String() })),
});
export type OccurrenceProblem = Static<typeof OccurrenceProblem>;

/** What a series would give, before anything is booked. */
export const SeriesReport = Type.Object({
  occurrences: Type.Integer(),
  free: Type.Integer(),
  problems: Type.Array(OccurrenceProblem),
});
export type SeriesReport = Static<typeof SeriesReport>;

export const SeriesView = Type.Object({
  id: Nullable(Id),
  bookingIds: Type.Array(Id),
  skipped: Type.Array(Type.Object({ startsAt: Type.String(), endsAt: Type.String() })),
});
export type SeriesView = Static<typeof SeriesView>;
