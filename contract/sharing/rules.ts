import { Type, type Static } from 'typebox';
import { Day, Id, Nullable, OneOf } from '../schema.ts';
import { approvalSides, checkIns, circles, quotaPeriods, quotaSubjects } from './terms.ts';

const Minutes = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum });

/** Weekly hours at the place and for whom: Monday is 1; minutes from midnight, 1440 is its end. */
export const Opening = Type.Object({
  weekday: Type.Integer({ minimum: 1, maximum: 7 }),
  opensMinute: Minutes(0, 1_439),
  closesMinute: Minutes(1, 1_440),
  audience: OneOf(circles),
});
export type Opening = Static<typeof Opening>;

/** A day that differs from the week: without minutes it is closed. */
export const OpeningException = Type.Object({
  onDate: Day,
  opensMinute: Nullable(Minutes(0, 1_439)),
  closesMinute: Nullable(Minutes(1, 1_440)),
  note: Type.String({ maxLength: 300 }),
});
export type OpeningException = Static<typeof OpeningException>;

/** How long somebody may hold it in a period of the calendar at the place, or in a term, from its first to its last day. */
export const Quota = Type.Object({
  per: OneOf(quotaSubjects),
  period: OneOf(quotaPeriods),
  limitMinutes: Minutes(1, 5_270_400),
  startsOn: Type.Optional(Nullable(Day)),
  endsOn: Type.Optional(Nullable(Day)),
});
export type Quota = Static<typeof Quota>;

/** The price of an hour of one item, in minor units: internal (own), partner, outside (network). */
export const Rate = Type.Object({
  audience: OneOf(circles),
  amountMinor: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
});
export type Rate = Static<typeof Rate>;

/** Time promised to a partner between two days. */
export const Share = Type.Object({
  organisationId: Id,
  promisedMinutes: Minutes(1, 52_704_000),
  startsOn: Day,
  endsOn: Day,
  commitmentId: Type.Optional(Nullable(Id)),
});
export type Share = Static<typeof Share>;

/** How a resource may be booked. */
export const BookingRules = Type.Object({
  gridMinutes: Minutes(1, 1_440),
  shortestMinutes: Minutes(1, 527_040),
  longestMinutes: Minutes(1, 527_040),
  noticeMinutes: Minutes(0, 527_040),
  horizonDays: Minutes(1, 1_100),
  bufferBeforeMinutes: Minutes(0, 1_440),
  bufferAfterMinutes: Minutes(0, 1_440),
  cancelNoticeMinutes: Type.Integer({
    minimum: 0,
    maximum: 527_040,
    description: 'Cancelled later than this before it begins, the time still counts against quota and share',
  }),
  approvalChain: Type.Array(OneOf(approvalSides), { maxItems: 2, uniqueItems: true }),
  checkIn: OneOf(checkIns),
  releaseAfterMinutes: Nullable(Minutes(1, 1_440)),
  acceptWithinMinutes: Nullable(Minutes(1, 20_160)),
  fairShareHours: Nullable(Minutes(1, 2_160)),
});
export type BookingRules = Static<typeof BookingRules>;

/** The rules of a resource whose owner set none. */
export const defaultRules: BookingRules = {
  gridMinutes: 15,
  shortestMinutes: 15,
  longestMinutes: 480,
  noticeMinutes: 0,
  horizonDays: 180,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  cancelNoticeMinutes: 0,
  approvalChain: [],
  checkIn: 'none',
  releaseAfterMinutes: null,
  acceptWithinMinutes: null,
  fairShareHours: null,
};
