import type { BookingView } from '@collegium/contract/sharing/bookings.ts';
import type { ResourcePage, ResourceView } from '@collegium/contract/sharing/resources.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keepAgreements } from '../../agreements/keep-agreements.ts';
import { begin, inForce } from '../../agreements/testing.ts';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource, bookingInput, resourceInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';
import { addWaysIn, until, type WaysIn } from '../testing.ts';

let world: TestApp;
let owner: TestMember;
let party: TestMember;
let learner: TestMember;
let partner: TestMember;
let agree: WaysIn['agree'];
let agreementId: string;

beforeAll(async () => {
  world = await createTestApp();
  ({ owner, party, learner, partner, agree } = await addWaysIn(world));
  agreementId = await agree();
});
beforeEach(() => {
  world.clock.at = frozenAt;
});
afterAll(() => world.close());

const named = (more: object = {}) =>
  addResource(world, owner, { audience: 'partners', agreementIds: [agreementId], ...more });
const book = (as: TestMember, resource: ResourceView, input: object = {}) =>
  world.request(as, 'POST', '/bookings', bookingInput(resource, input));
const read = (as: TestMember | null, { id }: ResourceView) => world.request(as, 'GET', `/resources/${id}`);
const isListed = async (as: TestMember, { id }: ResourceView) =>
  (await world.request(as, 'GET', '/resources?limit=100')).json<ResourcePage>().items.some((item) => item.id === id);
const put = (id: string, state: 'suspended' | 'in_force') =>
  world.network.updateTable('agreement').set({ state }).where('id', '=', id).execute();
const isInCalendar = async (as: TestMember, { id }: ResourceView) => {
  const span = 'from=2026-10-20T00:00:00Z&until=2026-10-21T00:00:00Z';
  const answer = await world.request(as, 'GET', `/resources/calendar?resourceId=${id}&${span}`);
  return answer.json<{ resources: unknown[] }>().resources.length === 1;
};

test('members of the parties of a named agreement find, read and book; partners without it do not', async () => {
  const resource = await named();
  for (const member of [party, learner]) {
    expect((await read(member, resource)).statusCode).toBe(200);
    expect([await isListed(member, resource), await isInCalendar(member, resource)]).toEqual([true, true]);
  }
  expect((await book(learner, resource)).statusCode).toBe(201);
  expect((await read(partner, resource)).statusCode).toBe(404);
  expect((await read(null, resource)).statusCode).toBe(404);
  expect([await isListed(partner, resource), await isInCalendar(partner, resource)]).toEqual([false, false]);
  expect((await book(partner, resource, { starts: '2026-10-20T14:00', ends: '2026-10-20T15:00' })).json().code).toBe(
    'resource.not_found',
  );
});

test('without a named agreement partners are those of a partnership', async () => {
  const resource = await addResource(world, owner, { audience: 'partners' });
  expect((await read(partner, resource)).json()).toMatchObject({ namesAgreements: false, agreements: [] });
  expect((await read(party, resource)).statusCode).toBe(404);
});

test('hours and prices for partners are those of the parties, and the refusal of others says why', async () => {
  const hours = { weekday: 2, opensMinute: 480, closesMinute: 1_080 };
  const resource = await named({
    audience: 'network',
    openings: [{ ...hours, audience: 'partners' }],
    rates: [
      { audience: 'partners', amountMinor: 1_000, currency: 'EUR' },
      { audience: 'network', amountMinor: 9_000, currency: 'EUR' },
    ],
  });
  expect((await book(partner, resource)).json().code).toBe('booking.agreement_missing');
  expect((await book(learner, resource)).json<BookingView>().priceMinor).toBe(2_000);
  const found = await world.request(learner, 'POST', '/free-times', {
    resourceIds: [resource.id],
    minutes: 60,
    from: '2026-10-19T00:00:00Z',
    until: '2026-10-23T00:00:00Z',
  });
  expect(found.json<{ items: unknown[] }>().items).toHaveLength(1);
});

test('access ends with the last day of the agreement; what was booked stays, but is not moved', async () => {
  const expiringId = await agree(until('2026-12-31'));
  const resource = await named({ agreementIds: [expiringId] });
  const later = { starts: '2027-01-12T10:00', ends: '2027-01-12T12:00' };
  const endOn = (day: string) =>
    world.network.updateTable('agreement').set({ ends_on: day }).where('id', '=', expiringId).execute();
  await endOn('2027-12-31');
  const booking = await addBooking(world, learner, resource, later);
  await endOn('2026-12-31');
  world.clock.at = new Date('2027-01-01T00:00:00Z');
  await keepAgreements(world.scopeOf());
  expect((await read(learner, resource)).statusCode).toBe(404);
  expect([await isListed(learner, resource), await isInCalendar(learner, resource)]).toEqual([false, false]);
  expect((await book(learner, resource, { starts: '2027-01-13T10:00', ends: '2027-01-13T11:00' })).statusCode).toBe(
    404,
  );
  expect((await world.request(learner, 'GET', `/bookings/${booking.id}`)).json().state).toBe('confirmed');
  const moved = { starts: '2027-01-14T10:00', ends: '2027-01-14T12:00' };
  const headers = { 'if-match': `"${booking.version}"` };
  expect((await world.request(learner, 'PUT', `/bookings/${booking.id}`, moved, headers)).statusCode).not.toBe(200);
  expect(
    (await world.request(owner, 'GET', `/resources/${resource.id}`)).json<ResourceView>().agreements,
  ).toMatchObject([{ id: expiringId, isOpen: false }]);
});

test('one of several agreements is enough, and a suspended one opens nothing', async () => {
  const expiringId = await agree(until('2026-12-31'));
  const resource = await named({ agreementIds: [agreementId, expiringId] });
  await put(expiringId, 'suspended');
  expect((await read(learner, resource)).statusCode).toBe(200);
  await put(agreementId, 'suspended');
  expect((await read(learner, resource)).statusCode).toBe(404);
  expect((await book(learner, resource)).json().code).toBe('resource.not_found');
  await put(agreementId, 'in_force');
  await put(expiringId, 'in_force');
  expect((await book(learner, resource)).statusCode).toBe(201);
});

test('readers see under which agreement they come in, and open it only if they may read agreements', async () => {
  const resource = await named();
  expect((await read(learner, resource)).json<ResourceView>().agreements).toMatchObject([
    { id: agreementId, isOpen: true, isReadable: false },
  ]);
  expect((await read(party, resource)).json<ResourceView>().agreements).toMatchObject([{ isReadable: true }]);
  const open = await named({ audience: 'network' });
  expect((await read(partner, open)).json()).toMatchObject({ namesAgreements: true, agreements: [] });
});

test('only agreements in force that bind the owner are named; one that has ended may stay', async () => {
  const create = (agreementIds: string[]) =>
    world.request(owner, 'POST', '/resources', { ...resourceInput, agreementIds });
  const ribeira = { id: owner.organisationId } as Parameters<typeof begin>[2][number];
  const draft = await begin(world, owner, [ribeira, { ...ribeira, id: party.organisationId }]);
  const others = await addOrganisation(world.network, 'Elsewhere');
  const stranger = await addMember(world.db, world.network, others, 'organisation_administrator');
  const foreign = await inForce(world, [stranger, party], [others, { ...others, id: party.organisationId }]);
  for (const id of [draft, foreign, owner.membershipId])
    expect((await create([id])).json().code).toBe('resource.agreement_not_binding');

  const expiringId = await agree(until('2026-12-31'));
  const resource = await named({ agreementIds: [expiringId] });
  world.clock.at = new Date('2027-01-01T00:00:00Z');
  await keepAgreements(world.scopeOf());
  const change = (agreementIds: string[], version: number) =>
    world.request(
      owner,
      'PUT',
      `/resources/${resource.id}`,
      { ...resourceInput, agreementIds },
      { 'if-match': `"${version}"` },
    );
  const kept = await change([expiringId], resource.version);
  expect(kept.statusCode).toBe(200);
  expect((await change([], resource.version + 1)).json<ResourceView>().agreements).toEqual([]);
});

test('a feed of the resource is for the parties of the agreement, while it is in force, and not for other partners', async () => {
  const resource = await named();
  const subscribe = (as: TestMember) => world.request(as, 'POST', '/feeds', { resourceId: resource.id });
  expect((await subscribe(partner)).statusCode).toBe(404);
  const made = await subscribe(learner);
  expect(made.statusCode).toBe(201);
  const readFeed = async () =>
    (await world.app.inject({ method: 'GET', url: new URL(made.json().address).pathname })).statusCode;
  expect(await readFeed()).toBe(200);
  await put(agreementId, 'suspended');
  expect(await readFeed()).toBe(404);
  await put(agreementId, 'in_force');
});
