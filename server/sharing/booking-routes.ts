import { Id } from '@collegium/contract/schema.ts';
import { BookingInput, BookingView } from '@collegium/contract/sharing/bookings.ts';
import { Type } from 'typebox';
import { route, type Route } from '../platform/http/route.ts';
import { getBooking } from './bookings.ts';
import { makeBooking } from './make-booking.ts';

const params = Type.Object({ bookingId: Id });

export const bookingRoutes: readonly Route[] = [
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
];
