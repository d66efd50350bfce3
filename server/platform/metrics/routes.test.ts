import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { newId } from '../ids.ts';

let world: TestApp;

beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

const ask = (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
  world.app.inject({ url: '/metrics', headers, remoteAddress });
const valueOf = (text: string, line: string) =>
  Number(
    text
      .split('\n')
      .find((each) => each.startsWith(`${line} `))
      ?.split(' ')[1],
  );

test('requests are counted by the pattern of their address, not by the address', async () => {
  for (const network of ['one', 'two']) await world.app.inject(`/${network}/api/session`);
  const { body } = await ask();
  const labels = '{method="GET",route="/:network/api/session",status="404"}';
  expect(valueOf(body, `collegium_http_request_seconds_count${labels}`)).toBe(2);
});

test('what waits in a network is counted when asked', async () => {
  const at = new Date();
  const event = { action: 'offer.published', object_type: 'offer', object_id: newId(), at };
  await world.network
    .insertInto('audit_event')
    .values({ id: newId(), ...event })
    .execute();
  const mail = {
    subject: '',
    body_text: '',
    body_html: '',
    created_at: at,
    next_attempt_at: at,
    to_address: 'a@example.org',
  };
  await world.network
    .insertInto('mail')
    .values([
      { ...mail, id: newId(), sent_at: at },
      { ...mail, id: newId(), failed_at: at },
      { ...mail, id: newId() },
    ])
    .execute();
  const { body, headers } = await ask();
  expect(headers['content-type']).toContain('text/plain');
  expect(valueOf(body, 'collegium_up')).toBe(1);
  expect(valueOf(body, 'collegium_events_pending{network="test"}')).toBe(1);
  expect(valueOf(body, 'collegium_mail_pending{network="test"}')).toBe(1);
  expect(valueOf(body, 'collegium_mail_failed{network="test"}')).toBe(1);
  expect(body).toContain('collegium_database_connections{state="active"}');
});

test.each([
  ['from the internet', {}, '203.0.113.9'],
  ['through a proxy', { 'x-forwarded-for': '203.0.113.9' }, '127.0.0.1'],
])('%s there is no such address', async (_where, headers, address) => {
  expect((await ask(headers, address)).statusCode).toBe(404);
});

test.each(['10.1.2.3', '192.168.1.1', '::1', '::ffff:10.0.0.1'])('%s may ask', async (address) => {
  expect((await ask({}, address)).statusCode).toBe(200);
});

test('without its database the process still tells its own numbers', async () => {
  const lost = await createTestApp();
  await lost.services.db.destroy();
  const { statusCode, body } = await lost.app.inject('/metrics');
  expect([statusCode, valueOf(body, 'collegium_up')]).toEqual([200, 0]);
  expect(body).toContain('process_resident_memory_bytes');
  await lost.close();
});
