import { OfferInput, OfferView, OfferWithdrawal } from '@collegium/contract/offers.ts';
import { Id } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { publicRoute, route, type Route } from '../platform/http/route.ts';
import { answerWithFile } from '../platform/files/answer.ts';
import { attachFile, detachFile, getAttachment } from './attachments.ts';
import { catalogueRoutes } from './catalogue-routes.ts';
import { changeOffer, createOffer, discardOffer, getOffer, publishOffer, withdrawOffer } from './offers.ts';

const params = Type.Object({ offerId: Id });
const attachmentParams = Type.Object({ offerId: Id, fileId: Id });

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
  publicRoute({
    method: 'GET',
    url: '/offers/:offerId/attachments/:fileId',
    permission: 'offer:read',
    summary: 'Download a file shown with an offer',
    params: attachmentParams,
    produces: 'application/octet-stream',
    response: { 200: Type.Any({ description: 'The bytes, as a download' }) },
    handle: async ({ scope, params, reply }) =>
      answerWithFile(reply, scope.config, await getAttachment(scope, params.offerId, params.fileId)),
  }),
  route({
    method: 'PUT',
    url: '/offers/:offerId/attachments/:fileId',
    permission: 'offer:change',
    summary: 'Show an uploaded file with an offer',
    params: attachmentParams,
    response: { 200: OfferView },
    handle: ({ scope, params }) => attachFile(scope, params.offerId, params.fileId),
  }),
  route({
    method: 'DELETE',
    url: '/offers/:offerId/attachments/:fileId',
    permission: 'offer:change',
    summary: 'Take a file off an offer',
    params: attachmentParams,
    response: { 200: OfferView },
    handle: ({ scope, params }) => detachFile(scope, params.offerId, params.fileId),
  }),
];
