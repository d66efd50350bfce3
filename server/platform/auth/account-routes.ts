import { AccountView } from '@collegium/contract/account.ts';
import { Id } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { route, type Route } from '../http/route.ts';
import { getOwnAccess, revokeOwnToken, signOutBrowser } from './own-access.ts';
import { readSignInToken } from './sign-in-token.ts';

/** What people see and take back of the ways into their own account. */
export const accountRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/account',
    permission: 'account:read',
    summary: 'Who and what may act as oneself: signed-in browsers, tokens of programs',
    response: { 200: AccountView },
    handle: ({ scope, request }) => getOwnAccess(scope, readSignInToken(request.headers.cookie, scope.config.secret)),
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
    method: 'DELETE',
    url: '/account/tokens/:tokenId',
    permission: 'token:manage',
    summary: 'Make one of one’s tokens worthless',
    params: Type.Object({ tokenId: Id }),
    response: { 204: Type.Null() },
    handle: ({ scope, params }) => revokeOwnToken(scope, params.tokenId),
  }),
];
