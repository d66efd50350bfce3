import { NotificationPage } from '@collegium/contract/notifications.ts';
import { Id, pageQuery } from '@collegium/contract/schema.ts';
import { SearchQuery, SearchView } from '@collegium/contract/search.ts';
import { TodayView } from '@collegium/contract/today.ts';
import { Type } from 'typebox';
import { publicRoute, route, type Route } from '../platform/http/route.ts';
import { readAllNotifications, readNotification, readNotifications } from './notifications.ts';
import { search } from './search.ts';
import { getToday } from './today.ts';

export const conversationRoutes: readonly Route[] = [
  publicRoute({
    method: 'GET',
    url: '/search',
    permission: 'search:read',
    summary: 'What the command palette finds: what waits for the reader, offers, organisations',
    query: SearchQuery,
    response: { 200: SearchView },
    handle: ({ scope, query }) => search(scope, query.q),
  }),
  route({
    method: 'GET',
    url: '/today',
    permission: 'today:read',
    summary: 'What waits for the reader, what is due, what changed',
    response: { 200: TodayView },
    handle: ({ scope }) => getToday(scope),
  }),
  route({
    method: 'GET',
    url: '/notifications',
    permission: 'notification:read',
    summary: 'One’s own notifications, the newest first',
    query: Type.Object(pageQuery),
    response: { 200: NotificationPage },
    handle: ({ scope, query }) => readNotifications(scope, query),
  }),
  route({
    method: 'POST',
    url: '/notifications/read',
    permission: 'notification:read',
    summary: 'Tick off all of one’s notifications',
    response: { 204: Type.Null() },
    handle: ({ scope }) => readAllNotifications(scope),
  }),
  route({
    method: 'POST',
    url: '/notifications/:notificationId/read',
    permission: 'notification:read',
    summary: 'Tick off one notification',
    params: Type.Object({ notificationId: Id }),
    response: { 204: Type.Null() },
    handle: ({ scope, params }) => readNotification(scope, params.notificationId),
  }),
];
