import { OrganisationView } from '@collegium/contract/organisations.ts';
import { Id, Reason } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { route, type Route } from '../platform/http/route.ts';
import { mergeOrganisation } from './merge.ts';

export const mergerRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/organisations/:organisationId/merge',
    permission: 'organisation:merge',
    summary: 'Merge an organisation into another, which takes its place in everything that goes on',
    params: Type.Object({ organisationId: Id }),
    needsVersion: true,
    body: Type.Object({ intoId: Id, reason: Reason }),
    response: { 200: OrganisationView },
    handle: ({ scope, params, version, body }) => mergeOrganisation(scope, params.organisationId, version, body),
  }),
];
