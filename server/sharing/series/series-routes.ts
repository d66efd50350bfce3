import { FreeTimesInput, FreeTimesView } from '@collegium/contract/sharing/free-times.ts';
import { GuestList, GuestQuery } from '@collegium/contract/sharing/guests.ts';
import { SeriesInput, SeriesReport, SeriesView } from '@collegium/contract/sharing/series.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { findFreeTimes } from '../find/free-times.ts';
import { findGuests } from '../guests/guests.ts';
import { reportSeries } from './series-report.ts';
import { makeSeries } from './series.ts';

export const seriesRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/bookings/series/report',
    permission: 'booking:make',
    summary: 'Which occurrences of a recurring booking can be had, and alternatives for the others',
    body: SeriesInput,
    response: { 200: SeriesReport },
    handle: ({ scope, body }) => reportSeries(scope, body),
  }),
  route({
    method: 'POST',
    url: '/bookings/series',
    permission: 'booking:make',
    summary: 'Book every occurrence of a rule together',
    body: SeriesInput,
    response: { 201: SeriesView },
    handle: async ({ scope, body, reply }) => {
      reply.status(201);
      return makeSeries(scope, body);
    },
  }),
  route({
    method: 'POST',
    url: '/free-times',
    permission: 'booking:make',
    summary: 'Find a time: the earliest at which each resource can be had, together with people',
    body: FreeTimesInput,
    response: { 200: FreeTimesView },
    handle: ({ scope, body }) => findFreeTimes(scope, body),
  }),
  route({
    method: 'POST',
    url: '/bookings/guests',
    permission: 'booking:invite',
    summary: 'People who may be invited to a booking, by name or whole mail address',
    body: GuestQuery,
    response: { 200: GuestList },
    handle: ({ scope, body }) => findGuests(scope, body),
  }),
];
