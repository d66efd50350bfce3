import {
  ApplicationPage,
  ApplicationQuery,
  ApplicationView,
  ChoicePage,
  ChoiceQuery,
  ClaimInput,
  DeclineInput,
  RankedListInput,
  RankedListView,
  WithdrawalInput,
} from '@collegium/contract/applications.ts';
import { Id } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { route, type Route } from '../platform/http/route.ts';
import { acceptPlace } from './accept.ts';
import { getApplication, searchApplications } from './applications.ts';
import { claimPlace } from './claim.ts';
import { declinePlace, withdrawApplication } from './give-up.ts';
import { getRankedList, searchChoices } from './ranked-list.ts';
import { saveRankedList } from './save-ranked-list.ts';

const inRound = Type.Object({ roundId: Id });
const params = Type.Object({ applicationId: Id });

export const applicationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/applications',
    permission: 'application:read',
    summary: 'Own applications; for staff those of own learners and those for own offers',
    query: ApplicationQuery,
    response: { 200: ApplicationPage },
    handle: ({ scope, query }) => searchApplications(scope, query),
  }),
  route({
    method: 'GET',
    url: '/applications/:applicationId',
    permission: 'application:read',
    summary: 'One application with what its reader may do next',
    params,
    response: { 200: ApplicationView },
    handle: ({ scope, params }) => getApplication(scope, params.applicationId),
  }),
  route({
    method: 'POST',
    url: '/offers/:offerId/applications',
    permission: 'application:create',
    summary: 'Claim a first-come place: a seat, or the end of the waiting list',
    params: Type.Object({ offerId: Id }),
    body: ClaimInput,
    response: { 201: ApplicationView },
    handle: async ({ scope, params, body, reply }) => {
      reply.status(201);
      return claimPlace(scope, params.offerId, body);
    },
  }),
  route({
    method: 'POST',
    url: '/applications/:applicationId/accept',
    permission: 'application:respond',
    summary: 'Accept an offered place',
    params,
    needsVersion: true,
    response: { 200: ApplicationView },
    handle: ({ scope, params, version }) => acceptPlace(scope, params.applicationId, version),
  }),
  route({
    method: 'POST',
    url: '/applications/:applicationId/decline',
    permission: 'application:respond',
    summary: 'Decline an offered place, with a reason',
    params,
    needsVersion: true,
    body: DeclineInput,
    response: { 200: ApplicationView },
    handle: ({ scope, params, version, body }) => declinePlace(scope, params.applicationId, version, body.reason),
  }),
  route({
    method: 'POST',
    url: '/applications/:applicationId/withdraw',
    permission: 'application:withdraw',
    summary: 'Withdraw an application; a seat goes to the first who waits',
    params,
    needsVersion: true,
    body: WithdrawalInput,
    response: { 200: ApplicationView },
    handle: ({ scope, params, version, body }) =>
      withdrawApplication(scope, params.applicationId, version, body.reason),
  }),
  route({
    method: 'GET',
    url: '/rounds/:roundId/application',
    permission: 'application:read',
    summary: 'Own ranked list in a round, and the rules of the round',
    params: inRound,
    response: { 200: RankedListView },
    handle: ({ scope, params }) => getRankedList(scope, params.roundId),
  }),
  route({
    method: 'PUT',
    url: '/rounds/:roundId/application',
    permission: 'application:change',
    summary: 'Submit or replace the own ranked list; the first time with If-Match "0"',
    params: inRound,
    needsVersion: true,
    body: RankedListInput,
    response: { 200: RankedListView },
    handle: ({ scope, params, version, body }) => saveRankedList(scope, params.roundId, version, body),
  }),
  route({
    method: 'GET',
    url: '/rounds/:roundId/choices',
    permission: 'application:read',
    summary: 'Offers of a round that one may wish for, with the conditions one does not meet',
    params: inRound,
    query: ChoiceQuery,
    response: { 200: ChoicePage },
    handle: ({ scope, params, query }) => searchChoices(scope, params.roundId, query),
  }),
];
