import {
  AgreementCommitments,
  CommitmentDetail,
  ContributionInput,
  ContributionView,
  DisputeAnswer,
  DisputeInput,
  DisputeView,
  EntryPage,
  EntryQuery,
  HealthPage,
  HealthQuery,
} from '@collegium/contract/commitments/views.ts';
import { Id, Reason } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { route, type Route } from '../platform/http/route.ts';
import { getCommitment, listAgreementHealth, listCommitments, listFigureRows } from './commitments.ts';
import { countersignContribution, recordContribution, withdrawContribution } from './contributions.ts';
import { answerDispute, raiseDispute, withdrawDispute } from './disputes.ts';

const commitment = Type.Object({ commitmentId: Id });
const contribution = Type.Object({ contributionId: Id });
const dispute = Type.Object({ disputeId: Id });

export const commitmentRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/agreement-health',
    permission: 'agreement:read',
    summary: 'Agreements of own organisation by how well they are kept, the least kept first',
    query: HealthQuery,
    response: { 200: HealthPage },
    handle: ({ scope, query }) => listAgreementHealth(scope, query),
  }),
  route({
    method: 'GET',
    url: '/agreements/:agreementId/commitments',
    permission: 'agreement:read',
    summary: 'What an agreement promises and what was delivered, its health, and who gave and took',
    params: Type.Object({ agreementId: Id }),
    response: { 200: AgreementCommitments },
    handle: ({ scope, params }) => listCommitments(scope, params.agreementId),
  }),
  route({
    method: 'GET',
    url: '/commitments/:commitmentId',
    permission: 'agreement:read',
    summary: 'One promise with its figures, records and disputes',
    params: commitment,
    response: { 200: CommitmentDetail },
    handle: ({ scope, params }) => getCommitment(scope, params.commitmentId),
  }),
  route({
    method: 'GET',
    url: '/commitments/:commitmentId/rows',
    permission: 'agreement:read',
    summary: 'The rows behind a figure, newest first',
    params: commitment,
    query: EntryQuery,
    response: { 200: EntryPage },
    handle: ({ scope, params, query }) => listFigureRows(scope, params.commitmentId, query),
  }),
  route({
    method: 'POST',
    url: '/commitments/:commitmentId/contributions',
    permission: 'commitment:record',
    summary: 'Record what was given: money, kind, hours, a report, a meeting, or what people attest',
    params: commitment,
    body: ContributionInput,
    response: { 201: ContributionView },
    handle: async ({ scope, params, body, reply }) => {
      reply.status(201);
      return recordContribution(scope, params.commitmentId, body);
    },
  }),
  route({
    method: 'POST',
    url: '/contributions/:contributionId/countersign',
    permission: 'commitment:dispute',
    summary: 'Confirm what the other side recorded',
    params: contribution,
    needsVersion: true,
    response: { 200: ContributionView },
    handle: ({ scope, params, version }) => countersignContribution(scope, params.contributionId, version),
  }),
  route({
    method: 'POST',
    url: '/contributions/:contributionId/withdraw',
    permission: 'commitment:record',
    summary: 'Take a record back, with a reason',
    params: contribution,
    needsVersion: true,
    body: Type.Object({ reason: Reason }),
    response: { 200: ContributionView },
    handle: ({ scope, params, version, body }) =>
      withdrawContribution(scope, params.contributionId, version, body.reason),
  }),
  route({
    method: 'POST',
    url: '/commitments/:commitmentId/disputes',
    permission: 'commitment:dispute',
    summary: 'Say that a figure, or a row behind it, is wrong',
    params: commitment,
    body: DisputeInput,
    response: { 201: DisputeView },
    handle: async ({ scope, params, body, reply }) => {
      reply.status(201);
      return raiseDispute(scope, params.commitmentId, body);
    },
  }),
  route({
    method: 'POST',
    url: '/disputes/:disputeId/answer',
    permission: 'commitment:dispute',
    summary: 'Accept or decline what the other side disputes',
    params: dispute,
    needsVersion: true,
    body: DisputeAnswer,
    response: { 200: DisputeView },
    handle: ({ scope, params, version, body }) => answerDispute(scope, params.disputeId, version, body),
  }),
  route({
    method: 'POST',
    url: '/disputes/:disputeId/withdraw',
    permission: 'commitment:dispute',
    summary: 'Take a dispute back',
    params: dispute,
    needsVersion: true,
    response: { 200: DisputeView },
    handle: ({ scope, params, version }) => withdrawDispute(scope, params.disputeId, version),
  }),
];
