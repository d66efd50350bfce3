import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { readerLanguage } from '../http/language.ts';
import type { Services } from '../scope.ts';
import { passOn } from './answer.ts';
import { countAttempt } from './attempts.ts';
import { type AuthLibrary, authPath, loadAuthLibrary } from './library.ts';
import { type LinkParameters, renderLinkPage } from './link-page.ts';
import { standardRequest } from './request.ts';

const Email = Type.String({ minLength: 3, maxLength: 320 });
const Password = Type.String({ maxLength: 1_000 });
/** A page of ours, as a path. */
const Path = Type.String({ maxLength: 2_000 });

const Link = Type.Object({
  token: Type.String({ maxLength: 200 }),
  callbackURL: Type.Optional(Path),
  errorCallbackURL: Type.Optional(Path),
});

const Done = Type.Null({ description: 'Done; cookies are set or taken away.' });
const Elsewhere = Type.Null({
  description: 'Leads to the page that was asked for, with `error` added when it failed.',
});
const Refused = Type.Object(
  { type: Type.String(), title: Type.String(), status: Type.Integer(), code: Type.String(), instance: Type.String() },
  { additionalProperties: true, description: 'Problem details, RFC 9457' },
);

interface AuthRoute {
  method: 'GET' | 'POST';
  url: string;
  summary: string;
  body?: TSchema;
  params?: TSchema;
  query?: TSchema;
  /** How often in a minute one network address may try, and how often with the same mail address. */
  mostPerMinute?: { address: number; email: number };
}

/** A school's whole class may sign in from one network address in the same minute. */
const guarded = { address: 100, email: 10 };

const routes: AuthRoute[] = [
  {
    method: 'POST',
    url: '/sign-in/email',
    summary: 'Signs in by password and sets the cookie.',
    body: Type.Object({ email: Email, password: Password, rememberMe: Type.Optional(Type.Boolean()) }),
    mostPerMinute: guarded,
  },
  {
    method: 'POST',
    url: '/sign-in/magic-link',
    summary: 'Mails a link to sign in with. The answer does not tell whether somebody has this address.',
    body: Type.Object({ email: Email, callbackURL: Type.Optional(Path), errorCallbackURL: Type.Optional(Path) }),
    mostPerMinute: { address: 100, email: 3 },
  },
  {
    method: 'GET',
    url: '/magic-link/verify',
    summary: 'Spends a mailed link: signs in and leads to the page that was asked for.',
    query: Link,
    mostPerMinute: { address: 100, email: 0 },
  },
  {
    method: 'POST',
    url: '/request-password-reset',
    summary: 'Mails a link to choose a new password with. The answer does not tell whether somebody has this address.',
    body: Type.Object({ email: Email, redirectTo: Path }),
    mostPerMinute: { address: 100, email: 3 },
  },
  {
    method: 'GET',
    url: '/reset-password/:token',
    summary: 'Leads from the mail to the page where the new password is chosen.',
    params: Type.Object({ token: Type.String({ maxLength: 200 }) }),
    query: Type.Object({ callbackURL: Path }),
  },
  {
    method: 'POST',
    url: '/reset-password',
    summary: 'Sets the new password with the token of the mailed link; all browsers are signed out.',
    body: Type.Object({ token: Type.String({ maxLength: 200 }), newPassword: Password }),
    mostPerMinute: { address: 100, email: 0 },
  },
  {
    method: 'POST',
    url: '/change-password',
    summary: 'Changes the own password; other browsers are signed out.',
    body: Type.Object({
      currentPassword: Password,
      newPassword: Password,
      revokeOtherSessions: Type.Optional(Type.Boolean()),
    }),
    mostPerMinute: { address: 20, email: 0 },
  },
  { method: 'POST', url: '/sign-out', summary: 'Ends this sign-in.', body: Type.Object({}) },
];

/** Mounts sign-in for the whole deployment under `/api/auth`. Nothing of the authentication library is reachable but these. */
export async function authRoutes(app: FastifyInstance, { services }: { services: Services }): Promise<void> {
  let library: Promise<AuthLibrary> | undefined;
  for (const { method, url, summary, body, params, query, mostPerMinute } of routes)
    app.route({
      method,
      url: `${authPath}${url}`,
      bodyLimit: 16_384,
      // A request's address is logged, and that of a mailed link holds its token.
      logLevel: method === 'GET' ? 'warn' : 'info',
      schema: {
        summary,
        tags: ['auth'],
        ...(body && { body }),
        ...(params && { params }),
        ...(query && { querystring: query }),
        response: { ...(method === 'POST' ? { 204: Done } : { 303: Elsewhere }), '4xx': Refused },
      },
      async handler(request, reply) {
        if (mostPerMinute) await countRequest(services, request, mostPerMinute);
        library ??= loadAuthLibrary(services);
        const response = await (await library).handle(standardRequest(request, services.config.url));
        await passOn(response, reply);
        return reply.sent ? reply : reply.status(204).send();
      },
    });
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
