import {
  AssessmentInput,
  CountersignInput,
  OutcomePage,
  OutcomeQuery,
  OutcomeView,
  RecognitionInput,
  RefusalInput,
} from '@collegium/contract/outcomes.ts';
import { Id } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { route, type Route } from '../platform/http/route.ts';
import { assessParticipation, changeAssessment } from './assess.ts';
import { countersignOutcome, recogniseOutcome, refuseOutcome } from './conclude.ts';
import { getOutcome, searchOutcomes } from './outcomes.ts';

const params = Type.Object({ outcomeId: Id });

export const outcomeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/outcomes',
    permission: 'outcome:read',
    summary: 'Outcomes: own, and those at one’s organisation as home or provider',
    query: OutcomeQuery,
    response: { 200: OutcomePage },
    handle: ({ scope, query }) => searchOutcomes(scope, query),
  }),
  route({
    method: 'GET',
    url: '/outcomes/:outcomeId',
    permission: 'outcome:read',
    summary: 'One outcome with the goals it was assessed against',
    params,
    response: { 200: OutcomeView },
    handle: ({ scope, params }) => getOutcome(scope, params.outcomeId),
  }),
  route({
    method: 'POST',
    url: '/participations/:participationId/outcome',
    permission: 'outcome:assess',
    summary: 'Assess a participation against every goal of its plan',
    params: Type.Object({ participationId: Id }),
    body: AssessmentInput,
    response: { 201: OutcomeView },
    handle: async ({ scope, params, body, reply }) => {
      reply.status(201);
      return assessParticipation(scope, params.participationId, body);
    },
  }),
  route({
    method: 'PUT',
    url: '/outcomes/:outcomeId',
    permission: 'outcome:assess',
    summary: 'Change an assessment that is not countersigned',
    params,
    needsVersion: true,
    body: AssessmentInput,
    response: { 200: OutcomeView },
    handle: ({ scope, params, version, body }) => changeAssessment(scope, params.outcomeId, version, body),
  }),
  route({
    method: 'POST',
    url: '/outcomes/:outcomeId/countersignature',
    permission: 'outcome:countersign',
    summary: 'Countersign the assessment in own words',
    params,
    needsVersion: true,
    body: CountersignInput,
    response: { 200: OutcomeView },
    handle: ({ scope, params, version, body }) => countersignOutcome(scope, params.outcomeId, version, body),
  }),
  route({
    method: 'POST',
    url: '/outcomes/:outcomeId/recognition',
    permission: 'outcome:recognise',
    summary: 'Recognise the outcome at home, with credits and perhaps a grade and its scale',
    params,
    body: RecognitionInput,
    response: { 200: OutcomeView },
    handle: ({ scope, params, body }) => recogniseOutcome(scope, params.outcomeId, body),
  }),
  route({
    method: 'POST',
    url: '/outcomes/:outcomeId/refusal',
    permission: 'outcome:recognise',
    summary: 'Refuse recognition, with a reason that the learner and the provider read',
    params,
    body: RefusalInput,
    response: { 200: OutcomeView },
    handle: ({ scope, params, body }) => refuseOutcome(scope, params.outcomeId, body.reason.trim()),
  }),
];
