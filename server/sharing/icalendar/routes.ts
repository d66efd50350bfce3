import {
  AvailabilityView,
  FeedInput,
  FeedList,
  NewFeedView,
  OutsideCalendarInput,
  OutsideCalendarList,
  OutsideCalendarView,
  ReplyView,
} from '@collegium/contract/sharing/calendars.ts';
import { attendeeAnswers } from '@collegium/contract/sharing/terms.ts';
import { Id, OneOf } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { publicRoute, route, type Route } from '../../platform/http/route.ts';
import { availabilityFile, hoursIn } from './availability-file.ts';
import { createFeed, listFeeds, revokeFeed } from './feeds.ts';
import { addOutsideCalendar, listOutsideCalendars, readNow, removeOutsideCalendar } from './outside-calendars.ts';
import { answerInvitation, takeReply } from './reply.ts';
import { serveFeed } from './serve-feed.ts';

const calendarText = Type.String({ minLength: 1, maxLength: 262_144 });
const outside = Type.Object({ outsideCalendarId: Id });

/** Feeds that calendar programs read, calendars that people keep elsewhere, and answers to invitations. */
export const calendarRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/feeds',
    permission: 'feed:manage',
    summary: 'One’s calendar feeds',
    response: { 200: FeedList },
    handle: ({ scope }) => listFeeds(scope),
  }),
  route({
    method: 'POST',
    url: '/feeds',
    permission: 'feed:manage',
    summary: 'Make a feed of one’s bookings or of a resource; its secret address is told this once',
    body: FeedInput,
    response: { 201: NewFeedView },
    isAnswerSecret: true,
    handle: async ({ scope, body, reply }) => {
      reply.status(201);
      return createFeed(scope, body);
    },
  }),
  route({
    method: 'DELETE',
    url: '/feeds/:feedId',
    permission: 'feed:manage',
    summary: 'Make the address of a feed worthless',
    params: Type.Object({ feedId: Id }),
    response: { 204: Type.Null() },
    handle: ({ scope, params }) => revokeFeed(scope, params.feedId),
  }),
  publicRoute({
    method: 'GET',
    url: '/calendars/:token.ics',
    permission: 'feed:read',
    summary: 'A feed for calendar programs (RFC 5545); 304 when nothing changed',
    params: Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{32}$' }) }),
    produces: 'text/calendar',
    response: { 200: Type.String(), 304: Type.Null() },
    handle: ({ scope, params, request, reply }) => serveFeed(scope, params.token, request, reply),
  }),
  route({
    method: 'GET',
    url: '/outside-calendars',
    permission: 'outside_calendar:manage',
    summary: 'Calendars that one keeps elsewhere',
    response: { 200: OutsideCalendarList },
    handle: ({ scope }) => listOutsideCalendars(scope),
  }),
  route({
    method: 'POST',
    url: '/outside-calendars',
    permission: 'outside_calendar:manage',
    summary: 'Have busy times read from a calendar that one keeps elsewhere',
    body: OutsideCalendarInput,
    response: { 201: OutsideCalendarView },
    handle: async ({ scope, body, reply }) => {
      reply.status(201);
      return addOutsideCalendar(scope, body);
    },
  }),
  route({
    method: 'POST',
    url: '/outside-calendars/:outsideCalendarId/reading',
    permission: 'outside_calendar:manage',
    summary: 'Read a calendar now; what failed is said in the answer',
    params: outside,
    response: { 200: OutsideCalendarView },
    handle: ({ scope, params }) => readNow(scope, params.outsideCalendarId),
  }),
  route({
    method: 'DELETE',
    url: '/outside-calendars/:outsideCalendarId',
    permission: 'outside_calendar:manage',
    summary: 'Take a calendar out, with the busy times read from it',
    params: outside,
    response: { 204: Type.Null() },
    handle: ({ scope, params }) => removeOutsideCalendar(scope, params.outsideCalendarId),
  }),
  publicRoute({
    method: 'POST',
    url: '/calendar-replies',
    permission: 'invitation:reply',
    summary: 'Take an answer to an invitation (RFC 5546 REPLY): the calendar object, or the mail that carries it',
    consumes: 'text/calendar',
    bodyLimit: 262_144,
    body: calendarText,
    response: { 200: ReplyView },
    handle: ({ scope, body }) => takeReply(scope, body),
  }),
  route({
    method: 'POST',
    url: '/bookings/:bookingId/answer',
    permission: 'booking:read',
    summary: 'Answer an invitation to a booking',
    params: Type.Object({ bookingId: Id }),
    body: Type.Object({ answer: OneOf(attendeeAnswers) }),
    response: { 200: ReplyView },
    handle: ({ scope, params, body }) => answerInvitation(scope, params.bookingId, body.answer),
  }),
  publicRoute({
    method: 'GET',
    url: '/resources/:resourceId/availability.ics',
    permission: 'resource:read',
    summary: 'Weekly opening hours for the reader, as availability (RFC 7953)',
    params: Type.Object({ resourceId: Id }),
    produces: 'text/calendar',
    response: { 200: Type.String() },
    handle: async ({ scope, params, reply }) => {
      reply.type('text/calendar; charset=utf-8');
      return availabilityFile(scope, params.resourceId);
    },
  }),
  route({
    method: 'POST',
    url: '/availability',
    permission: 'resource:change',
    summary: 'Read weekly opening hours out of an availability (RFC 7953), to put into a resource',
    consumes: 'text/calendar',
    bodyLimit: 262_144,
    body: calendarText,
    response: { 200: AvailabilityView },
    handle: async ({ body }) => hoursIn(body),
  }),
];
