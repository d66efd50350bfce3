import {
  GoalInput,
  GroupInput,
  InterestList,
  PartnershipDetail,
  PartnershipPersonChange,
  PartnershipPersonInput,
  SuggestionList,
} from '@collegium/contract/partnerships/views.ts';
import { Id, Reason } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { publicRoute, route, type Route } from '../platform/http/route.ts';
import { declareInterests, getInterests, suggestForOwn } from './exploring.ts';
import { addGoal, changeGoal, removeGoal } from './goals.ts';
import { addGroup, changeGroup, removeGroup } from './groups.ts';
import { endPartnership, getPartnershipDetail } from './page.ts';
import { addPerson, changePerson, removePerson } from './people.ts';

const params = Type.Object({ partnershipId: Id });

/** The page of a partnership and what is done on it, and exploring. */
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
    method: 'DELETE',
    url: '/partnership-goals/:goalId',
    permission: 'partnership:change',
    summary: 'Take a goal off the page',
    params: Type.Object({ goalId: Id }),
    needsVersion: true,
    response: { 200: PartnershipDetail },
    handle: ({ scope, params, version }) => removeGoal(scope, params.goalId, version),
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
    method: 'PUT',
    url: '/partnership-groups/:groupId',
    permission: 'partnership:change',
    summary: 'Rename a working group, or say anew what it is for',
    params: Type.Object({ groupId: Id }),
    needsVersion: true,
    body: GroupInput,
    response: { 200: PartnershipDetail },
    handle: ({ scope, params, version, body }) => changeGroup(scope, params.groupId, version, body),
  }),
  route({
    method: 'DELETE',
    url: '/partnership-groups/:groupId',
    permission: 'partnership:change',
    summary: 'Dissolve a working group',
    params: Type.Object({ groupId: Id }),
    needsVersion: true,
    response: { 200: PartnershipDetail },
    handle: ({ scope, params, version }) => removeGroup(scope, params.groupId, version),
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
    method: 'PUT',
    url: '/partnerships/:partnershipId/people/:entryId',
    permission: 'partnership:change',
    summary: 'Say anew what somebody of own organisation does there',
    params: Type.Object({ partnershipId: Id, entryId: Id }),
    body: PartnershipPersonChange,
    response: { 200: PartnershipDetail },
    handle: ({ scope, params, body }) => changePerson(scope, params.partnershipId, params.entryId, body.function),
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
];
