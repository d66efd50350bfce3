import { BalanceReport, UseQuery, UseReport } from '@collegium/contract/sharing/reports.ts';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { route, type Route } from '../../platform/http/route.ts';
import { balanceCsv, reportBalance, reportUse, useCsv } from './reports.ts';

export const reportRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/sharing/use',
    mayLag: true,
    permission: 'sharing:report',
    summary: 'What was booked and used of what an organisation shares',
    query: UseQuery,
    response: { 200: UseReport },
    handle: ({ scope, query }) => reportUse(scope, query),
  }),
  route({
    method: 'GET',
    url: '/sharing/use.csv',
    mayLag: true,
    permission: 'sharing:report',
    summary: 'The same as CSV',
    query: UseQuery,
    produces: 'text/csv',
    response: { 200: Type.String() },
    handle: async ({ scope, query, reply }) => answerCsv(reply, 'use.csv', await useCsv(scope, query)),
  }),
  route({
    method: 'GET',
    url: '/sharing/balance.csv',
    mayLag: true,
    permission: 'sharing:report',
    summary: 'The balance with each partner as CSV',
    query: UseQuery,
    produces: 'text/csv',
    response: { 200: Type.String() },
    handle: async ({ scope, query, reply }) => answerCsv(reply, 'balance.csv', await balanceCsv(scope, query)),
  }),
  route({
    method: 'GET',
    url: '/sharing/balance',
    mayLag: true,
    permission: 'sharing:report',
    summary: 'Minutes given to and received from each partner, beside what was promised',
    query: UseQuery,
    response: { 200: BalanceReport },
    handle: ({ scope, query }) => reportBalance(scope, query),
  }),
];

function answerCsv(reply: FastifyReply, name: string, csv: string): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .serializer(String)
    .send(csv);
}
