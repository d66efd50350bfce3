import compress from '@fastify/compress';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';
import { allRoutes } from './routes.ts';
import { authRoutes } from './platform/auth/routes.ts';
import { readUploads } from './platform/files/routes.ts';
import { deploymentRoutes } from './platform/http/deployment.ts';
import { answerProblems } from './platform/http/errors.ts';
import { mountNetworkApi } from './platform/http/network-api.ts';
import { servePages } from './platform/http/pages.ts';
import { secureHeaders } from './platform/http/security.ts';
import { validatorCompiler } from './platform/http/validation.ts';
import { metricsRoutes } from './platform/metrics/routes.ts';
import { newId } from './platform/ids.ts';
import { openApiRoutes } from './platform/openapi/routes.ts';
import type { Services } from './platform/scope.ts';
import { readCalendarTexts } from './sharing/icalendar/content-types.ts';

/** Puts the application together: pages, interface, sign-in. Listens when its caller says so. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const { trustProxy } = services.config;
  const app = Fastify({
    loggerInstance: services.log,
    genReqId: newId,
    trustProxy: typeof trustProxy === 'number' ? (_address: string, hop: number) => hop < trustProxy : trustProxy,
    bodyLimit: 1_048_576,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
  });
  app.setValidatorCompiler(validatorCompiler);
  answerProblems(app);
  secureHeaders(app, services.config.url.startsWith('https:'));
  await app.register(compress, { threshold: 2048 });
  await app.register(swagger, { openapi: { openapi: '3.1.0', info: { title: 'Collegium', version: '1' } } });
  metricsRoutes(app, services);
  await readUploads(app);
  readCalendarTexts(app);
  await app.register(authRoutes, { services });
  deploymentRoutes(app, services);
  mountNetworkApi(app, services, allRoutes);
  openApiRoutes(app, services, allRoutes);
  servePages(app);
  return app;
}
