import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OutsideCalendarView } from '@collegium/contract/sharing/calendars.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';
import { openInternet, type FetchPolicy } from './fetch-calendar.ts';
import { readDueCalendars } from './jobs.ts';
import { readNow } from './outside-calendars.ts';

let world: TestApp;
let learner: TestMember;
let other: TestMember;
let server: Server;
let answer: { status: number; body: string; etag?: string };
let asked: string[];

beforeAll(async () => {
  world = await createTestApp();
  server = createServer((request, reply) => {
    asked.push(request.headers['if-none-match'] ?? '');
    reply.writeHead(answer.status, { 'content-type': 'text/calendar', ...(answer.etag && { etag: answer.etag }) });
    reply.end(answer.body);
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
});
afterAll(async () => {
  server.close();
  await world.close();
});
beforeEach(async () => {
  world.clock.at = frozenAt;
  await world.network.deleteFrom('outside_calendar').execute();
  const home = await addOrganisation(world.network, 'Ribeira');
  learner = await addMember(world.db, world.network, home, 'learner');
  other = await addMember(world.db, world.network, home, 'learner');
  answer = { status: 200, body: calendar('20261014T080000Z', '20261014T090000Z') };
  asked = [];
});

const calendar = (start: string, end: string) =>
  `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Doctor\r\nDTSTART:${start}\r\nDTEND:${end}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

/** The test's server stands for the internet. */
const outside: FetchPolicy = {
  ...openInternet,
  protocols: ['https:', 'http:'],
  resolve: async () => ['127.0.0.1'],
  mayConnectTo: () => true,
};
const never = new AbortController().signal;

async function add(as = learner): Promise<OutsideCalendarView> {
  const added = await world.request(as, 'POST', '/outside-calendars', {
    name: 'Work',
    address: 'webcal://calendar.example/secret.ics',
  });
  expect(added.statusCode).toBe(201);
  const view = added.json<OutsideCalendarView>();
  const address = `http://calendar.example:${(server.address() as AddressInfo).port}/secret.ics`;
  await world.network.updateTable('outside_calendar').set({ address }).where('id', '=', view.id).execute();
  return view;
}

const busy = () => world.network.selectFrom('outside_busy').selectAll().orderBy('starts_at').execute();
const readAll = () => readDueCalendars(world.services, outside, never);
const only = async (as = learner) => {
  const list = await world.request(as, 'GET', '/outside-calendars');
  return list.json<{ items: OutsideCalendarView[] }>().items[0];
};

test('signed out, nobody has calendars', async () => {
  expect((await world.request(null, 'GET', '/outside-calendars')).statusCode).toBe(401);
});

test('somebody else’s calendar is neither read nor removed', async () => {
  const { id } = await add();
  expect((await world.request(other, 'POST', `/outside-calendars/${id}/reading`)).statusCode).toBe(404);
  expect((await world.request(other, 'DELETE', `/outside-calendars/${id}`)).statusCode).toBe(404);
  expect(await only(other)).toBeUndefined();
});

test('busy times are kept, what for is not, and the address is not shown again', async () => {
  await add();
  await readAll();
  expect(await busy()).toMatchObject([
    { starts_at: new Date('2026-10-14T08:00:00Z'), ends_at: new Date('2026-10-14T09:00:00Z') },
  ]);
  const list = await world.request(learner, 'GET', '/outside-calendars');
  expect(list.body).not.toMatch(/secret|Doctor/);
  expect(await only()).toMatchObject({ readAt: frozenAt.toISOString(), failure: null, busyCount: 1 });
});

test('it is read again after an hour, and an unchanged one keeps its busy times', async () => {
  answer.etag = '"7"';
  await add();
  await readAll();
  world.clock.at = new Date(frozenAt.getTime() + 3_599_999);
  await readAll();
  expect(asked).toEqual(['']);
  answer = { status: 304, body: '' };
  world.clock.at = new Date(frozenAt.getTime() + 3_600_000);
  await readAll();
  expect(asked).toEqual(['', '"7"']);
  expect(await busy()).toHaveLength(1);
});

test('a changed calendar replaces what was known', async () => {
  const { id } = await add();
  await readAll();
  answer.body = calendar('20261015T080000Z', '20261015T093000Z');
  const scope = { ...world.scopeOf(learner), actor: learner };
  expect(await readNow(scope, id, outside)).toMatchObject({ busyCount: 1, failure: null });
  expect(await busy()).toMatchObject([{ starts_at: new Date('2026-10-15T08:00:00Z') }]);
});

test('after a failure the busy times stay, the reason is said, and the pauses grow up to a day', async () => {
  await add();
  await readAll();
  answer = { status: 500, body: '' };
  const failedAt = new Date(frozenAt.getTime() + 3_600_000);
  world.clock.at = failedAt;
  await readAll();
  expect(await only()).toMatchObject({ failure: 'refused', failingSince: failedAt.toISOString(), busyCount: 1 });
  for (const hours of [1, 2, 4, 8, 16, 32, 56]) {
    const before = asked.length;
    world.clock.at = new Date(failedAt.getTime() + hours * 3_600_000 - 1);
    await readAll();
    expect(asked).toHaveLength(before);
    world.clock.at = new Date(failedAt.getTime() + hours * 3_600_000);
    await readAll();
    expect(asked).toHaveLength(before + 1);
  }
  answer = { status: 200, body: calendar('20261014T080000Z', '20261014T090000Z') };
  world.clock.at = new Date(failedAt.getTime() + 80 * 3_600_000);
  await readAll();
  expect(await only()).toMatchObject({ failure: null, failingSince: null });
});

test('removing a calendar forgets its busy times', async () => {
  const { id } = await add();
  await readAll();
  expect((await world.request(learner, 'DELETE', `/outside-calendars/${id}`)).statusCode).toBe(204);
  expect(await busy()).toEqual([]);
});

test.each(['http://calendar.example/x', 'https://user:word@calendar.example/x', 'calendar'])(
  '%s is refused when it is entered',
  async (address) => {
    const refused = await world.request(learner, 'POST', '/outside-calendars', { name: 'Work', address });
    expect(refused.json()).toMatchObject({ status: 422, code: 'outside_calendar.address_invalid' });
  },
);

test('an internal address is entered, read by nobody, and said to be one', async () => {
  const internal = { name: 'Work', address: 'https://127.0.0.1/x.ics' };
  const { id } = (await world.request(learner, 'POST', '/outside-calendars', internal)).json<OutsideCalendarView>();
  const read = await world.request(learner, 'POST', `/outside-calendars/${id}/reading`);
  expect(read.json()).toMatchObject({ failure: 'address_internal', readAt: null });
});

const input = (path: string) => ({ name: 'Work', address: `https://calendar.example/${path}` });

test('the same calendar twice, and an eleventh one, are refused', async () => {
  for (let made = 0; made < 10; made += 1)
    await world.request(learner, 'POST', '/outside-calendars', input(String(made)));
  const eleventh = await world.request(learner, 'POST', '/outside-calendars', input('10'));
  expect(eleventh.json()).toMatchObject({ status: 409, code: 'outside_calendar.too_many' });
  await world.request(other, 'POST', '/outside-calendars', input('0'));
  const twice = await world.request(other, 'POST', '/outside-calendars', input('0'));
  expect(twice.json()).toMatchObject({ status: 409, code: 'outside_calendar.exists' });
});
