import { AuditPage, AuditQuery } from '@collegium/contract/audit.ts';
import { route, type Route } from '../http/route.ts';
import { searchEvents } from './audit.ts';

export const auditRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/audit',
    mayLag: true,
    permission: 'audit:read',
    summary: 'What was changed, by whom, on whose behalf, when and why; the latest first',
    query: AuditQuery,
    response: { 200: AuditPage },
    handle: ({ scope, query }) => searchEvents(scope, query),
  }),
];
