import { Type, type Static } from 'typebox';
import { LocalisedText } from '../localised-text.ts';
import { Id, Instant, OneOf } from '../schema.ts';
import { BookingStateSchema } from './bookings.ts';
import { Opening, OpeningException } from './rules.ts';
import { bookingKinds, sharedAs } from './terms.ts';

/** A span of at most 62 days over at most 200 resources. */
export const CalendarQuery = Type.Object({
  resourceId: Type.Array(Id, { minItems: 1, maxItems: 200 }),
  from: Instant,
  until: Instant,
});
export type CalendarQuery = Static<typeof CalendarQuery>;

/** A booking as a block of a calendar. Who may not read it sees when, and nothing else: the last five are left out. */
export const CalendarBlock = Type.Object({
  kind: OneOf(bookingKinds),
  state: BookingStateSchema,
  startsAt: Type.String(),
  endsAt: Type.String(),
  quantity: Type.Integer(),
  isPart: Type.Boolean(),
  isOwn: Type.Boolean(),
  bookingId: Type.Optional(Id),
  holderName: Type.Optional(Type.String()),
  organisationName: Type.Optional(Type.String()),
  purpose: Type.Optional(Type.String()),
  version: Type.Optional(Type.Integer()),
});
export type CalendarBlock = Static<typeof CalendarBlock>;

export const CalendarView = Type.Object({
  resources: Type.Array(
    Type.Object({
      id: Id,
      name: LocalisedText,
      timeZone: Type.String(),
      sharedAs: OneOf(sharedAs),
      units: Type.Integer(),
      gridMinutes: Type.Integer(),
      openings: Type.Array(Opening),
      exceptions: Type.Array(OpeningException),
      blocks: Type.Array(CalendarBlock),
    }),
  ),
});
export type CalendarView = Static<typeof CalendarView>;
