import { Type, type Static } from 'typebox';
import { LocalisedText } from '../localised-text.ts';
import { Abilities, Id, Moment, Nullable, OneOf, Page, pageQuery, Reason, TimeZone } from '../schema.ts';
import { bookingMachine, type BookingState } from '../states/booking.ts';
import { BookingDecision } from './decision.ts';
import {
  approvalSides,
  attendeeAnswers,
  bookingKinds,
  cancelReaches,
  checkIns,
  heldFor,
  personServices,
  resourceKinds,
} from './terms.ts';

export const BookingStateSchema = Type.Unsafe<BookingState>({
  type: 'string',
  enum: Object.keys(bookingMachine.states),
});

/** What is wanted, and how many of it. */
export const WantedResource = Type.Object({
  resourceId: Id,
  quantity: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
});

const holding = {
  purpose: Type.Optional(Type.String({ maxLength: 2_000 })),
  heldFor: Type.Optional(OneOf(heldFor)),
  groupName: Type.Optional(Nullable(Type.String({ maxLength: 300 }))),
  service: Type.Optional(Nullable(OneOf(personServices))),
  offerId: Type.Optional(Nullable(Id)),
  unitId: Type.Optional(Nullable(Id)),
  costCentre: Type.Optional(Nullable(Type.String({ maxLength: 100 }))),
  people: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  attendeeIds: Type.Optional(Type.Array(Id, { maxItems: 200, uniqueItems: true })),
};

/** What somebody asks for: all of the resources, or nothing. */
export const BookingInput = Type.Object({
  resources: Type.Array(WantedResource, { minItems: 1, maxItems: 20 }),
  starts: Moment,
  ends: Moment,
  timeZone: Type.Optional(TimeZone),
  kind: Type.Optional(OneOf(['use', 'maintenance'])),
  orWait: Type.Optional(Type.Boolean({ description: 'Join the waiting list when it is taken' })),
  ...holding,
});
export type BookingInput = Static<typeof BookingInput>;

/** Another time, other resources; what is left out stays. */
export const BookingChange = Type.Object({
  resources: Type.Optional(Type.Array(WantedResource, { minItems: 1, maxItems: 20 })),
  starts: Type.Optional(Moment),
  ends: Type.Optional(Moment),
  purpose: holding.purpose,
});
export type BookingChange = Static<typeof BookingChange>;

export const bookingAbilities = [
  'change',
  'cancel',
  'approve',
  'decline',
  'accept',
  'checkIn',
  'finish',
  'extend',
  'swap',
  'recall',
] as const;

const Organisation = Type.Object({ id: Id, name: Type.String(), shortMark: Type.String() });

export const BookedResource = Type.Object({
  id: Id,
  kind: OneOf(resourceKinds),
  name: LocalisedText,
  ownerId: Id,
  ownerName: Type.String(),
  timeZone: Type.String(),
  city: Nullable(Type.String()),
  quantity: Type.Integer(),
  isPart: Type.Boolean(),
  items: Type.Array(Type.Object({ number: Type.Integer(), label: Nullable(Type.String()) })),
});
export type BookedResource = Static<typeof BookedResource>;

const essentials = {
  id: Id,
  kind: OneOf(bookingKinds),
  state: BookingStateSchema,
  startsAt: Type.String(),
  endsAt: Type.String(),
  timeZone: Type.String({ description: 'Of the place' }),
  purpose: Type.String(),
  holder: Type.Object({ personId: Id, name: Type.String(), organisation: Organisation }),
  seriesId: Nullable(Id),
  resources: Type.Array(BookedResource),
  version: Type.Integer(),
};

export const BookingListItem = Type.Object(essentials);
export type BookingListItem = Static<typeof BookingListItem>;
export const BookingPage = Page(BookingListItem);
export type BookingPage = Static<typeof BookingPage>;

/** A proposal to swap that waits for an answer. */
export const SwapView = Type.Object({
  id: Id,
  bookingId: Id,
  otherId: Id,
  message: Type.String(),
  proposedBy: Type.String(),
  proposedAt: Type.String(),
  /** Whose the other booking is, as far as the reader may know: who answers, and staff. */
  other: Type.Object({ startsAt: Type.String(), endsAt: Type.String(), holderName: Nullable(Type.String()) }),
  isMineToAnswer: Type.Boolean(),
});
export type SwapView = Static<typeof SwapView>;

export const BookingView = Type.Object({
  ...essentials,
  heldFor: OneOf(heldFor),
  groupName: Nullable(Type.String()),
  service: Nullable(OneOf(personServices)),
  offerId: Nullable(Id),
  costCentre: Nullable(Type.String()),
  people: Type.Integer(),
  seriesRule: Nullable(Type.String()),
  queuePosition: Nullable(Type.Integer({ description: 'Among those who wait for the same resource and time' })),
  respondBy: Nullable(Type.String()),
  decideAt: Nullable(Type.String()),
  decision: Nullable(BookingDecision),
  approvalsDue: Type.Array(OneOf(approvalSides)),
  approvals: Type.Array(
    Type.Object({
      side: OneOf(approvalSides),
      decidedAt: Type.String(),
      by: Type.String(),
      isApproved: Type.Boolean(),
      reason: Nullable(Type.String()),
    }),
  ),
  checkIn: OneOf(checkIns),
  checkInOpensAt: Type.String(),
  releasesAt: Nullable(Type.String({ description: 'When it is released unless somebody checked in' })),
  checkedInAt: Nullable(Type.String()),
  releasedAt: Nullable(Type.String()),
  cancelledAt: Nullable(Type.String()),
  cancellationReason: Nullable(Type.String()),
  isCharged: Type.Boolean(),
  cancelFreeUntil: Type.String({ description: 'Cancelled by then, its time does not count' }),
  priceMinor: Nullable(Type.Integer()),
  currency: Nullable(Type.String()),
  attendees: Type.Array(Type.Object({ personId: Id, name: Type.String(), answer: OneOf(attendeeAnswers) })),
  swaps: Type.Array(SwapView),
  createdAt: Type.String(),
  abilities: Abilities(bookingAbilities),
});
export type BookingView = Static<typeof BookingView>;

export const BookingQuery = Type.Object({
  ...pageQuery,
  side: Type.Optional(OneOf(['own', 'invited', 'home', 'owner', 'decide'])),
  state: Type.Optional(Type.Array(BookingStateSchema, { maxItems: 10 })),
  resourceId: Type.Optional(Id),
  seriesId: Type.Optional(Id),
  from: Type.Optional(Type.String({ format: 'date-time' })),
  until: Type.Optional(Type.String({ format: 'date-time' })),
});
export type BookingQuery = Static<typeof BookingQuery>;

export const DecisionInput = Type.Object({ reason: Type.Optional(Reason) });
export const CancelInput = Type.Object({
  reason: Type.Optional(Reason),
  /** Which occurrences of a recurring booking; this one unless said. */
  reach: Type.Optional(OneOf(cancelReaches)),
});
export type CancelInput = Static<typeof CancelInput>;
export const CheckInInput = Type.Object({ code: Type.Optional(Type.String({ maxLength: 20 })) });
export const ExtendInput = Type.Object({ ends: Moment });
export const RecallInput = Type.Object({ ends: Moment, reason: Reason });
export const SwapInput = Type.Object({ otherId: Id, message: Type.Optional(Type.String({ maxLength: 1_000 })) });
/** Bookings of others against which one can be exchanged: when they are, and whose as far as the reader may know. */
export const SwapChoices = Type.Object({
  items: Type.Array(
    Type.Object({ bookingId: Id, startsAt: Type.String(), endsAt: Type.String(), holderName: Nullable(Type.String()) }),
  ),
});
export type SwapChoices = Static<typeof SwapChoices>;
export const SwapAnswer = Type.Object({ isAccepted: Type.Boolean() });
