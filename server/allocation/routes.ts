import { Id, Reason } from '@collegium/contract/schema.ts';
import { RoundInput, RoundPage, RoundQuery, RoundView } from '@collegium/contract/rounds.ts';
import { Type } from 'typebox';
import { publicRoute, route, type Route } from '../platform/http/route.ts';
import { cancelRound } from './cancel-round.ts';
import { openRound } from './open-round.ts';
import { changeRound, createRound, getRound, searchRounds } from './rounds.ts';
import { memberRoutes } from './member-routes.ts';
import { resultRoutes } from './result-routes.ts';

const params = Type.Object({ roundId: Id });

export const allocationRoutes: readonly Route[] = [
  publicRoute({
    method: 'GET',
    url: '/rounds',
    mayLag: true,
    permission: 'round:read',
    summary: 'Rounds in which the reader takes part, and published ones',
    query: RoundQuery,
    response: { 200: RoundPage },
    handle: ({ scope, query }) => searchRounds(scope, query),
  }),
  route({
    method: 'POST',
    url: '/rounds',
    permission: 'round:create',
    summary: 'Make a round, as a draft',
    body: RoundInput,
    response: { 201: RoundView },
    handle: async ({ scope, body, reply }) => {
      reply.status(201);
      return createRound(scope, body);
    },
  }),
  publicRoute({
    method: 'GET',
    url: '/rounds/:roundId',
    permission: 'round:read',
    summary: 'One round with its figures',
    params,
    response: { 200: RoundView },
    handle: ({ scope, params }) => getRound(scope, params.roundId),
  }),
  route({
    method: 'PUT',
    url: '/rounds/:roundId',
    permission: 'round:change',
    summary: 'Change a draft',
    params,
    needsVersion: true,
    body: RoundInput,
    response: { 200: RoundView },
    handle: ({ scope, params, version, body }) => changeRound(scope, params.roundId, version, body),
  }),
  route({
    method: 'POST',
    url: '/rounds/:roundId/open',
    permission: 'round:open',
    summary: 'Open the round: its seed is drawn and committed to',
    params,
    needsVersion: true,
    response: { 200: RoundView },
    handle: ({ scope, params, version }) => openRound(scope, params.roundId, version),
  }),
  route({
    method: 'POST',
    url: '/rounds/:roundId/cancel',
    permission: 'round:cancel',
    summary: 'Cancel a round that is not published, with a reason',
    params,
    needsVersion: true,
    body: Type.Object({ reason: Reason }),
    response: { 200: RoundView },
    handle: ({ scope, params, version, body }) => cancelRound(scope, params.roundId, version, body.reason),
  }),
  ...memberRoutes,
  ...resultRoutes,
];
