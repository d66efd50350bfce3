import { RankingInput, RankingView } from '@collegium/contract/ranking.ts';
import {
  CollectableOrganisations,
  CollectedView,
  CollectLearnersInput,
  CollectOffersInput,
  RoundLearnerPage,
  RoundLearnerQuery,
  RoundOfferPage,
  RoundOfferQuery,
  ScoresInput,
  ScoresView,
} from '@collegium/contract/rounds.ts';
import { Id } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { publicRoute, route, type Route } from '../platform/http/route.ts';
import { collectLearners, collectOffers, dropLearner, dropOffer } from './collect.ts';
import { getCollectableOffers, getCollectableOrganisations, getRoundLearners, getRoundOffers } from './members.ts';
import { changeRanking, getRanking } from './ranking.ts';
import { storeScores } from './scores.ts';

const params = Type.Object({ roundId: Id });
const offerParams = Type.Object({ roundId: Id, offerId: Id });
const manyIds = 2_097_152;

/** Offers, learners, scores and rankings of a round. */
export const memberRoutes: readonly Route[] = [
  publicRoute({
    method: 'GET',
    url: '/rounds/:roundId/offers',
    permission: 'round:read',
    summary: 'Offers of a round',
    params,
    query: RoundOfferQuery,
    response: { 200: RoundOfferPage },
    handle: ({ scope, params, query }) => getRoundOffers(scope, params.roundId, query),
  }),
  route({
    method: 'POST',
    url: '/rounds/:roundId/offers',
    permission: 'round:change',
    summary: 'Add offers to a draft: these, or all that match, of own and partner organisations',
    params,
    body: CollectOffersInput,
    response: { 200: CollectedView },
    handle: ({ scope, params, body }) => collectOffers(scope, params.roundId, body),
  }),
  route({
    method: 'DELETE',
    url: '/rounds/:roundId/offers/:offerId',
    permission: 'round:change',
    summary: 'Take an offer out of a draft',
    params: offerParams,
    response: { 200: CollectedView },
    handle: ({ scope, params }) => dropOffer(scope, params.roundId, params.offerId),
  }),
  route({
    method: 'GET',
    url: '/rounds/:roundId/collectable-offers',
    permission: 'round:change',
    summary: 'Offers that could still be added',
    params,
    query: RoundOfferQuery,
    response: { 200: RoundOfferPage },
    handle: ({ scope, params, query }) => getCollectableOffers(scope, params.roundId, query),
  }),
  route({
    method: 'GET',
    url: '/rounds/:roundId/collectable-organisations',
    permission: 'round:change',
    summary: 'Own and partner organisations with what could still be added of each',
    params,
    response: { 200: CollectableOrganisations },
    handle: ({ scope, params }) => getCollectableOrganisations(scope, params.roundId),
  }),
  route({
    method: 'GET',
    url: '/rounds/:roundId/learners',
    permission: 'round:change',
    summary: 'Learners invited to a round',
    params,
    query: RoundLearnerQuery,
    response: { 200: RoundLearnerPage },
    handle: ({ scope, params, query }) => getRoundLearners(scope, params.roundId, { ...query, isInvited: true }),
  }),
  route({
    method: 'GET',
    url: '/rounds/:roundId/collectable-learners',
    permission: 'round:change',
    summary: 'Learners who could still be invited',
    params,
    query: RoundLearnerQuery,
    response: { 200: RoundLearnerPage },
    handle: ({ scope, params, query }) => getRoundLearners(scope, params.roundId, { ...query, isInvited: false }),
  }),
  route({
    method: 'POST',
    url: '/rounds/:roundId/learners',
    permission: 'round:change',
    summary: 'Invite learners to a draft or an open round: these, or all that match',
    params,
    body: CollectLearnersInput,
    bodyLimit: manyIds,
    response: { 200: CollectedView },
    handle: ({ scope, params, body }) => collectLearners(scope, params.roundId, body),
  }),
  route({
    method: 'DELETE',
    url: '/rounds/:roundId/learners/:membershipId',
    permission: 'round:change',
    summary: 'Take a learner out of a draft',
    params: Type.Object({ roundId: Id, membershipId: Id }),
    response: { 200: CollectedView },
    handle: ({ scope, params }) => dropLearner(scope, params.roundId, params.membershipId),
  }),
  route({
    method: 'PUT',
    url: '/rounds/:roundId/scores',
    permission: 'round:change',
    summary: 'Store scores of learners, all rows or none',
    params,
    body: ScoresInput,
    bodyLimit: 5_242_880,
    response: { 200: ScoresView },
    handle: ({ scope, params, body }) => storeScores(scope, params.roundId, body),
  }),
  route({
    method: 'GET',
    url: '/rounds/:roundId/offers/:offerId/ranking',
    permission: 'ranking:change',
    summary: 'Those who wish for an own offer, as it ranks them',
    params: offerParams,
    response: { 200: RankingView },
    handle: ({ scope, params }) => getRanking(scope, params.roundId, params.offerId),
  }),
  route({
    method: 'PUT',
    url: '/rounds/:roundId/offers/:offerId/ranking',
    permission: 'ranking:change',
    summary: 'Rank those who wish for an own offer: groups from best to worst, and who is not acceptable',
    params: offerParams,
    needsVersion: true,
    body: RankingInput,
    bodyLimit: manyIds,
    response: { 200: RankingView },
    handle: ({ scope, params, version, body }) => changeRanking(scope, params.roundId, params.offerId, version, body),
  }),
];
