import {
  AllocationPage,
  AllocationQuery,
  HandPlacementInput,
  LearnerResultView,
  ProofResultView,
  ProofView,
  PublishInput,
  ResultView,
} from '@collegium/contract/allocation.ts';
import { RoundView } from '@collegium/contract/rounds.ts';
import { Id } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { publicRoute, route, type Route } from '../platform/http/route.ts';
import { cancelRun } from './cancel-run.ts';
import { placeByHand } from './place-by-hand.ts';
import { getProblemFile, getProof, getProofResult } from './proof.ts';
import { publishRound } from './publish-round.ts';
import { getLearnerResult, getOwnResult, getResult, searchAllocations } from './result.ts';
import { startRun } from './start-run.ts';

const params = Type.Object({ roundId: Id });
const applicationParams = Type.Object({ roundId: Id, applicationId: Id });

/** Runs, their results, publication and proof. */
export const resultRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/rounds/:roundId/runs',
    permission: 'round:run',
    summary: 'Run the allocation of a closed round; the round shows its progress',
    params,
    response: { 202: RoundView },
    handle: async ({ scope, params, reply }) => {
      reply.status(202);
      return startRun(scope, params.roundId);
    },
  }),
  route({
    method: 'POST',
    url: '/rounds/:roundId/runs/cancel',
    permission: 'round:run',
    summary: 'Stop the run that is going on; the round stands as it did before',
    params,
    response: { 200: RoundView },
    handle: ({ scope, params }) => cancelRun(scope, params.roundId),
  }),
  route({
    method: 'GET',
    url: '/rounds/:roundId/result',
    permission: 'round:run',
    summary: 'The result in figures, with what was checked of its run',
    params,
    response: { 200: ResultView },
    handle: ({ scope, params }) => getResult(scope, params.roundId),
  }),
  route({
    method: 'GET',
    url: '/rounds/:roundId/result/own',
    permission: 'application:change',
    summary: 'One’s own place in a published result, and why',
    params,
    response: { 200: LearnerResultView },
    handle: ({ scope, params }) => getOwnResult(scope, params.roundId),
  }),
  route({
    method: 'GET',
    url: '/rounds/:roundId/allocations',
    permission: 'round:place',
    summary: 'The result learner by learner',
    params,
    query: AllocationQuery,
    response: { 200: AllocationPage },
    handle: ({ scope, params, query }) => searchAllocations(scope, params.roundId, query),
  }),
  route({
    method: 'GET',
    url: '/rounds/:roundId/allocations/:applicationId',
    permission: 'round:place',
    summary: 'What one learner got, and why, as the learner reads it',
    params: applicationParams,
    response: { 200: LearnerResultView },
    handle: ({ scope, params }) => getLearnerResult(scope, params.roundId, params.applicationId),
  }),
  route({
    method: 'PUT',
    url: '/rounds/:roundId/allocations/:applicationId',
    permission: 'round:place',
    summary: 'Give, move or take away a place by hand, with a reason; If-Match is the version of the round',
    params: applicationParams,
    needsVersion: true,
    body: HandPlacementInput,
    response: { 200: LearnerResultView },
    handle: ({ scope, params, version, body }) =>
      placeByHand(scope, params.roundId, params.applicationId, version, body),
  }),
  route({
    method: 'POST',
    url: '/rounds/:roundId/publish',
    permission: 'round:publish',
    summary: 'Publish the result: places are offered and the seed is revealed',
    params,
    needsVersion: true,
    body: PublishInput,
    response: { 200: RoundView },
    handle: ({ scope, params, version, body }) => publishRound(scope, params.roundId, version, body),
  }),
  publicRoute({
    method: 'GET',
    url: '/rounds/:roundId/proof',
    permission: 'round:read',
    summary: 'What lets anybody check a published result',
    params,
    response: { 200: ProofView },
    handle: ({ scope, params }) => getProof(scope, params.roundId),
  }),
  publicRoute({
    method: 'GET',
    url: '/rounds/:roundId/proof/result',
    permission: 'round:read',
    summary: 'The published result under pseudonyms',
    params,
    response: { 200: ProofResultView },
    handle: async ({ scope, params, reply }) => {
      reply.type('application/json').serializer(String);
      return getProofResult(scope, params.roundId);
    },
  }),
  publicRoute({
    method: 'GET',
    url: '/rounds/:roundId/problem.json',
    permission: 'round:read',
    summary: 'The published problem, byte by byte as it was hashed, for the matching engine',
    params,
    response: { 200: Type.Object({}, { additionalProperties: true, description: 'See docs/guide/matching.md' }) },
    handle: async ({ scope, params, reply }) => {
      const { text, fileName } = await getProblemFile(scope, params.roundId);
      reply.type('application/json').header('content-disposition', `attachment; filename="${fileName}"`);
      reply.serializer(String);
      return text;
    },
  }),
];
