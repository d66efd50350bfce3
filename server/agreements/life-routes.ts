import { LifeAnswerInput, LifeRequestInput } from '@collegium/contract/agreements/requests.ts';
import { ReasonInput } from '@collegium/contract/agreements/input.ts';
import { AgreementMoved } from '@collegium/contract/agreements/views.ts';
import { Id } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { readSignInToken } from '../platform/auth/sign-in-token.ts';
import { route, type Route } from '../platform/http/route.ts';
import { answerRequest, recallRequest } from './answer-request.ts';
import { askFor } from './ask-for.ts';

const params = Type.Object({ agreementId: Id });
const requestParams = Type.Object({ agreementId: Id, requestId: Id });

/** What happens to an agreement in force without a new version. */
export const lifeRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/agreements/:agreementId/requests',
    permission: 'agreement:decide',
    summary: 'Ask for renewal, accession, withdrawal, suspension, resumption or termination, or give notice',
    params,
    body: LifeRequestInput,
    response: { 201: Type.Object({ id: Id }) },
    handle: async ({ scope, params, body, reply }) => {
      reply.status(201);
      return askFor(scope, params.agreementId, body);
    },
  }),
  route({
    method: 'POST',
    url: '/agreements/:agreementId/requests/:requestId/answers',
    permission: 'agreement:decide',
    summary: 'Agree to a request, or refuse it with a reason; whoever joins signs, within five minutes of signing in',
    params: requestParams,
    body: LifeAnswerInput,
    response: { 200: AgreementMoved },
    handle: ({ scope, params, body, request }) => {
      const signInToken = readSignInToken(request.headers.cookie, scope.config.secret);
      return answerRequest(scope, params.agreementId, params.requestId, { ...body, signInToken });
    },
  }),
  route({
    method: 'POST',
    url: '/agreements/:agreementId/requests/:requestId/recall',
    permission: 'agreement:decide',
    summary: 'Take back what one’s own organisation asked for',
    params: requestParams,
    body: ReasonInput,
    response: { 204: Type.Null() },
    handle: ({ scope, params, body }) => recallRequest(scope, params.agreementId, params.requestId, body.reason.trim()),
  }),
];
