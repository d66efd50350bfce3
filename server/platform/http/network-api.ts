import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Networks } from '../access/networks.ts';
import { watchTokenUse } from '../auth/token-use.ts';
import { type Database, inNetwork } from '../database/database.ts';
import { connectForLookUps } from '../database/look-ups.ts';
import { Problem } from '../problem/problem.ts';
import type { Scope, Services } from '../scope.ts';
import { idempotencyOf, keepAnswer, replayEarlier } from './idempotency.ts';
import { readerLanguage } from './language.ts';
import { noteOwnWrite, readFromNearest } from './read-from.ts';
import { isWrite, readReader } from './reader.ts';
import type { Route } from './route.ts';

/** RFC 9457 problem details as every route answers them. */
const ProblemView = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    instance: Type.String(),
  },
  { additionalProperties: true, description: 'Problem details, RFC 9457' },
);

/** Mounts routes of a network's interface under `/{network}/api`. */
export function mountNetworkApi(app: FastifyInstance, services: Services, routes: readonly Route[]): void {
  const networks = new Networks(services.db);
  const lookUps = connectForLookUps(services.config);
  const noteTokenUse = watchTokenUse(services);
  void app.register(async (api) => {
    api.addHook('onClose', () => lookUps.destroy());
    api.addHook('onRequest', async (request) => {
      request.reader = await readReader(services, lookUps, networks, request);
    });
    api.addHook('onResponse', async (request) => {
      if (request.reader?.actor.personId) noteTokenUse(request);
    });
    api.addHook('preHandler', async (request, reply) => {
      if (replayEarlier(request, reply)) return reply;
    });
    api.addHook('preSerialization', async (_request, reply, payload) => tagVersion(reply, payload));
    api.addHook('onSend', async (request, reply, payload) => {
      noteOwnWrite(services, request, reply);
      if (isWrite(request) && typeof payload === 'string')
        reply.raw.once(
          'finish',
          () => void keepAnswer(services, request, reply, payload).catch((error) => request.log.warn({ err: error })),
        );
      return payload;
    });
    for (const definition of routes) mount(api, services, definition);
  });
}

function mount(api: FastifyInstance, services: Services, definition: Route): void {
  const { method, url, permission, summary, params, query, body, response, handle } = definition;
  api.route({
    method,
    url: `/:network/api${url}`,
    ...(definition.bodyLimit && { bodyLimit: definition.bodyLimit }),
    config: {
      permission,
      needsVersion: definition.needsVersion ?? false,
      isAnswerSecret: definition.isAnswerSecret ?? false,
      mayLag: definition.mayLag ?? false,
    },
    schema: {
      summary,
      description: `Permission: ${permission}`,
      tags: [permission.split(':')[0] ?? permission],
      params: Type.Object({
        network: Type.String(),
        ...(params && 'properties' in params ? (params.properties as object) : {}),
      }),
      ...(query && { querystring: query }),
      ...(body && { body }),
      ...(definition.produces && { produces: [definition.produces] }),
      response: { ...response, '4xx': ProblemView, '5xx': ProblemView },
    },
    handler: async (request, reply) => {
      const result = await readFromNearest(services, request, reply, (db) =>
        handle({
          scope: scopeOf(services, request, db),
          params: request.params,
          query: request.query,
          body: request.body,
          version: definition.needsVersion ? expectedVersion(request) : 0,
          request,
          reply,
        }),
      );
      if (!reply.sent && result === undefined) return reply.status(204).send();
      return result;
    },
  });
}

function scopeOf(services: Services, request: FastifyRequest, db: Database): Scope {
  const { reader } = request;
  if (!reader) throw new Problem('request.not_found');
  const idempotency = idempotencyOf(request);
  return {
    db: inNetwork(db, reader.network.slug),
    network: reader.network,
    actor: reader.actor,
    clock: services.clock,
    config: services.config,
    log: request.log,
    requestId: request.id,
    language: readerLanguage(request),
    signal: services.signal,
    ...(idempotency && { idempotency }),
  };
}

function expectedVersion(request: FastifyRequest): number {
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(request.headers['if-match'] ?? '')?.[1];
  if (version === undefined) throw new Problem('request.version_needed');
  return Number(version);
}

/** Whatever has a version can be changed with If-Match, so its answer carries the ETag to send back. */
async function tagVersion(reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (typeof payload === 'object' && payload !== null && 'version' in payload && typeof payload.version === 'number')
    reply.header('etag', `"${payload.version}"`);
  return payload;
}
