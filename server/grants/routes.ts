import {
  AccessPage,
  GrantList,
  OpenedLearnerPage,
  OpenedLearnerQuery,
  OwnGrantList,
} from '@collegium/contract/grants.ts';
import { Id } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { route, type Route } from '../platform/http/route.ts';
import { getGrants, getOwnAccesses, getOwnGrants, lookUnderGrant } from './grants.ts';

export const grantRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/grants',
    permission: 'grant:use',
    summary: 'Clauses that open data about learners to own organisation today',
    response: { 200: GrantList },
    handle: ({ scope }) => getGrants(scope),
  }),
  route({
    method: 'GET',
    url: '/grants/:grantId/learners',
    permission: 'grant:use',
    summary: 'Learners whom a clause opens, with the fields that it opens; the learners read who looked',
    params: Type.Object({ grantId: Id }),
    query: OpenedLearnerQuery,
    response: { 200: OpenedLearnerPage },
    handle: ({ scope, params, query }) => lookUnderGrant(scope, params.grantId, query),
  }),
  route({
    method: 'GET',
    url: '/profile/grants',
    permission: 'grant:read',
    summary: 'Who may see what about oneself, under which clause',
    response: { 200: OwnGrantList },
    handle: ({ scope }) => getOwnGrants(scope),
  }),
  route({
    method: 'GET',
    url: '/profile/accesses',
    permission: 'grant:read',
    summary: 'Who looked at one’s own data under a clause, newest first',
    query: OpenedLearnerQuery,
    response: { 200: AccessPage },
    handle: ({ scope, query }) => getOwnAccesses(scope, query),
  }),
];
