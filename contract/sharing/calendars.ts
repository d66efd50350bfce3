import { Type, type Static } from 'typebox';
import { Id, Instant, Nullable, OneOf, RequiredText } from '../schema.ts';
import { OpeningException } from './rules.ts';
import { attendeeAnswers } from './terms.ts';

/** What a calendar feed shows: one's own bookings (`resourceId` null), or those of a resource. */
export const FeedInput = Type.Object({ resourceId: Type.Optional(Nullable(Id)) });
export type FeedInput = Static<typeof FeedInput>;

const feed = {
  id: Id,
  resource: Nullable(Type.Object({ id: Id, name: RequiredText })),
  createdAt: Instant,
};

export const FeedView = Type.Object(feed);
export type FeedView = Static<typeof FeedView>;
export const FeedList = Type.Object({ items: Type.Array(FeedView) });
export type FeedList = Static<typeof FeedList>;

/** Said once, when the feed is made: whoever knows the address reads the feed. */
export const NewFeedView = Type.Object({
  ...feed,
  address: Type.String({ description: 'Absolute address for calendar programs' }),
});
export type NewFeedView = Static<typeof NewFeedView>;

/** Why a calendar that is kept elsewhere could not be read. */
export const calendarFailures = [
  'address_invalid',
  'address_internal',
  'unreachable',
  'too_slow',
  'too_large',
  'too_many_redirects',
  'refused',
  'not_a_calendar',
] as const;
export type CalendarFailure = (typeof calendarFailures)[number];

export const OutsideCalendarInput = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  address: Type.String({ minLength: 1, maxLength: 2_000, description: 'https:// or webcal://' }),
});
export type OutsideCalendarInput = Static<typeof OutsideCalendarInput>;

/** A calendar that the reader keeps elsewhere; of its address only the host is shown. */
export const OutsideCalendarView = Type.Object({
  id: Id,
  name: Type.String(),
  host: Type.String(),
  readAt: Nullable(Instant),
  failure: Nullable(OneOf(calendarFailures)),
  failingSince: Nullable(Instant),
  busyCount: Type.Integer({ description: 'Busy times known from now on' }),
});
export type OutsideCalendarView = Static<typeof OutsideCalendarView>;
export const OutsideCalendarList = Type.Object({ items: Type.Array(OutsideCalendarView) });
export type OutsideCalendarList = Static<typeof OutsideCalendarList>;

/** What came of an answer that a calendar program sent. */
export const ReplyView = Type.Object({
  bookingId: Id,
  answer: OneOf(attendeeAnswers),
});
export type ReplyView = Static<typeof ReplyView>;

/** Weekly opening hours as RFC 7953 tells them, in the parts that we can keep. */
export const AvailabilityView = Type.Object({
  hours: Type.Array(
    Type.Object({
      weekday: Type.Integer({ minimum: 1, maximum: 7 }),
      opensMinute: Type.Integer({ minimum: 0, maximum: 1439 }),
      closesMinute: Type.Integer({ minimum: 1, maximum: 1440 }),
    }),
  ),
  exceptions: Type.Array(Type.Pick(OpeningException, ['onDate', 'opensMinute', 'closesMinute'])),
});
export type AvailabilityView = Static<typeof AvailabilityView>;
