import {
  AgreementPage,
  LastDayList,
  LastDaysQuery,
  RegisterExportQuery,
  RegisterQuery,
} from '@collegium/contract/agreements/register.ts';
import { Type } from 'typebox';
import { publicRoute, route, type Route } from '../platform/http/route.ts';
import { calendarAddress, serveCalendar } from './calendar.ts';
import { listLastDays } from './last-days.ts';
import { registerCsv, searchAgreements } from './register.ts';

/** The register of agreements: as a page, as CSV, as a calendar. */
export const registerRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/agreements',
    mayLag: true,
    permission: 'agreement:read',
    summary: 'Agreements that one may read, newest first',
    query: RegisterQuery,
    response: { 200: AgreementPage },
    handle: ({ scope, query }) => searchAgreements(scope, query),
  }),
  route({
    method: 'GET',
    url: '/agreements.csv',
    mayLag: true,
    permission: 'agreement:read',
    summary: 'The same as CSV',
    query: RegisterExportQuery,
    produces: 'text/csv',
    response: { 200: Type.String() },
    handle: async ({ scope, query, reply }) => {
      const csv = await registerCsv(scope, query);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="agreements.csv"')
        .serializer(String)
        .send(csv);
    },
  }),
  route({
    method: 'GET',
    url: '/agreement-last-days',
    mayLag: true,
    permission: 'agreement:read',
    summary: 'The days on which agreements end or notice can last be given, between two days',
    query: LastDaysQuery,
    response: { 200: LastDayList },
    handle: ({ scope, query }) => listLastDays(scope, query),
  }),
  route({
    method: 'GET',
    url: '/agreement-calendars',
    permission: 'agreement:read',
    summary: 'The secret address of one’s calendar of last days',
    response: { 200: Type.Object({ address: Type.String() }) },
    handle: async ({ scope }) => calendarAddress(scope),
  }),
  publicRoute({
    method: 'GET',
    url: '/agreement-calendars/:calendarToken.ics',
    permission: 'agreement:subscribe',
    summary: 'Last days of agreements as a calendar (iCalendar), by its secret address',
    params: Type.Object({ calendarToken: Type.String({ minLength: 10, maxLength: 200 }) }),
    produces: 'text/calendar',
    response: { 200: Type.String() },
    handle: ({ scope, params, reply }) => serveCalendar(scope, params.calendarToken, reply),
  }),
];
