import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Nullable } from '@collegium/contract/schema.ts';
import { type Static, Type } from 'typebox';
import { readerLanguage } from '../http/language.ts';
import type { Services } from '../scope.ts';
import { passOn } from './answer.ts';
import { countAttempt } from './attempts.ts';
import { done, endpoints, Link, PasswordByLink } from './endpoints.ts';
import { type AuthLibrary, authPath, loadAuthLibrary } from './library.ts';
import { type LinkParameters, renderLinkPage } from './link-page.ts';
import { standardRequest } from './request.ts';
import { resetPassword } from './reset-password.ts';

/** What stands on the button of the sign-in page. */
const Provider = Type.Object({ label: Nullable(Type.String()) });

/** Mounts sign-in for the whole deployment under `/api/auth`. */
export async function authRoutes(app: FastifyInstance, { services }: { services: Services }): Promise<void> {
  let library: Promise<AuthLibrary> | undefined;
  const load = () => {
    library ??= loadAuthLibrary(services).catch((error: unknown) => {
      library = undefined;
      throw error;
    });
    return library;
  };
  for (const { method, url, summary, body, params, query, response, mostPerMinute } of endpoints)
    app.route({
      method,
      url: `${authPath}${url}`,
      bodyLimit: 16_384,
      // A request's address is logged, and that of a mailed link holds its token.
      ...(method === 'GET' && { logLevel: 'warn' }),
      schema: {
        summary,
        tags: ['auth'],
        ...(body && { body }),
        ...(params && { params }),
        ...(query && { querystring: query }),
        response,
      },
      async handler(request, reply) {
        if (mostPerMinute) await countRequest(services, request, mostPerMinute);
        const { handle } = await load();
        const onward = await passOn(await handle(standardRequest(request, services.config.url)), reply);
        if (reply.sent) return reply;
        return response[200] ? { url: onward } : reply.status(204).send();
      },
    });
  app.post<{ Body: Static<typeof PasswordByLink> }>(
    `${authPath}/reset-password`,
    {
      bodyLimit: 16_384,
      schema: {
        summary: 'Sets the new password with the token of the mailed link; all browsers are signed out.',
        tags: ['auth'],
        body: PasswordByLink,
        response: done,
      },
    },
    async (request, reply) => {
      await countRequest(services, request, { address: 100, email: 0 });
      await resetPassword(services, request.body, request.id);
      return reply.status(204).send();
    },
  );
  app.get(
    `${authPath}/provider`,
    {
      schema: {
        summary: 'The outside identity provider that people may sign in with, or null.',
        tags: ['auth'],
        response: { 200: Provider },
      },
    },
    async () => ({ label: services.config.oidc?.label ?? null }),
  );
  app.get(
    `${authPath}/magic-link`,
    {
      logLevel: 'warn',
      schema: {
        summary: 'The page that a mailed link leads to: one button that spends it.',
        tags: ['auth'],
        querystring: Link,
      },
    },
    answerLinkPage,
  );
}

async function answerLinkPage(request: FastifyRequest, reply: FastifyReply): Promise<string> {
  const { token, callbackURL, errorCallbackURL } = request.query as LinkParameters;
  const parameters = { token, ...(callbackURL && { callbackURL }), ...(errorCallbackURL && { errorCallbackURL }) };
  reply.type('text/html; charset=utf-8').header('referrer-policy', 'no-referrer');
  return renderLinkPage(parameters, readerLanguage(request), `${authPath}/magic-link/verify`);
}

async function countRequest(
  services: Services,
  request: FastifyRequest,
  most: { address: number; email: number },
): Promise<void> {
  const path = request.routeOptions.url ?? '';
  const email: unknown =
    typeof request.body === 'object' && request.body !== null ? Reflect.get(request.body, 'email') : undefined;
  const limits = [{ key: `${path} ${request.ip}`, most: most.address }];
  if (typeof email === 'string') limits.push({ key: `${path} ${request.ip} ${email.toLowerCase()}`, most: most.email });
  await countAttempt(services, { windowSeconds: 60, limits });
}
