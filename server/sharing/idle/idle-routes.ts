import { Id } from '@collegium/contract/schema.ts';
import { IdleOfferInput, IdleOfferView, IdleQuery, IdleView } from '@collegium/contract/sharing/idle.ts';
import { Type } from 'typebox';
import { route, type Route } from '../../platform/http/route.ts';
import { getIdle, offerIdle } from './idle.ts';

const params = Type.Object({ resourceId: Id });

export const idleRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/resources/:resourceId/idle',
    permission: 'resource:change',
    summary: 'What of a resource is open, held, offered and idle in some days',
    params,
    query: IdleQuery,
    response: { 200: IdleView },
    handle: ({ scope, params, query }) => getIdle(scope, params.resourceId, query),
  }),
  route({
    method: 'POST',
    url: '/resources/:resourceId/idle-offers',
    permission: 'offer:publish',
    summary: 'Turn idle hours of a resource into an offer, published at once',
    params,
    body: IdleOfferInput,
    response: { 201: IdleOfferView },
    handle: async ({ scope, params, body, reply }) => {
      reply.status(201);
      return offerIdle(scope, params.resourceId, body);
    },
  }),
];
