import type { ResourceView } from '@collegium/contract/sharing/resources.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dispatchPending } from '../../platform/events/dispatcher.ts';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';
import { sharingSubscriptions } from '../subscriptions.ts';

let world: TestApp;
let owner: TestMember;
let foreign: TestMember;
let learner: TestMember;
let kiln: ResourceView;

const week = { from: '2026-10-19', until: '2026-10-25' };
const workdays = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  opensMinute: 480,
  closesMinute: 960,
  audience: 'network' as const,
}));

beforeAll(async () => {
  world = await createTestApp();
  owner = await addMember(
    world.db,
    world.network,
    await addOrganisation(world.network, 'Vantera', 'company'),
    'teacher',
  );
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  foreign = await addMember(world.db, world.network, ribeira, 'coordinator');
  learner = await addMember(world.db, world.network, ribeira, 'learner');
  kiln = await addResource(world, owner, { name: { en: 'Kiln' }, openings: workdays, sharedAs: 'items', units: 2 });
});
afterAll(() => world.close());

const idle = async (as: TestMember | null, resource = kiln) =>
  world.request(as, 'GET', `/resources/${resource.id}/idle?from=${week.from}&until=${week.until}`);
const offer = (as: TestMember | null, more: object = {}, resource = kiln) =>
  world.request(as, 'POST', `/resources/${resource.id}/idle-offers`, {
    ...week,
    title: { en: 'Time on the kiln' },
    hoursPerPlace: 4,
    places: 10,
    ...more,
  });

test('idle hours are read and offered by the owner alone', async () => {
  expect((await idle(null)).statusCode).toBe(401);
  expect((await offer(null)).statusCode).toBe(401);
  expect((await idle(foreign)).json().code).toBe('resource.not_found');
  expect((await offer(foreign)).json().code).toBe('resource.not_found');
});

test('what is open and not held is idle; a part of it becomes an offer that people find and take', async () => {
  await addBooking(world, learner, kiln, { resources: [{ resourceId: kiln.id, quantity: 2 }] });
  const cancelled = await addBooking(world, learner, kiln, { starts: '2026-10-21T10:00', ends: '2026-10-21T12:00' });
  await world.request(learner, 'POST', `/bookings/${cancelled.id}/cancel`, {});
  expect((await idle(owner)).json()).toEqual({
    openMinutes: 2 * 5 * 480,
    heldMinutes: 240,
    offeredMinutes: 0,
    idleMinutes: 4_560,
    agreements: [],
    abilities: { offer: true },
  });
  const answer = await offer(owner);
  expect(answer.statusCode).toBe(201);
  const found = (await world.request(learner, 'GET', '/offers?kind=resource_time')).json();
  expect(found.items).toMatchObject([{ id: answer.json().offerId, title: { en: 'Time on the kiln' }, places: 10 }]);
  const read = (await world.request(learner, 'GET', `/offers/${answer.json().offerId}`)).json();
  expect(read).toMatchObject({
    state: 'published',
    hours: 4,
    allocatedBy: 'first_come',
    details: { resourceId: kiln.id },
    abilities: { apply: true },
  });
});

test('hours that are offered already are not offered again; withdrawn, they are idle once more', async () => {
  expect((await idle(owner)).json()).toMatchObject({ offeredMinutes: 2_400, idleMinutes: 2_160 });
  const refused = await offer(owner);
  // Eight places of four hours, and two times two hours that one person cannot use at once.
  expect(refused.json()).toMatchObject({ code: 'resource.not_idle', parameters: { hours: 32 } });
  const { items } = (await world.request(owner, 'GET', '/offers?kind=resource_time')).json();
  const withdrawn = { reason: 'The kiln is moved' };
  const url = `/offers/${items[0].id}/withdraw`;
  expect((await world.request(owner, 'POST', url, withdrawn, { 'if-match': '"1"' })).statusCode).toBe(200);
  await dispatchPending({ services: world.services, subscriptions: sharingSubscriptions });
  expect((await idle(owner)).json()).toMatchObject({ offeredMinutes: 0, idleMinutes: 4_560 });
});

test('days that are reversed, and a resource that is out of service, offer nothing', async () => {
  expect((await offer(owner, { until: '2026-10-01' })).json().code).toBe('request.invalid');
  expect((await offer(owner, { from: '2026-09-01', until: '2026-09-05', places: 1 })).json().code).toBe(
    'resource.not_idle',
  );
  expect((await offer(owner, { hoursPerPlace: 0.3 })).json()).toMatchObject({
    code: 'resource.hours_not_bookable',
    parameters: { shortest: 15, step: 15 },
  });
  const body = { move: 'maintain', reason: 'Relined' };
  await world.request(owner, 'POST', `/resources/${kiln.id}/state`, body, { 'if-match': `"${kiln.version}"` });
  expect((await offer(owner)).json().code).toBe('resource.not_found');
});
