import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem/problem.ts';

const builtWeb = resolve(import.meta.dirname, '../../../web/dist');

/** Serves the built pages: hashed assets for ever, and the one page for every address that a browser asks for. */
export function servePages(app: FastifyInstance, folder = builtWeb): void {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return app.log.warn('the pages are not built; run npm start or npm run dev');
  const html = readFileSync(page);
  void app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    setHeaders: (reply, path) => {
      if (!path.includes('/assets/')) reply.header('cache-control', 'no-cache');
    },
  });
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    if (/^\/(?:[^/]+\/)?api(?:\/|$)/.test(request.url) || request.url.startsWith('/assets/'))
      throw new Problem('request.not_found');
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html);
  });
}
