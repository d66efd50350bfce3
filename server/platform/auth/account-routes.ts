import { AccountView, MadeToken, NewPassword, NewToken } from '@collegium/contract/account.ts';
import { Id } from '@collegium/contract/schema.ts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { route, type Route } from '../http/route.ts';
import { changePassword } from './change-password.ts';
import { makeOwnToken } from './make-own-token.ts';
import { getOwnAccess, revokeOwnToken, signOutBrowser } from './own-access.ts';
import type { MemberScope } from '../scope.ts';
import { readSignInToken } from './sign-in-token.ts';

/** What people see and take back of the ways into their own account. */
export const accountRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/account',
    permission: 'account:read',
    summary: 'Who and what may act as oneself: signed-in browsers, tokens of programs',
    response: { 200: AccountView },
    handle: (input) => getOwnAccess(input.scope, browserOf(input)),
  }),
  route({
    method: 'DELETE',
    url: '/account/browsers/:browserId',
    permission: 'account:change',
    summary: 'Sign one of one’s browsers out',
    params: Type.Object({ browserId: Id }),
    response: { 204: Type.Null() },
    handle: ({ scope, params }) => signOutBrowser(scope, params.browserId),
  }),
  route({
    method: 'PUT',
    url: '/account/password',
    permission: 'account:change',
    summary: 'Change one’s own password, in a browser; all other browsers are signed out',
    body: NewPassword,
    response: { 204: Type.Null() },
    handle: (input) => changePassword(input.scope, input.body, browserOf(input)),
  }),
  route({
    method: 'POST',
    url: '/account/tokens',
    permission: 'token:manage',
    summary: 'Make a token with which a program acts as oneself, in a browser; it is told this once',
    body: NewToken,
    response: { 201: MadeToken },
    isAnswerSecret: true,
    handle: async (input) => {
      const made = await makeOwnToken(input.scope, input.body, browserOf(input));
      input.reply.status(201);
      return made;
    },
  }),
  route({
    method: 'DELETE',
    url: '/account/tokens/:tokenId',
    permission: 'token:manage',
    summary: 'Make one of one’s tokens worthless',
    params: Type.Object({ tokenId: Id }),
    response: { 204: Type.Null() },
    handle: ({ scope, params }) => revokeOwnToken(scope, params.tokenId),
  }),
];

/** The token of the cookie of the browser that asks. */
function browserOf({ scope, request }: { scope: MemberScope; request: FastifyRequest }): string | undefined {
  return readSignInToken(request.headers.cookie, scope.config.secret);
}
