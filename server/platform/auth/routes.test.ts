import Fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testConfig } from '../../testing/config.ts';
import { cookieHeader } from '../../testing/cookies.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { answerProblems } from '../http/errors.ts';
import { validatorCompiler } from '../http/validation.ts';
import { newId } from '../ids.ts';
import type { Services } from '../scope.ts';
import { createAccount } from './accounts.ts';
import { authRoutes } from './routes.ts';
import { readSignInToken } from './sign-in-token.ts';

const password = 'a long enough password';
const ada = 'ada@example.org';
const config = testConfig();

let database: TestDatabase;
let services: Services;
let app: FastifyInstance;
let accountId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  await db
    .insertInto('platform.network')
    .values({ slug: 'test', name: 'Test' })
    .onConflict((c) => c.doNothing())
    .execute();
  services = { db, config, clock: { now: () => new Date() }, log: pino({ level: 'silent' }), signal: () => {} };
  accountId = await createAccount(db, { name: 'Ada', email: 'Ada@example.org', password });
  app = await build(services);
});
afterAll(async () => {
  await app.close();
  await database.close();
});
beforeEach(async () => {
  await database.db.deleteFrom('platform.rate_limit').execute();
  await database.network.deleteFrom('mail').execute();
});

async function build(on: Services): Promise<FastifyInstance> {
  const built = Fastify({ loggerInstance: on.log });
  built.setValidatorCompiler(validatorCompiler);
  answerProblems(built);
  await built.register(authRoutes, { services: on });
  return built;
}

const ours = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' };

function post(url: string, payload: object, headers: Record<string, string> = ours): Promise<LightMyRequestResponse> {
  return app.inject({ method: 'POST', url: `/api/auth${url}`, payload, headers });
}
const signIn = (secret = password, email = ada) => post('/sign-in/email', { email, password: secret });
const tokenOf = (answer: LightMyRequestResponse) =>
  readSignInToken(cookieHeader(answer.headers['set-cookie']), config.secret);
const codeOf = (answer: LightMyRequestResponse) => answer.json<{ code: string }>().code;
const signInOf = (token: string | undefined) =>
  database.db
    .selectFrom('platform.sign_in')
    .selectAll()
    .where('token', '=', token ?? '')
    .executeTakeFirst();
const events = () => database.network.selectFrom('audit_event').selectAll().orderBy('id').execute();
const mails = () => database.network.selectFrom('mail').selectAll().execute();

async function mailedUrl(): Promise<URL> {
  const [mail] = await mails();
  return new URL(/https?:\S+/.exec(mail!.body_text)![0]);
}

/** Follows the mailed link and presses the button. */
async function spendLink(url: URL): Promise<LightMyRequestResponse> {
  const page = await app.inject({ method: 'GET', url: url.pathname + url.search });
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('action="/api/auth/magic-link/verify"');
  return app.inject({ method: 'GET', url: `/api/auth/magic-link/verify${url.search}` });
}

test('the right password signs in: our reading of the cookie finds the row that the library wrote', async () => {
  const answer = await signIn();
  expect(answer.statusCode).toBe(204);
  expect(await signInOf(tokenOf(answer))).toMatchObject({ user_id: accountId, ip_address: '127.0.0.1' });
});

test('the cookie is out of reach of scripts and of other sites, and the answer does not repeat it', async () => {
  const answer = await signIn();
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/^collegium\.session_token=.*HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect(answer.body).toBe('');
});

test('behind HTTPS the cookie travels over HTTPS only', async () => {
  const secure = await build({ ...services, config: testConfig({ url: 'https://collegium.example' }) });
  const payload = { email: ada, password };
  const answer = await secure.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload, headers: ours });
  expect(String(answer.headers['set-cookie'])).toMatch(/^__Secure-collegium\.session_token=.*; Secure/);
  expect(await signInOf(tokenOf(answer))).toMatchObject({ user_id: accountId });
  await secure.close();
});

test('a wrong password and an unknown address get the same answer', async () => {
  const wrong = await signIn('another long password');
  const unknown = await signIn(password, 'nobody@example.org');
  expect([wrong.statusCode, codeOf(wrong)]).toEqual([401, 'auth.wrong_password']);
  expect([unknown.statusCode, codeOf(unknown)]).toEqual([401, 'auth.wrong_password']);
});

test('the eleventh attempt in a minute at one address is refused, with the seconds to wait; others still get in', async () => {
  for (let attempt = 0; attempt < 10; attempt += 1) await signIn('another long password');
  const refused = await signIn();
  expect([refused.statusCode, codeOf(refused)]).toEqual([429, 'request.too_many']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(50);
  expect((await signIn(password, 'nobody@example.org')).statusCode).toBe(401);
});

test('nobody can sign up', async () => {
  const account = { email: 'new@example.org', password, name: 'New' };
  expect((await post('/sign-up/email', account)).statusCode).toBe(404);
});

test('a request from another site is refused', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', origin: 'https://evil.example' };
  const answer = await post('/sign-in/email', { email: ada, password }, headers);
  expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'request.cross_site']);
});

test('signing out ends the sign-in', async () => {
  const signedIn = await signIn();
  const cookie = cookieHeader(signedIn.headers['set-cookie']);
  const answer = await post('/sign-out', {}, { ...ours, cookie });
  expect(answer.statusCode).toBe(204);
  expect(String(answer.headers['set-cookie'])).toContain('Max-Age=0');
  expect(await signInOf(tokenOf(signedIn))).toBeUndefined();
});

test('a mailed link signs in once and leads to the page that was asked for', async () => {
  const asked = await post('/sign-in/magic-link', { email: 'ADA@example.org', callbackURL: '/test/offers' });
  expect(asked.statusCode).toBe(204);
  const url = await mailedUrl();
  const spent = await spendLink(url);
  expect(spent.headers.location).toBe(`${config.url}/test/offers`);
  expect(await signInOf(tokenOf(spent))).toMatchObject({ user_id: accountId });
  const again = await spendLink(url);
  expect(again.headers.location).toContain('error=INVALID_TOKEN');
  expect(tokenOf(again)).toBeUndefined();
});

test('looking at a mailed link, as mail systems do, does not spend it', async () => {
  await post('/sign-in/magic-link', { email: ada, callbackURL: '/test/' });
  const url = await mailedUrl();
  for (let look = 0; look < 3; look += 1) await app.inject({ method: 'GET', url: url.pathname + url.search });
  expect(tokenOf(await spendLink(url))).toBeDefined();
});

test('a link works for 15 minutes, and only its hash is stored', async () => {
  await database.db.deleteFrom('platform.verification').execute();
  await post('/sign-in/magic-link', { email: ada, callbackURL: '/test/' });
  const url = await mailedUrl();
  const stored = await database.db.selectFrom('platform.verification').selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify(stored)).not.toContain(url.searchParams.get('token'));
  expect(stored.expires_at.getTime() - Date.now()).toBeLessThanOrEqual(15 * 60_000);
  await database.db
    .updateTable('platform.verification')
    .set({ expires_at: new Date(Date.now() - 1_000) })
    .execute();
  expect(tokenOf(await spendLink(url))).toBeUndefined();
});

test('asking for a link answers the same when nobody has the address, and mails nobody', async () => {
  const answer = await post('/sign-in/magic-link', { email: 'nobody@example.org', callbackURL: '/test/' });
  expect([answer.statusCode, answer.body]).toEqual([204, '']);
  expect(await mails()).toEqual([]);
});

test('a link cannot lead to another site', async () => {
  const answer = await post('/sign-in/magic-link', { email: ada, callbackURL: 'https://evil.example/' });
  expect(answer.statusCode).toBe(422);
  const direct = await app.inject({ url: '/api/auth/magic-link/verify?token=x&callbackURL=//evil.example' });
  expect(direct.statusCode).toBe(422);
});

test('what a link carries is text on its page', async () => {
  const url = '/api/auth/magic-link?token=%22%3E%3Cscript%3Ealert(1)%3C/script%3E';
  expect((await app.inject({ url })).body).not.toContain('<script');
});

test('the mail is in the language of the person in that network', async () => {
  const person = { id: accountId, account_id: accountId, name: 'Ada', language: 'zh-CN', created_at: new Date() };
  await database.network.insertInto('person').values(person).execute();
  await post('/sign-in/magic-link', { email: ada, callbackURL: '/test/' });
  expect(await mails()).toMatchObject([{ to_address: ada, subject: '登录 Collegium' }]);
  await database.network.deleteFrom('person').execute();
});

test('a forgotten password is replaced by the mailed link, once, and all browsers are signed out', async () => {
  const account_id = await createAccount(database.db, { name: 'Bo', email: 'bo@example.org', password });
  const person = { id: newId(), account_id, name: 'Bo', language: 'zh-CN', created_at: new Date() };
  await database.network.insertInto('person').values(person).execute();
  const before = tokenOf(await signIn(password, 'bo@example.org'));
  await post('/request-password-reset', { email: 'bo@example.org', redirectTo: '/test/sign-in/new-password' });
  const url = await mailedUrl();
  const landed = await app.inject({ url: url.pathname + url.search });
  const page = new URL(String(landed.headers.location));
  expect(page.pathname).toBe('/test/sign-in/new-password');
  const token = page.searchParams.get('token');
  const short = await post('/reset-password', { token, newPassword: 'short' });
  expect([short.statusCode, codeOf(short)]).toEqual([422, 'auth.password_too_short']);
  expect((await post('/reset-password', { token, newPassword: 'a very new password' })).statusCode).toBe(204);
  expect(await signInOf(before)).toBeUndefined();
  expect((await signIn(password, 'bo@example.org')).statusCode).toBe(401);
  expect((await signIn('a very new password', 'bo@example.org')).statusCode).toBe(204);
  expect(await events()).toMatchObject([
    { action: 'account.password_reset', object_id: account_id, account_id, person_id: person.id },
  ]);
  expect(await mails()).toMatchObject([
    { subject: '设置新密码' },
    { to_address: 'bo@example.org', subject: '您的密码已更改' },
  ]);
  const again = await post('/reset-password', { token, newPassword: 'yet another password' });
  expect([again.statusCode, codeOf(again)]).toEqual([410, 'auth.link_spent']);
});

test('of two that spend one link at once, one sets the password', async () => {
  await createAccount(database.db, { name: 'Cy', email: 'cy@example.org', password });
  await post('/request-password-reset', { email: 'cy@example.org', redirectTo: '/test/' });
  const token = (await mailedUrl()).pathname.split('/').at(-1);
  const attempts = ['the first of two', 'the other of two'].map((newPassword) =>
    post('/reset-password', { token, newPassword }),
  );
  const answers = (await Promise.all(attempts)).map(({ statusCode }) => statusCode);
  expect(answers.toSorted()).toEqual([204, 410]);
});

test('asking for a new password answers the same when nobody has the address', async () => {
  const answer = await post('/request-password-reset', { email: 'nobody@example.org', redirectTo: '/test/' });
  expect(answer.statusCode).toBe(204);
  expect(await mails()).toEqual([]);
});
