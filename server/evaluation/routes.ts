import { EvaluationQuery, EvaluationView } from '@collegium/contract/evaluation.ts';
import { Type } from 'typebox';
import { route, type Route } from '../platform/http/route.ts';
import { evaluationCsv } from './csv.ts';
import { evaluate } from './evaluation.ts';

export const evaluationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/evaluation',
    mayLag: true,
    permission: 'evaluation:read',
    summary: 'The funnel from offer to recognised outcome, grouped; small groups are hidden',
    query: EvaluationQuery,
    response: { 200: EvaluationView },
    handle: ({ scope, query }) => evaluate(scope, query),
  }),
  route({
    method: 'GET',
    url: '/evaluation.csv',
    mayLag: true,
    permission: 'evaluation:read',
    summary: 'The same figures as CSV',
    query: EvaluationQuery,
    produces: 'text/csv',
    response: { 200: Type.String() },
    handle: async ({ scope, query, reply }) => {
      const csv = await evaluationCsv(scope, query);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="evaluation.csv"')
        .serializer(String)
        .send(csv);
    },
  }),
];
