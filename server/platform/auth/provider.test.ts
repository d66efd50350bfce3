import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testConfig } from '../../testing/config.ts';
import { cookieHeader } from '../../testing/cookies.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { startIdentityProvider, type TestIdentityProvider } from '../../testing/identity-provider.ts';
import { answerProblems } from '../http/errors.ts';
import { validatorCompiler } from '../http/validation.ts';
import { ensureAccount } from './accounts.ts';
import { authRoutes } from './routes.ts';
import { readSignInToken } from './sign-in-token.ts';

const url = 'http://127.0.0.1:8435';
const client = { id: 'collegium', secret: 'hush', callback: `${url}/api/auth/callback/oidc` };

let database: TestDatabase;
let provider: TestIdentityProvider;
let app: FastifyInstance;
let adaId: string;
const secret = testConfig().secret;

beforeAll(async () => {
  database = await createTestDatabase();
  provider = await startIdentityProvider(client);
  provider.people['ada'] = { email: 'ada@example.org', email_verified: true };
  provider.people['stranger'] = { email: 'stranger@example.org', email_verified: true };
  adaId = await ensureAccount(database.db, { name: 'Ada', email: 'ada@example.org' });
  app = await build(provider.issuer);
});
afterAll(async () => {
  await app.close();
  await provider.close();
  await database.close();
});

async function build(issuer: string): Promise<FastifyInstance> {
  const oidc = { issuer, clientId: client.id, clientSecret: client.secret, label: 'Blue Coast ID' };
  const log: FastifyBaseLogger = pino({ level: 'silent' });
  const services = {
    db: database.db,
    config: testConfig({ url, oidc }),
    clock: { now: () => new Date() },
    log,
    signal() {},
  };
  const built = Fastify({ loggerInstance: log });
  built.setValidatorCompiler(validatorCompiler);
  answerProblems(built);
  await built.register(authRoutes, { services });
  return built;
}

const begin = (on = app) =>
  on.inject({
    method: 'POST',
    url: '/api/auth/sign-in/social',
    headers: { 'sec-fetch-site': 'same-origin' },
    payload: { provider: 'oidc', callbackURL: '/test/today', errorCallbackURL: '/test/sign-in/link' },
  });

/** From our button, through the provider's pages, and back. */
async function signIn(name: string, cookie?: string) {
  const begun = await begin();
  const back = await provider.signIn(begun.json<{ url: string }>().url, name);
  const headers = { cookie: cookie ?? cookieHeader(begun.headers['set-cookie']) };
  return app.inject({ url: back.pathname + back.search, headers });
}
const tokenOf = (setCookie: string | string[] | undefined) => readSignInToken(cookieHeader(setCookie), secret);

test('the sign-in page knows what to write on the button', async () => {
  expect((await app.inject('/api/auth/provider')).json()).toEqual({ label: 'Blue Coast ID' });
});

test('whoever has an account here signs in with the provider', async () => {
  const answer = await signIn('ada');
  expect(answer.headers.location).toBe('/test/today');
  const signedIn = await database.db
    .selectFrom('platform.sign_in')
    .select('user_id')
    .where('token', '=', tokenOf(answer.headers['set-cookie']) ?? '')
    .executeTakeFirst();
  expect(signedIn).toEqual({ user_id: adaId });
});

test('the provider is remembered by its name for the person, and its tokens are not kept', async () => {
  await signIn('ada');
  const credentials = await database.db
    .selectFrom('platform.credential')
    .selectAll()
    .where('user_id', '=', adaId)
    .execute();
  expect(credentials).toMatchObject([
    { provider_id: 'oidc', account_id: 'ada', access_token: null, refresh_token: null, id_token: null },
  ]);
});

test('a stranger gets no account and is told so on the page', async () => {
  const answer = await signIn('stranger');
  expect(answer.headers.location).toMatch(/\/test\/sign-in\/link\?error=/);
  expect(tokenOf(answer.headers['set-cookie'])).toBeUndefined();
  const rows = await database.db.selectFrom('platform.account').where('email', 'like', 'stranger%').execute();
  expect(rows).toEqual([]);
});

test('the answer of a sign-in that another browser began is refused', async () => {
  const answer = await signIn('ada', 'collegium.state=forged');
  expect(answer.headers.location).toContain('error=');
  expect(tokenOf(answer.headers['set-cookie'])).toBeUndefined();
});

test('while the provider is away the page is told so', async () => {
  const lonely = await build('http://127.0.0.1:1');
  const answer = await begin(lonely);
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, 'auth.provider_unavailable']);
  await lonely.close();
});
