import {
  OrganisationInput,
  OrganisationPage,
  OrganisationQuery,
  OrganisationView,
  UnitInput,
} from '@collegium/contract/organisations.ts';
import { Id, Reason } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { publicRoute, route, type Route } from '../platform/http/route.ts';
import { archiveOrganisation } from './archive.ts';
import { changeOrganisation, createOrganisation, getOrganisation, searchOrganisations } from './organisations.ts';
import { addUnit, archiveUnit } from './units.ts';

const params = Type.Object({ organisationId: Id });

export const organisationRoutes: readonly Route[] = [
  publicRoute({
    method: 'GET',
    url: '/organisations',
    mayLag: true,
    permission: 'organisation:read',
    summary: 'Find organisations by words, kind and country',
    query: OrganisationQuery,
    response: { 200: OrganisationPage },
    handle: ({ scope, query }) => searchOrganisations(scope, query),
  }),
  publicRoute({
    method: 'GET',
    url: '/organisations/:organisationId',
    permission: 'organisation:read',
    summary: 'One organisation with its units',
    params,
    response: { 200: OrganisationView },
    handle: ({ scope, params }) => getOrganisation(scope, params.organisationId),
  }),
  route({
    method: 'POST',
    url: '/organisations',
    permission: 'organisation:create',
    summary: 'Add an organisation to the register',
    body: OrganisationInput,
    response: { 201: OrganisationView },
    handle: async ({ scope, body, reply }) => {
      reply.status(201);
      return createOrganisation(scope, body);
    },
  }),
  route({
    method: 'PUT',
    url: '/organisations/:organisationId',
    permission: 'organisation:change',
    summary: 'Change what is recorded of an organisation',
    params,
    needsVersion: true,
    body: OrganisationInput,
    response: { 200: OrganisationView },
    handle: ({ scope, params, version, body }) => changeOrganisation(scope, params.organisationId, version, body),
  }),
  route({
    method: 'POST',
    url: '/organisations/:organisationId/archive',
    permission: 'organisation:archive',
    summary: 'Take an organisation out of the register’s lists, with a reason',
    params,
    needsVersion: true,
    body: Type.Object({ reason: Reason }),
    response: { 200: OrganisationView },
    handle: ({ scope, params, version, body }) =>
      archiveOrganisation(scope, params.organisationId, version, body.reason),
  }),
  route({
    method: 'POST',
    url: '/organisations/:organisationId/units',
    permission: 'organisation:change',
    summary: 'Add a unit: faculty, department, plant',
    params,
    body: UnitInput,
    response: { 201: OrganisationView },
    handle: async ({ scope, params, body, reply }) => {
      reply.status(201);
      return addUnit(scope, params.organisationId, body);
    },
  }),
  route({
    method: 'DELETE',
    url: '/organisations/:organisationId/units/:unitId',
    permission: 'organisation:change',
    summary: 'Take a unit out of use',
    params: Type.Object({ organisationId: Id, unitId: Id }),
    response: { 200: OrganisationView },
    handle: ({ scope, params }) => archiveUnit(scope, params.organisationId, params.unitId),
  }),
];
