import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { interfaceLanguages } from '@collegium/contract/localised-text.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Networks } from '../access/networks.ts';
import { cookieNameOf } from '../auth/sign-in-token.ts';
import { readerLanguage } from '../http/language.ts';
import type { Route } from '../http/route.ts';
import { Problem } from '../problem/problem.ts';
import type { Services } from '../scope.ts';
import { describeApp, describeNetwork, type OpenApi } from './document.ts';

/** Describes each network's interface to machines (`openapi.json`) and to people (the page at its root). For everybody. */
export function openApiRoutes(app: FastifyInstance, services: Services, routes: readonly Route[]): void {
  const networks = new Networks(services.db);
  const { url } = services.config;
  let whole: OpenApi | undefined;
  const describe = async (request: FastifyRequest): Promise<OpenApi> => {
    const { network: slug } = request.params as { network: string };
    const network = await networks.find(slug);
    if (!network) throw new Problem('request.not_found');
    whole ??= describeApp(app);
    const cookie = cookieNameOf(url.startsWith('https:'));
    return describeNetwork(whole, routes, { name: network.name, url: `${url}/${slug}/api`, cookie });
  };
  const hidden = { schema: { hide: true } };
  app.get('/:network/api/openapi.json', hidden, async (request, reply) =>
    reply
      .type('application/json; charset=utf-8')
      .header('cache-control', 'no-cache')
      .serializer(String)
      .send(JSON.stringify(await describe(request))),
  );
  const page = async (request: FastifyRequest): Promise<string> => {
    const { renderPage } = await import('./page.ts');
    const { language } = request.query as { language?: unknown };
    const asked = interfaceLanguages.find((one) => one === language);
    return renderPage(await describe(request), asked ?? readerLanguage(request));
  };
  for (const address of ['/:network/api', '/:network/api/'])
    app.get(address, hidden, async (request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .header('vary', 'accept-language')
        .send(await page(request)),
    );
  app.get('/api/reference.css', hidden, async (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(await readFile(join(import.meta.dirname, 'reference.css'), 'utf8')),
  );
}
