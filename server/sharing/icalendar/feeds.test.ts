import type { FeedList, NewFeedView } from '@collegium/contract/sharing/calendars.ts';
import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { addMember, addOrganisation, addPartnership, type TestMember } from '../../testing/world.ts';
import { putBooking, putResource } from './testing.ts';

let world: TestApp;
let learner: TestMember;
let colleague: TestMember;
let owner: TestMember;
let stranger: TestMember;
let resourceId: string;

beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.at = frozenAt;
  const [home, provider, foreign] = [
    await addOrganisation(world.network, 'Ribeira'),
    await addOrganisation(world.network, 'Baltic'),
    await addOrganisation(world.network, 'Northwater'),
  ];
  await addPartnership(world.network, home, provider);
  learner = await addMember(world.db, world.network, home, 'learner', 'Amina Yusuf');
  colleague = await addMember(world.db, world.network, home, 'learner', 'Bo Lind');
  owner = await addMember(world.db, world.network, provider, 'teacher', 'Owner');
  stranger = await addMember(world.db, world.network, foreign, 'learner', 'Stranger');
  resourceId = await putResource(world, provider);
});

async function makeFeed(as: TestMember, input: object = {}): Promise<NewFeedView> {
  const answer = await world.request(as, 'POST', '/feeds', input);
  expect(answer.statusCode).toBe(201);
  return answer.json();
}

const read = ({ address }: NewFeedView, headers: Record<string, string> = {}) =>
  world.app.inject({ method: 'GET', url: new URL(address).pathname, headers });

/** The events as an independent library reads them. */
function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      id: event.uid.split('@')[0],
      summary: event.summary,
      location: event.location,
      description: event.description,
      starts: event.startDate.toJSDate().toISOString(),
      ends: event.endDate.toJSDate().toISOString(),
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
    };
  });
}

test('signed out, nobody makes, lists or revokes feeds', async () => {
  expect((await world.request(null, 'POST', '/feeds', {})).statusCode).toBe(401);
  expect((await world.request(null, 'GET', '/feeds')).statusCode).toBe(401);
});

test('a feed of a resource that one may not see is refused', async () => {
  const answer = await world.request(stranger, 'POST', '/feeds', { resourceId });
  expect(answer.json()).toMatchObject({ status: 404, code: 'resource.not_found' });
});

test('one’s bookings are read by an independent library, in UTC, with place and state', async () => {
  const feed = await makeFeed(learner);
  const held = await putBooking(world, learner, resourceId, '2026-10-20T07:00:00Z', { purpose: 'Buoy; test, 1\nnext' });
  await putBooking(world, learner, resourceId, '2026-10-21T07:00:00Z', { state: 'requested' });
  await putBooking(world, learner, resourceId, '2026-10-22T07:00:00Z', { state: 'cancelled' });
  await putBooking(world, learner, resourceId, '2026-10-23T07:00:00Z', { state: 'waiting' });
  await putBooking(world, learner, resourceId, '2026-06-01T07:00:00Z', { state: 'completed' });
  await putBooking(world, colleague, resourceId, '2026-10-24T07:00:00Z');
  const invited = await putBooking(world, colleague, resourceId, '2026-10-25T00:00:00Z', {
    attendeeIds: [learner.personId],
    hours: 5,
  });
  const answer = await read(feed);
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(eventsOf(answer.body)).toMatchObject([
    {
      id: held,
      summary: 'Wave flume',
      location: 'Quay 4, Rostock',
      description: 'Buoy; test, 1\nnext',
      starts: '2026-10-20T07:00:00.000Z',
      ends: '2026-10-20T10:00:00.000Z',
      sequence: 1,
      status: 'CONFIRMED',
    },
    { starts: '2026-10-21T07:00:00.000Z', status: 'TENTATIVE' },
    { id: invited, starts: '2026-10-25T00:00:00.000Z', ends: '2026-10-25T05:00:00.000Z' },
  ]);
});

test('bookings of one’s own hours are in one’s feed', async () => {
  const hours = await putResource(world, { id: owner.organisationId, name: '' }, { personId: owner.personId });
  const booking = await putBooking(world, learner, hours, '2026-10-20T07:00:00Z');
  expect(eventsOf((await read(await makeFeed(owner))).body).map(({ id }) => id)).toEqual([booking]);
});

test('of a resource, its owner reads who holds it, and others only when it is taken', async () => {
  await putBooking(world, learner, resourceId, '2026-10-20T07:00:00Z', { purpose: 'Secret work' });
  const seen = async (as: TestMember) => eventsOf((await read(await makeFeed(as, { resourceId }))).body);
  expect(await seen(owner)).toMatchObject([{ summary: 'Amina Yusuf (Ribeira)', description: 'Secret work' }]);
  expect(await seen(colleague)).toMatchObject([{ summary: 'Taken', description: null }]);
});

test('words are in the language of the feed’s owner', async () => {
  await world.network.updateTable('person').set({ language: 'zh-CN' }).where('id', '=', colleague.personId).execute();
  await putBooking(world, colleague, resourceId, '2026-10-20T07:00:00Z');
  expect(eventsOf((await read(await makeFeed(colleague))).body)).toMatchObject([{ summary: '波浪水槽' }]);
});

test('an unchanged feed answers 304 by tag and by date; a changed one does not', async () => {
  const feed = await makeFeed(learner);
  const id = await putBooking(world, learner, resourceId, '2026-10-20T07:00:00Z');
  const first = await read(feed);
  const tag = { 'if-none-match': String(first.headers['etag']) };
  const date = { 'if-modified-since': String(first.headers['last-modified']) };
  world.clock.at = new Date('2026-10-13T10:00:00Z');
  for (const headers of [tag, date]) expect((await read(feed, headers)).statusCode).toBe(304);
  await world.network
    .updateTable('booking')
    .set((eb) => ({ purpose: 'Other', version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  for (const headers of [date, tag]) expect((await read(feed, headers)).statusCode).toBe(200);
  expect((await read(feed)).headers['etag']).not.toBe(first.headers['etag']);
});

test('a revoked feed is gone, for everybody; only its owner revokes it', async () => {
  const feed = await makeFeed(learner);
  expect((await world.request(colleague, 'DELETE', `/feeds/${feed.id}`)).statusCode).toBe(404);
  expect((await world.request(learner, 'DELETE', `/feeds/${feed.id}`)).statusCode).toBe(204);
  expect((await read(feed)).json()).toMatchObject({ status: 404, code: 'feed.not_found' });
  expect((await world.request(learner, 'GET', '/feeds')).json<FeedList>()).toEqual({ items: [] });
});

test('a feed ends with its owner’s membership, and with the partnership that opened the resource', async () => {
  const [own, other] = [await makeFeed(learner), await makeFeed(colleague, { resourceId })];
  await world.network.updateTable('partnership_member').set({ left_on: '2026-10-12' }).execute();
  expect((await read(other)).statusCode).toBe(404);
  expect((await read(own)).statusCode).toBe(200);
  await world.network
    .updateTable('membership')
    .set({ ended_on: '2026-10-13' })
    .where('id', '=', learner.membershipId)
    .execute();
  expect((await read(own)).statusCode).toBe(404);
});

test('the address is told once and kept as its hash alone', async () => {
  const feed = await makeFeed(learner);
  const token = /([\w-]{32})\.ics$/.exec(feed.address)?.[1] ?? '';
  expect(JSON.stringify(await world.network.selectFrom('calendar_feed').selectAll().execute())).not.toContain(token);
  expect((await world.request(learner, 'GET', '/feeds')).body).not.toContain(token);
  expect((await world.request(learner, 'GET', '/feeds')).json<FeedList>().items).toMatchObject([{ id: feed.id }]);
  expect((await read({ ...feed, address: feed.address.replace(token, 'x'.repeat(32)) })).statusCode).toBe(404);
});

test('nobody has more than fifty feeds', async () => {
  for (let made = 0; made < 50; made += 1) await makeFeed(learner);
  const answer = await world.request(learner, 'POST', '/feeds', {});
  expect(answer.json()).toMatchObject({ status: 409, code: 'feed.too_many' });
});

test('a feed in which one booking takes the place of another, with as many changes, is not the same', async () => {
  const first = await putBooking(world, learner, resourceId, '2026-10-20T07:00:00Z');
  const second = await putBooking(world, colleague, resourceId, '2026-10-21T07:00:00Z');
  const feed = await makeFeed(learner);
  const before = await read(feed);
  const give = (id: string, to: TestMember) =>
    world.network.updateTable('booking').set({ person_id: to.personId }).where('id', '=', id).execute();
  await give(first, colleague);
  await give(second, learner);
  const after = await read(feed, { 'if-none-match': String(before.headers.etag) });
  expect([after.statusCode, eventsOf(after.body).map(({ id }) => id)]).toEqual([200, [second]]);
});
