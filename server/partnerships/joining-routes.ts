import { JoinAnswer, JoinInput, PartnershipDetail } from '@collegium/contract/partnerships/views.ts';
import { Id } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { route, type Route } from '../platform/http/route.ts';
import { answerRequest, withdrawRequest } from './answer-request.ts';
import { askToJoin } from './joining.ts';

/** Joining a partnership: applications and invitations, their answers, and taking them back. */
export const joiningRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/partnerships/:partnershipId/requests',
    permission: 'partnership:join',
    summary: 'Ask to join for own organisation, or invite another one',
    params: Type.Object({ partnershipId: Id }),
    body: JoinInput,
    response: { 201: PartnershipDetail },
    handle: async ({ scope, params, body, reply }) => {
      reply.status(201);
      return askToJoin(scope, params.partnershipId, body);
    },
  }),
  route({
    method: 'POST',
    url: '/partnership-requests/:requestId/answer',
    permission: 'partnership:join',
    summary: 'Accept or decline an application to join, or an invitation',
    params: Type.Object({ requestId: Id }),
    needsVersion: true,
    body: JoinAnswer,
    response: { 200: PartnershipDetail },
    handle: ({ scope, params, version, body }) => answerRequest(scope, params.requestId, version, body),
  }),
  route({
    method: 'POST',
    url: '/partnership-requests/:requestId/withdraw',
    permission: 'partnership:change',
    summary: 'Take back an application or an invitation that nobody has answered',
    params: Type.Object({ requestId: Id }),
    needsVersion: true,
    response: { 200: PartnershipDetail },
    handle: ({ scope, params, version }) => withdrawRequest(scope, params.requestId, version),
  }),
];
