import {
  InvitationInput,
  PersonPage,
  PersonQuery,
  ProfileInput,
  ProfileView,
  SampleAccounts,
} from '@collegium/contract/people.ts';
import { Id } from '@collegium/contract/schema.ts';
import { SessionView } from '@collegium/contract/session.ts';
import { Type } from 'typebox';
import { publicRoute, route, type Route } from '../platform/http/route.ts';
import { endMembership, invite, searchMembers } from './members.ts';
import { changeProfile, getProfile } from './profile.ts';
import { getSampleAccounts, signInAsSample } from './sample-accounts.ts';
import { actOnBehalfOf, readSession } from './session.ts';

export const peopleRoutes: readonly Route[] = [
  publicRoute({
    method: 'GET',
    url: '/session',
    permission: 'session:read',
    summary: 'Who is signed in, on behalf of whom, and what the role may do',
    response: { 200: SessionView },
    handle: ({ scope }) => readSession(scope),
  }),
  route({
    method: 'POST',
    url: '/session/acting-as',
    permission: 'session:act_as',
    summary: 'Act on behalf of another of one’s memberships',
    body: Type.Object({ membershipId: Id }),
    response: { 204: Type.Null() },
    handle: ({ scope, body }) => actOnBehalfOf(scope, body.membershipId),
  }),
  publicRoute({
    method: 'GET',
    url: '/sample-accounts',
    permission: 'account:sample_sign_in',
    summary: 'The fictitious people whom anybody may be in the sample network',
    response: { 200: SampleAccounts },
    handle: ({ scope }) => getSampleAccounts(scope),
  }),
  publicRoute({
    method: 'POST',
    url: '/sample-accounts/:personId/sign-in',
    permission: 'account:sample_sign_in',
    summary: 'Sign in as a fictitious person of the sample network',
    params: Type.Object({ personId: Id }),
    response: { 204: Type.Null() },
    handle: async ({ scope, params, request, reply }) => {
      reply.header('set-cookie', await signInAsSample(scope, params.personId, request.headers['user-agent']));
    },
  }),
  route({
    method: 'GET',
    url: '/profile',
    permission: 'profile:change',
    summary: 'One’s own profile',
    response: { 200: ProfileView },
    handle: ({ scope }) => getProfile(scope),
  }),
  route({
    method: 'PUT',
    url: '/profile',
    permission: 'profile:change',
    summary: 'Change one’s own profile',
    needsVersion: true,
    body: ProfileInput,
    response: { 200: ProfileView },
    handle: ({ scope, version, body }) => changeProfile(scope, version, body),
  }),
  route({
    method: 'GET',
    url: '/people',
    mayLag: true,
    permission: 'person:read',
    summary: 'Current members, by name',
    query: PersonQuery,
    response: { 200: PersonPage },
    handle: ({ scope, query }) => searchMembers(scope, query),
  }),
  route({
    method: 'POST',
    url: '/organisations/:organisationId/invitations',
    permission: 'person:invite',
    summary: 'Make somebody a member of an organisation',
    params: Type.Object({ organisationId: Id }),
    body: InvitationInput,
    response: { 201: Type.Object({ membershipId: Id }) },
    handle: async ({ scope, params, body, reply }) => {
      reply.status(201);
      return invite(scope, params.organisationId, body);
    },
  }),
  route({
    method: 'POST',
    url: '/memberships/:membershipId/end',
    permission: 'membership:end',
    summary: 'End a membership today',
    params: Type.Object({ membershipId: Id }),
    needsVersion: true,
    response: { 204: Type.Null() },
    handle: ({ scope, params, version }) => endMembership(scope, params.membershipId, version),
  }),
];
