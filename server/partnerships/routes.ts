import {
  PartnershipInput,
  PartnershipPage,
  PartnershipQuery,
  PartnershipView,
} from '@collegium/contract/partnerships.ts';
import { Id } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { route, type Route } from '../platform/http/route.ts';
import { joiningRoutes } from './joining-routes.ts';
import { partnershipPageRoutes } from './page-routes.ts';
import { changePartnership, createPartnership, searchPartnerships } from './partnerships.ts';

export const partnershipRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/partnerships',
    mayLag: true,
    permission: 'partnership:read',
    summary: 'Partnerships by name',
    query: PartnershipQuery,
    response: { 200: PartnershipPage },
    handle: ({ scope, query }) => searchPartnerships(scope, query),
  }),
  route({
    method: 'POST',
    url: '/partnerships',
    permission: 'partnership:change',
    summary: 'Found a partnership',
    body: PartnershipInput,
    response: { 201: PartnershipView },
    handle: async ({ scope, body, reply }) => {
      reply.status(201);
      return createPartnership(scope, body);
    },
  }),
  route({
    method: 'PUT',
    url: '/partnerships/:partnershipId',
    permission: 'partnership:change',
    summary: 'Change a partnership and who belongs to it',
    params: Type.Object({ partnershipId: Id }),
    needsVersion: true,
    body: PartnershipInput,
    response: { 200: PartnershipView },
    handle: ({ scope, params, version, body }) => changePartnership(scope, params.partnershipId, version, body),
  }),
  ...partnershipPageRoutes,
  ...joiningRoutes,
];
