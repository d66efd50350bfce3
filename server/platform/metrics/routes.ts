import { BlockList, isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Problem } from '../problem/problem.ts';
import type { Services } from '../scope.ts';
import { createMetrics } from './metrics.ts';

/**
 * Measures every request, and answers `/metrics` to the operator's own machines: those that ask directly, without a
 * proxy, from an address that is not on the public internet. To everybody else there is no such address.
 */
export function metricsRoutes(app: FastifyInstance, { db }: Services): void {
  const metrics = createMetrics(db);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.noteRequest({
      method: request.method,
      route,
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1_000,
    });
  });
  app.get(
    '/metrics',
    {
      logLevel: 'warn',
      schema: { summary: 'Numbers for Prometheus, for the operator’s own machines', response: { 200: Type.String() } },
    },
    async (request, reply) => {
      if (!isOperator(request)) throw new Problem('request.not_found');
      return reply
        .type(metrics.contentType)
        .serializer(String)
        .send(await metrics.text());
    },
  );
}

const privateAddresses = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  privateAddresses.addSubnet(network, prefix);
privateAddresses.addAddress('::1', 'ipv6');
privateAddresses.addSubnet('fc00::', 7, 'ipv6');

function isOperator({ socket, headers }: FastifyRequest): boolean {
  const isThroughProxy = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(
    (name) => headers[name] !== undefined,
  );
  const address = socket.remoteAddress ?? '';
  return !isThroughProxy && privateAddresses.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
