import { Id, OneOf } from '@collegium/contract/schema.ts';
import {
  ResourceFacetQuery,
  ResourceFacets,
  ResourceInput,
  ResourceMove,
  ResourcePage,
  ResourcePlaces,
  ResourceQuery,
  ResourceView,
  UsedResources,
} from '@collegium/contract/sharing/resources.ts';
import { fileUses } from '@collegium/contract/sharing/terms.ts';
import { Type } from 'typebox';
import { answerWithFile } from '../../platform/files/answer.ts';
import { publicRoute, route, type Route } from '../../platform/http/route.ts';
import { countResources, listResources } from './catalogue.ts';
import { listPlaces } from './list-places.ts';
import { moveResource } from './move-resource.ts';
import { addResourceFile, getResourceFile, removeResourceFile } from './resource-files.ts';
import { changeResource, createResource, getResource } from './resources.ts';
import { listUsedBy } from './serve-offers.ts';

const params = Type.Object({ resourceId: Id });
const offerParams = Type.Object({ offerId: Id });
const fileParams = Type.Object({ resourceId: Id, fileId: Id });

export const resourceRoutes: readonly Route[] = [
  publicRoute({
    method: 'GET',
    url: '/resources',
    mayLag: true,
    permission: 'resource:read',
    summary: 'What is shared in the network, by words and filters, and free when it is needed',
    query: ResourceQuery,
    response: { 200: ResourcePage },
    handle: ({ scope, query }) => listResources(scope, query),
  }),
  publicRoute({
    method: 'GET',
    url: '/resources/facets',
    mayLag: true,
    permission: 'resource:read',
    summary: 'How many resources each filter leaves',
    query: ResourceFacetQuery,
    response: { 200: ResourceFacets },
    handle: ({ scope, query }) => countResources(scope, query),
  }),
  publicRoute({
    method: 'GET',
    url: '/resources/places',
    mayLag: true,
    permission: 'resource:read',
    summary: 'Places at which something is shared, to look for a time near one of them',
    response: { 200: ResourcePlaces },
    handle: ({ scope }) => listPlaces(scope),
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
  publicRoute({
    method: 'GET',
    url: '/offers/:offerId/resources',
    mayLag: true,
    permission: 'resource:read',
    summary: 'What an offer uses',
    params: offerParams,
    response: { 200: UsedResources },
    handle: ({ scope, params }) => listUsedBy(scope, params.offerId),
  }),
  publicRoute({
    method: 'GET',
    url: '/resources/:resourceId/files/:fileId',
    permission: 'resource:read',
    summary: 'A photograph or document of a resource',
    params: fileParams,
    produces: 'application/octet-stream',
    response: { 200: Type.Any({ description: 'The bytes, as a download' }) },
    handle: async ({ scope, params, reply }) =>
      answerWithFile(reply, scope.config, await getResourceFile(scope, params.resourceId, params.fileId)),
  }),
  route({
    method: 'PUT',
    url: '/resources/:resourceId/files/:fileId',
    permission: 'resource:change',
    summary: 'Show an uploaded file with a resource',
    params: fileParams,
    body: Type.Object({ shownAs: OneOf(fileUses) }),
    response: { 200: ResourceView },
    handle: ({ scope, params, body }) => addResourceFile(scope, params.resourceId, params.fileId, body.shownAs),
  }),
  route({
    method: 'DELETE',
    url: '/resources/:resourceId/files/:fileId',
    permission: 'resource:change',
    summary: 'Take a file off a resource',
    params: fileParams,
    response: { 200: ResourceView },
    handle: ({ scope, params }) => removeResourceFile(scope, params.resourceId, params.fileId),
  }),
];
