import {
  AgreementInput,
  GuestInput,
  InvitablePage,
  InvitableQuery,
  NextVersionInput,
  ReasonInput,
  ResponsibleInput,
} from '@collegium/contract/agreements/input.ts';
import { HistoryPage, HistoryQuery } from '@collegium/contract/agreements/register.ts';
import { DecisionInput, ReviewChainInput } from '@collegium/contract/agreements/review.ts';
import { RunningPage } from '@collegium/contract/agreements/running.ts';
import { AgreementMoved, AgreementView, VersionText } from '@collegium/contract/agreements/views.ts';
import { Id, pageQuery } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { route, type Route } from '../platform/http/route.ts';
import { abandonNegotiation } from './abandon.ts';
import { createAgreement } from './create-agreement.ts';
import { decideVersion } from './decide.ts';
import { draftRoutes } from './draft-routes.ts';
import { getAgreement, getVersion } from './get-agreement.ts';
import { inviteGuest, removeGuest } from './guests.ts';
import { listHistory } from './history.ts';
import { listInvitable } from './invitable.ts';
import { lifeRoutes } from './life-routes.ts';
import { startVersion } from './next-version.ts';
import { handOver, setReviewChain } from './party-settings.ts';
import { registerRoutes } from './register-routes.ts';
import { listRunning } from './running.ts';
import { templateRoutes } from './template-routes.ts';

const params = Type.Object({ agreementId: Id });
const versionParams = Type.Object({ agreementId: Id, versionNumber: Type.Integer({ minimum: 1, maximum: 10_000 }) });
const personParams = Type.Object({ agreementId: Id, personId: Id });

export const agreementRoutes: readonly Route[] = [
  ...registerRoutes,
  ...templateRoutes,
  ...draftRoutes,
  ...lifeRoutes,
  route({
    method: 'POST',
    url: '/agreements',
    permission: 'agreement:create',
    summary: 'Begin an agreement from a template',
    body: AgreementInput,
    response: { 201: AgreementMoved },
    handle: async ({ scope, body, reply }) => {
      reply.status(201);
      return createAgreement(scope, body);
    },
  }),
  route({
    method: 'GET',
    url: '/agreements/:agreementId',
    permission: 'agreement:read',
    summary: 'One agreement: what is in force, what is negotiated, parties, review, requests',
    params,
    response: { 200: AgreementView },
    handle: ({ scope, params }) => getAgreement(scope, params.agreementId),
  }),
  route({
    method: 'GET',
    url: '/agreements/:agreementId/versions/:versionNumber',
    permission: 'agreement:read',
    summary: 'The text of one version',
    params: versionParams,
    response: { 200: VersionText },
    handle: ({ scope, params }) => getVersion(scope, params.agreementId, params.versionNumber),
  }),
  route({
    method: 'GET',
    url: '/agreements/:agreementId/history',
    permission: 'agreement:read',
    summary: 'Everything that happened to the agreement, latest first',
    params,
    query: HistoryQuery,
    response: { 200: HistoryPage },
    handle: ({ scope, params, query }) => listHistory(scope, params.agreementId, query),
  }),
  route({
    method: 'GET',
    url: '/agreements/:agreementId/running',
    permission: 'agreement:read',
    summary: 'Participations that run under the agreement, and stay when it ends',
    params,
    query: Type.Object(pageQuery),
    response: { 200: RunningPage },
    handle: ({ scope, params, query }) => listRunning(scope, params.agreementId, query),
  }),
  route({
    method: 'POST',
    url: '/agreements/:agreementId/versions',
    permission: 'agreement:change',
    summary: 'Start the next version; what is in force stays in force',
    params,
    body: NextVersionInput,
    response: { 201: AgreementMoved },
    handle: async ({ scope, params, body, reply }) => {
      reply.status(201);
      return startVersion(scope, params.agreementId, body.basedOn);
    },
  }),
  route({
    method: 'POST',
    url: '/agreements/:agreementId/versions/:versionNumber/decisions',
    permission: 'agreement:approve',
    summary: 'Approve a step of one’s review, or ask for a change with a reason',
    params: versionParams,
    body: DecisionInput,
    response: { 200: AgreementMoved },
    handle: ({ scope, params, body }) => decideVersion(scope, params.agreementId, params.versionNumber, body),
  }),
  route({
    method: 'POST',
    url: '/agreements/:agreementId/abandonment',
    permission: 'agreement:change',
    summary: 'Abandon the negotiation; reverts to the version in force when there is one',
    params,
    body: ReasonInput,
    response: { 200: AgreementMoved },
    handle: ({ scope, params, body }) => abandonNegotiation(scope, params.agreementId, body.reason.trim()),
  }),
  route({
    method: 'PUT',
    url: '/agreements/:agreementId/review-chain',
    permission: 'agreement:change',
    summary: 'Say by which steps one’s own organisation reviews, and who decides them',
    params,
    body: ReviewChainInput,
    response: { 200: AgreementMoved },
    handle: ({ scope, params, body }) => setReviewChain(scope, params.agreementId, body),
  }),
  route({
    method: 'PUT',
    url: '/agreements/:agreementId/responsible',
    permission: 'agreement:change',
    summary: 'Hand over who is responsible in one’s own organisation',
    params,
    body: ResponsibleInput,
    response: { 200: AgreementMoved },
    handle: ({ scope, params, body }) => handOver(scope, params.agreementId, body),
  }),
  route({
    method: 'GET',
    url: '/agreements/:agreementId/invitable',
    permission: 'agreement:change',
    summary: 'People of a party who may be invited to the negotiation, found by name',
    params,
    query: InvitableQuery,
    response: { 200: InvitablePage },
    handle: ({ scope, params, query }) => listInvitable(scope, params.agreementId, query),
  }),
  route({
    method: 'POST',
    url: '/agreements/:agreementId/guests',
    permission: 'agreement:change',
    summary: 'Invite somebody to edit or to comment',
    params,
    body: GuestInput,
    response: { 204: Type.Null() },
    handle: ({ scope, params, body }) => inviteGuest(scope, params.agreementId, body),
  }),
  route({
    method: 'DELETE',
    url: '/agreements/:agreementId/guests/:personId',
    permission: 'agreement:change',
    summary: 'End somebody’s invitation',
    params: personParams,
    response: { 204: Type.Null() },
    handle: ({ scope, params }) => removeGuest(scope, params.agreementId, params.personId),
  }),
];
