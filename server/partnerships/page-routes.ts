import {
  GoalInput,
  GroupInput,
  InterestList,
  JoinAnswer,
  JoinInput,
  PartnershipDetail,
  PartnershipPersonInput,
  SuggestionList,
} from '@collegium/contract/partnerships/views.ts';
import { Id, Reason } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { publicRoute, route, type Route } from '../platform/http/route.ts';
import { declareInterests, getInterests, suggestForOwn } from './exploring.ts';
import { answerRequest, askToJoin } from './joining.ts';
import {
  addGoal,
  addGroup,
  addPerson,
  changeGoal,
  endPartnership,
  getPartnershipDetail,
  removePerson,
} from './page.ts';

const params = Type.Object({ partnershipId: Id });

/** The page of a partnership and what is done on it, joining, and exploring. */
export const partnershipPageRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/partner-suggestions',
    permission: 'partnership:join',
    summary: 'Partners that fit own organisation, with every reason and its points',
    response: { 200: SuggestionList },
    handle: ({ scope }) => suggestForOwn(scope),
  }),
  route({
    method: 'GET',
    url: '/organisations/:organisationId/interests',
    permission: 'partnership:read',
    summary: 'What an organisation says it is strong in and looks for',
    params: Type.Object({ organisationId: Id }),
    response: { 200: InterestList },
    handle: ({ scope, params }) => getInterests(scope, params.organisationId),
  }),
  route({
    method: 'PUT',
    url: '/organisations/:organisationId/interests',
    permission: 'interest:change',
    summary: 'Declare what own organisation is strong in and looks for',
    params: Type.Object({ organisationId: Id }),
    body: InterestList,
    response: { 200: InterestList },
    handle: ({ scope, params, body }) => declareInterests(scope, params.organisationId, body.items),
  }),
  publicRoute({
    method: 'GET',
    url: '/partnerships/:partnershipId',
    permission: 'partnership:visit',
    summary: 'The page of a partnership; to others than its members what the partners chose to show',
    params,
    response: { 200: PartnershipDetail },
    handle: ({ scope, params }) => getPartnershipDetail(scope, params.partnershipId),
  }),
  route({
    method: 'POST',
    url: '/partnerships/:partnershipId/end',
    permission: 'partnership:change',
    summary: 'End a partnership today, with a reason',
    params,
    needsVersion: true,
    body: Type.Object({ reason: Reason }),
    response: { 200: PartnershipDetail },
    handle: ({ scope, params, version, body }) => endPartnership(scope, params.partnershipId, version, body.reason),
  }),
  route({
    method: 'POST',
    url: '/partnerships/:partnershipId/goals',
    permission: 'partnership:change',
    summary: 'Set a goal with its owner and date',
    params,
    body: GoalInput,
    response: { 201: PartnershipDetail },
    handle: async ({ scope, params, body, reply }) => {
      reply.status(201);
      return addGoal(scope, params.partnershipId, body);
    },
  }),
  route({
    method: 'PUT',
    url: '/partnership-goals/:goalId',
    permission: 'partnership:change',
    summary: 'Change a goal, or say that it is reached',
    params: Type.Object({ goalId: Id }),
    needsVersion: true,
    body: GoalInput,
    response: { 200: PartnershipDetail },
    handle: ({ scope, params, version, body }) => changeGoal(scope, params.goalId, version, body),
  }),
  route({
    method: 'POST',
    url: '/partnerships/:partnershipId/groups',
    permission: 'partnership:change',
    summary: 'Make a working group',
    params,
    body: GroupInput,
    response: { 201: PartnershipDetail },
    handle: async ({ scope, params, body, reply }) => {
      reply.status(201);
      return addGroup(scope, params.partnershipId, body);
    },
  }),
  route({
    method: 'POST',
    url: '/partnerships/:partnershipId/people',
    permission: 'partnership:change',
    summary: 'Name a contact or a member of a working group, of own organisation',
    params,
    body: PartnershipPersonInput,
    response: { 201: PartnershipDetail },
    handle: async ({ scope, params, body, reply }) => {
      reply.status(201);
      return addPerson(scope, params.partnershipId, body);
    },
  }),
  route({
    method: 'DELETE',
    url: '/partnerships/:partnershipId/people/:entryId',
    permission: 'partnership:change',
    summary: 'Take somebody of own organisation off the list',
    params: Type.Object({ partnershipId: Id, entryId: Id }),
    response: { 200: PartnershipDetail },
    handle: ({ scope, params }) => removePerson(scope, params.partnershipId, params.entryId),
  }),
  route({
    method: 'POST',
    url: '/partnerships/:partnershipId/requests',
    permission: 'partnership:join',
    summary: 'Ask to join for own organisation, or invite another one',
    params,
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
];
