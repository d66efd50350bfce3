import { ImportPage, ImportQuery, ImportView } from '@collegium/contract/import-views.ts';
import { Id } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { route, type Route } from '../platform/http/route.ts';
import { getImport, searchImports } from './history.ts';

export const importRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/imports',
    permission: 'import:read',
    summary: 'Files that were read into the network, the latest first',
    query: ImportQuery,
    response: { 200: ImportPage },
    handle: ({ scope, query }) => searchImports(scope, query),
  }),
  route({
    method: 'GET',
    url: '/imports/:importId',
    permission: 'import:read',
    summary: 'One import, with what was wrong with its rows',
    params: Type.Object({ importId: Id }),
    response: { 200: ImportView },
    handle: ({ scope, params }) => getImport(scope, params.importId),
  }),
];
