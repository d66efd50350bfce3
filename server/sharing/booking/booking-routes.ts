import { Id } from '@collegium/contract/schema.ts';
import {
  BookingChange,
  BookingInput,
  BookingPage,
  BookingQuery,
  BookingView,
  CancelInput,
  CheckInInput,
  DecisionInput,
  ExtendInput,
  RecallInput,
  SwapAnswer,
  SwapChoices,
  SwapInput,
} from '@collegium/contract/sharing/bookings.ts';
import { CalendarQuery, CalendarView } from '@collegium/contract/sharing/calendar.ts';
import { Type } from 'typebox';
import { publicRoute, route, type Route } from '../../platform/http/route.ts';
import { getBooking } from './bookings.ts';
import { getCalendar } from '../calendar/calendar.ts';
import { cancelBooking } from './cancel-booking.ts';
import { changeBooking } from './change-booking.ts';
import { approveBooking, declineBooking } from './decide-booking.ts';
import { listBookings } from './list-bookings.ts';
import { makeBooking } from './make-booking.ts';
import { recallBooking } from '../loans/recall-booking.ts';
import { listSwapChoices } from './swap-choices.ts';
import { answerSwap, proposeSwap } from './swaps.ts';
import { acceptBooking, checkIn, finishBooking } from './use-booking.ts';

const params = Type.Object({ bookingId: Id });
const one = { method: 'POST', params, response: { 200: BookingView } } as const;

export const bookingRoutes: readonly Route[] = [
  publicRoute({
    method: 'GET',
    url: '/resources/calendar',
    permission: 'resource:read',
    summary: 'What is held of several resources in a span, side by side',
    query: CalendarQuery,
    response: { 200: CalendarView },
    handle: async ({ scope, query, reply }) =>
      reply.type('application/json; charset=utf-8').send(await getCalendar(scope, query)),
  }),
  route({
    method: 'GET',
    url: '/bookings',
    permission: 'booking:read',
    summary: 'Bookings: one’s own, those one is invited to, those of one’s organisation or of its resources',
    query: BookingQuery,
    response: { 200: BookingPage },
    handle: ({ scope, query }) => listBookings(scope, query),
  }),
  route({
    method: 'GET',
    url: '/bookings/:bookingId',
    permission: 'booking:read',
    summary: 'One booking',
    params,
    response: { 200: BookingView },
    handle: ({ scope, params }) => getBooking(scope, params.bookingId),
  }),
  route({
    method: 'POST',
    url: '/bookings',
    permission: 'booking:make',
    summary: 'Book one or several resources together, all or nothing',
    body: BookingInput,
    response: { 201: BookingView },
    handle: async ({ scope, body, reply }) => {
      reply.status(201);
      return makeBooking(scope, body);
    },
  }),
  route({
    method: 'PUT',
    url: '/bookings/:bookingId',
    permission: 'booking:change',
    summary: 'Move a booking to another time or other resources, or prolong it',
    params,
    needsVersion: true,
    body: BookingChange,
    response: { 200: BookingView },
    handle: ({ scope, params, version, body }) => changeBooking(scope, params.bookingId, version, body),
  }),
  route({
    ...one,
    url: '/bookings/:bookingId/cancel',
    permission: 'booking:change',
    summary: 'Cancel a booking and give its time back',
    body: CancelInput,
    handle: ({ scope, params, body }) => cancelBooking(scope, params.bookingId, body),
  }),
  route({
    ...one,
    url: '/bookings/:bookingId/approve',
    permission: 'booking:decide',
    summary: 'Agree to a request',
    handle: ({ scope, params }) => approveBooking(scope, params.bookingId),
  }),
  route({
    ...one,
    url: '/bookings/:bookingId/decline',
    permission: 'booking:decide',
    summary: 'Refuse a request, with a reason',
    body: DecisionInput,
    handle: ({ scope, params, body }) => declineBooking(scope, params.bookingId, body),
  }),
  route({
    ...one,
    url: '/bookings/:bookingId/accept',
    permission: 'booking:change',
    summary: 'Take what the waiting list gave',
    handle: ({ scope, params }) => acceptBooking(scope, params.bookingId),
  }),
  route({
    ...one,
    url: '/bookings/:bookingId/check-in',
    permission: 'booking:change',
    summary: 'Say that one is there',
    body: CheckInInput,
    handle: ({ scope, params, body }) => checkIn(scope, params.bookingId, body),
  }),
  route({
    ...one,
    url: '/bookings/:bookingId/finish',
    permission: 'booking:change',
    summary: 'End a booking before its time, or return a loan',
    handle: ({ scope, params }) => finishBooking(scope, params.bookingId),
  }),
  route({
    ...one,
    url: '/bookings/:bookingId/recall',
    permission: 'booking:decide',
    summary: 'Call a loan back before it is due',
    body: RecallInput,
    handle: ({ scope, params, body }) => recallBooking(scope, params.bookingId, body),
  }),
  route({
    ...one,
    url: '/bookings/:bookingId/extend',
    permission: 'booking:change',
    summary: 'Prolong a booking, also while it runs',
    needsVersion: true,
    body: ExtendInput,
    handle: ({ scope, params, version, body }) => changeBooking(scope, params.bookingId, version, body),
  }),
  route({
    method: 'GET',
    url: '/bookings/:bookingId/swaps',
    permission: 'booking:change',
    summary: 'Bookings of others against which this one can be exchanged, the soonest first',
    params,
    response: { 200: SwapChoices },
    handle: ({ scope, params }) => listSwapChoices(scope, params.bookingId),
  }),
  route({
    ...one,
    url: '/bookings/:bookingId/swaps',
    permission: 'booking:change',
    summary: 'Propose to somebody to exchange bookings',
    body: SwapInput,
    handle: ({ scope, params, body }) => proposeSwap(scope, params.bookingId, body),
  }),
  route({
    method: 'POST',
    url: '/swaps/:swapId/answer',
    permission: 'booking:change',
    summary: 'Accept or refuse a swap',
    params: Type.Object({ swapId: Id }),
    body: SwapAnswer,
    response: { 200: BookingView },
    handle: ({ scope, params, body }) => answerSwap(scope, params.swapId, body),
  }),
];
