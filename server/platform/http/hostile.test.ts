import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import { allRoutes } from '../../routes.ts';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { offerInput } from '../../testing/offers.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';
import { createAccount } from '../auth/accounts.ts';
import { cookieHeader } from '../../testing/cookies.ts';

let world: TestApp;
let member: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  member = await addMember(world.db, world.network, vantera, 'coordinator');
});
afterAll(() => world.close());

const strings = [
  "' or 1=1 --",
  '%00',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e%2f',
  '00000000-0000-0000-0000-00000000000g',
  '%F0%9F%92%A9',
  '$%7B7*7%7D',
  '%0d%0aset-cookie:%20a=b',
  'a'.repeat(150),
];

test.each(
  allRoutes.filter(({ url }) => url.includes(':')).map((route) => ({ ...route, name: `${route.method} ${route.url}` })),
)('$name refuses made-up ids without failing', async ({ method, url }) => {
  for (const id of strings) {
    const answer = await world.request(member, method, url.replace(/:\w+/g, id), {}, { 'if-match': '"1"' });
    expect([400, 404, 415, 422], `${id}: ${answer.body}`).toContain(answer.statusCode);
    expect(answer.headers['set-cookie']).toBeUndefined();
  }
});

const cursors = ['["x"]', '["x","y"]', '[1,2]', '["2026-01-01","x"]', '[{}]', '{"__proto__":1}', 'null', '\u0000'].map(
  (key) => Buffer.from(key).toString('base64url'),
);

test.each(allRoutes.filter(({ method, url }) => method === 'GET' && !url.includes(':')))(
  'GET $url refuses made-up cursors, huge and doubled questions without failing',
  async ({ url }) => {
    const questions = [
      ...cursors.map((cursor) => `cursor=${cursor}`),
      `q=${'x'.repeat(8_000)}`,
      'limit=1&limit=2',
      'limit=99999999999999999999',
      'words=%00',
      'q=%00',
      'words[]=a&words[__proto__]=b',
      '__proto__[polluted]=1&constructor[prototype][polluted]=1',
    ];
    for (const question of questions) {
      const answer = await world.request(member, 'GET', `${url}?${question}`);
      expect(answer.statusCode, `${question.slice(0, 60)}: ${answer.body}`).toBeLessThan(500);
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  },
);

function send(payload: string, type = 'application/json') {
  return world.app.inject({
    method: 'POST',
    url: '/test/api/offers',
    payload,
    headers: { 'content-type': type, authorization: `Bearer ${member.token}` },
  });
}

test('keys that would reach into every object are refused', async () => {
  for (const body of ['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}']) {
    const answer = await send(body);
    expect(answer.json().code).toBe('request.malformed');
  }
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('a body of more than 1 MiB, broken JSON and other media are refused in a sentence', async () => {
  expect((await send(JSON.stringify({ ...offerInput, description: { en: 'x'.repeat(1_048_576) } }))).json().code).toBe(
    'request.too_large',
  );
  expect((await send('{"kind":')).json().code).toBe('request.malformed');
  expect((await send('<offer/>', 'application/xml')).json().code).toBe('request.unsupported_type');
  expect((await send('['.repeat(100_000))).statusCode).toBe(400);
});

test('names keep apostrophes, Arabic, Chinese and 300 characters, and never become anything else', async () => {
  for (const title of [
    "L'École d'été",
    'جامعة القاهرة',
    '东港大学',
    '"><script>alert(1)</script>',
    'x'.repeat(200),
    '=1+1',
    String.raw`\u0000 and \ud83d, spelt out`,
  ]) {
    const made = await world.request(member, 'POST', '/offers', { ...offerInput, title: { en: title } });
    expect(made.json().title).toEqual({ en: title });
  }
});

test('a text with a character that a database cannot keep is refused in a sentence', async () => {
  for (const field of [
    { title: { en: 'a\u0000b' } },
    { description: { en: 'a\u0000b' } },
    { city: 'a\u0000b' },
    { city: 'half a face: \ud83d' },
    { title: { en: 'half a face: \ud83d' } },
  ]) {
    const answer = await world.request(member, 'POST', '/offers', { ...offerInput, ...field });
    expect({ field, ...answer.json<object>() }).toMatchObject({ code: 'request.zero_character' });
  }
});

test('addresses outside the built pages and the files are not there', async () => {
  for (const url of [
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/..%2f..%2fetc/passwd',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/.env',
    '/assets/.git/config',
  ]) {
    const answer = await world.app.inject(url);
    expect(answer.body).not.toContain('"workspaces"');
    expect(answer.body).not.toContain('root:');
    expect([200, 400, 403, 404]).toContain(answer.statusCode);
    if (answer.statusCode === 200) expect(answer.headers['content-type']).toContain('text/html');
  }
});

test('every answer forbids scripts and frames that are not ours, and guessing of types', async () => {
  for (const url of [
    '/test/api/offers',
    '/test/api',
    '/health',
    '/test/api/offers/nothing',
    '/nowhere/api/today',
    '/api/networks',
  ]) {
    const { headers } = await world.app.inject(url);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
  }
});

test('a request that comes too slowly is ended', async () => {
  const app = await buildApp(world.services);
  try {
    expect(app.server.requestTimeout).toBe(30_000);
    expect(app.server.headersTimeout).toBeGreaterThan(0);
    expect(app.server.headersTimeout).toBeLessThanOrEqual(60_000);
    app.server.headersTimeout = 200;
    app.server.requestTimeout = 300;
    Reflect.set(app.server, 'connectionsCheckingInterval', 50);
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as { port: number };
    const socket = connect(port, '127.0.0.1');
    const closed = new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('error', () => resolve(text));
      socket.on('close', () => resolve(text));
    });
    socket.write('GET /health HTTP/1.1\r\nhost: localhost\r\n');
    const drip = setInterval(() => socket.writable && socket.write('x-drip: 1\r\n'), 100);
    const answer = await Promise.race([closed, wait(35_000).then(() => 'still open')]);
    clearInterval(drip);
    expect(answer).not.toBe('still open');
    expect(answer === '' || answer.startsWith('HTTP/1.1 408')).toBe(true);
  } finally {
    await app.close();
  }
}, 40_000);

test('no password, cookie, token or link is in the log, and every line has the request’s id', async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const app = await buildApp({ ...world.services, log: pino({ level: 'trace' }, stream) });
  const password = 'correct horse battery staple';
  await createAccount(world.db, { name: 'Ada', email: 'ada@example.org', password });
  const ours = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' };
  const signIn = (secret: string) =>
    app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      payload: { email: 'ada@example.org', password: secret },
      headers: ours,
    });
  await signIn('wrong but secret words');
  const cookie = cookieHeader((await signIn(password)).headers['set-cookie']);
  expect(cookie).not.toBe('');
  await app.inject({ url: '/test/api/session', headers: { cookie } });
  await app.inject({ url: '/test/api/today', headers: { authorization: `Bearer ${member.token}` } });
  await app.inject({ url: '/api/auth/magic-link?token=a-secret-of-a-link' });
  await app.inject({ url: '/api/auth/magic-link/verify?token=a-secret-of-a-link' });
  await app.inject({ url: '/api/auth/reset-password/another-secret?callbackURL=/x' });
  await app.close();
  const log = lines.join('');
  const secrets = [
    password,
    'wrong but secret',
    member.token,
    'a-secret-of-a-link',
    'another-secret',
    cookie.split('=')[1] ?? '?',
  ];
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  const requests = lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => 'req' in line || 'res' in line);
  expect(requests.length).toBeGreaterThan(4);
  expect(requests.every((line) => typeof line['reqId'] === 'string')).toBe(true);
});
