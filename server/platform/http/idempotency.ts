import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inNetwork, jsonb } from '../database/database.ts';
import { Problem } from '../problem/problem.ts';
import type { Services } from '../scope.ts';

/** The key of a request and the hash of what it asks; undefined without a key or a person to whom it belongs. */
export function idempotencyOf(request: FastifyRequest): { key: string; requestSha256: string } | undefined {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key === '' || request.method === 'GET' || !request.reader?.actor.personId)
    return undefined;
  const asked = JSON.stringify([request.method, request.url, request.body ?? null]);
  return { key, requestSha256: createHash('sha256').update(asked).digest('hex') };
}

/**
 * Answers a repeated request with the first answer. True when it did.
 * The key is recorded by the change itself, so even a process killed before it answered does not carry the change out twice.
 */
export function replayEarlier(request: FastifyRequest, reply: FastifyReply): boolean {
  const { earlier } = request.reader ?? {};
  const idempotency = idempotencyOf(request);
  if (!earlier || !idempotency) return false;
  if (earlier.requestSha256 !== idempotency.requestSha256) throw new Problem('request.key_reused');
  if (earlier.status === null) throw new Problem('request.already_done');
  void reply
    .status(earlier.status)
    .headers({ ...earlier.headers, 'idempotency-replayed': 'true' })
    .serializer(String)
    .send(earlier.body ?? '');
  return true;
}

/** Keeps the answer for the next time; done after it was sent, so nobody waits for it. */
export async function keepAnswer(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  body: string,
): Promise<void> {
  const idempotency = idempotencyOf(request);
  const { reader } = request;
  if (!idempotency || !reader?.actor.personId || reader.earlier || reply.statusCode >= 300) return;
  if (request.routeOptions.config.isAnswerSecret) return;
  const headers = Object.fromEntries(
    ['content-type', 'etag', 'location'].flatMap((name) =>
      reply.hasHeader(name) ? [[name, String(reply.getHeader(name))]] : [],
    ),
  );
  await inNetwork(services.db, reader.network.slug)
    .updateTable('idempotency_key')
    .set({ status: reply.statusCode, body, headers: jsonb(headers) })
    .where('person_id', '=', reader.actor.personId)
    .where('key', '=', idempotency.key)
    .execute();
}
