import { Id } from '@collegium/contract/schema.ts';
import {
  ResourceFacetQuery,
  ResourceFacets,
  ResourceInput,
  ResourceMove,
  ResourcePage,
  ResourceQuery,
  ResourceView,
} from '@collegium/contract/sharing/resources.ts';
import { Type } from 'typebox';
import { publicRoute, route, type Route } from '../platform/http/route.ts';
import { countResources, listResources } from './catalogue.ts';
import { moveResource } from './move-resource.ts';
import { changeResource, createResource, getResource } from './resources.ts';

const params = Type.Object({ resourceId: Id });

export const resourceRoutes: readonly Route[] = [
  publicRoute({
    method: 'GET',
    url: '/resources',
    permission: 'resource:read',
    summary: 'What is shared in the network, by words and filters, and free when it is needed',
    query: ResourceQuery,
    response: { 200: ResourcePage },
    handle: ({ scope, query }) => listResources(scope, query),
  }),
  publicRoute({
    method: 'GET',
    url: '/resources/facets',
    permission: 'resource:read',
    summary: 'How many resources each filter leaves',
    query: ResourceFacetQuery,
    response: { 200: ResourceFacets },
    handle: ({ scope, query }) => countResources(scope, query),
  }),
  publicRoute({
    method: 'GET',
    url: '/resources/:resourceId',
    permission: 'resource:read',
    summary: 'One resource with its hours, rules and what is needed to book it',
    params,
    response: { 200: ResourceView },
    handle: ({ scope, params }) => getResource(scope, params.resourceId),
  }),
  route({
    method: 'POST',
    url: '/resources',
    permission: 'resource:create',
    summary: 'Share something',
    body: ResourceInput,
    response: { 201: ResourceView },
    handle: async ({ scope, body, reply }) => {
      reply.status(201);
      return createResource(scope, body);
    },
  }),
  route({
    method: 'PUT',
    url: '/resources/:resourceId',
    permission: 'resource:change',
    summary: 'Change a resource, its hours and its rules',
    params,
    needsVersion: true,
    body: ResourceInput,
    response: { 200: ResourceView },
    handle: ({ scope, params, version, body }) => changeResource(scope, params.resourceId, version, body),
  }),
  route({
    method: 'POST',
    url: '/resources/:resourceId/state',
    permission: 'resource:change',
    summary: 'Take out for maintenance, put back, retire or merge into another',
    params,
    needsVersion: true,
    body: ResourceMove,
    response: { 200: ResourceView },
    handle: ({ scope, params, version, body }) => moveResource(scope, params.resourceId, version, body),
  }),
];
