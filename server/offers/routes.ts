import { OfferInput, OfferView, OfferWithdrawal } from '@collegium/contract/offers.ts';
import { Id } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { publicRoute, route, type Route } from '../platform/http/route.ts';
import { catalogueRoutes } from './catalogue-routes.ts';
import { changeOffer, createOffer, discardOffer, getOffer, publishOffer, withdrawOffer } from './offers.ts';

const params = Type.Object({ offerId: Id });

export const offerRoutes: readonly Route[] = [
  ...catalogueRoutes,
  publicRoute({
    method: 'GET',
    url: '/offers/:offerId',
    permission: 'offer:read',
    summary: 'One offer; a draft for its provider',
    params,
    response: { 200: OfferView },
    handle: ({ scope, params }) => getOffer(scope, params.offerId),
  }),
  route({
    method: 'POST',
    url: '/offers',
    permission: 'offer:create',
    summary: 'Make a draft of an offer',
    body: OfferInput,
    response: { 201: OfferView },
    handle: async ({ scope, body, reply }) => {
      reply.status(201);
      return createOffer(scope, body);
    },
  }),
  route({
    method: 'PUT',
    url: '/offers/:offerId',
    permission: 'offer:change',
    summary: 'Change a draft or a published offer',
    params,
    needsVersion: true,
    body: OfferInput,
    response: { 200: OfferView },
    handle: ({ scope, params, version, body }) => changeOffer(scope, params.offerId, version, body),
  }),
  route({
    method: 'DELETE',
    url: '/offers/:offerId',
    permission: 'offer:change',
    summary: 'Discard a draft',
    params,
    needsVersion: true,
    response: { 204: Type.Null() },
    handle: ({ scope, params, version }) => discardOffer(scope, params.offerId, version),
  }),
  route({
    method: 'POST',
    url: '/offers/:offerId/publish',
    permission: 'offer:publish',
    summary: 'Publish a draft',
    params,
    needsVersion: true,
    response: { 200: OfferView },
    handle: ({ scope, params, version }) => publishOffer(scope, params.offerId, version),
  }),
  route({
    method: 'POST',
    url: '/offers/:offerId/withdraw',
    permission: 'offer:withdraw',
    summary: 'Withdraw a published offer, with a reason',
    params,
    needsVersion: true,
    body: OfferWithdrawal,
    response: { 200: OfferView },
    handle: ({ scope, params, version, body }) => withdrawOffer(scope, params.offerId, version, body.reason),
  }),
];
