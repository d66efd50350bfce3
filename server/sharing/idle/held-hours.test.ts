import type { CalendarView } from '@collegium/contract/sharing/calendar.ts';
import type { BookingView } from '@collegium/contract/sharing/bookings.ts';
import type { ResourceView } from '@collegium/contract/sharing/resources.ts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { applicationSubscriptions } from '../../applications/subscriptions.ts';
import { participationSubscriptions } from '../../participation/subscriptions.ts';
import { countRoundTrips } from '../../platform/database/round-trips.ts';
import { dispatchPending } from '../../platform/events/dispatcher.ts';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource, bookingInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';
import { offerIdle } from './idle.ts';
import { keepBookings } from '../jobs.ts';
import { sharingSubscriptions } from '../subscriptions.ts';

let world: TestApp;
let owner: TestMember;
let [first, second, third]: TestMember[] = [];

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  owner = await addMember(world.db, world.network, vantera, 'coordinator');
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  [first, second, third] = [
    await addMember(world.db, world.network, ribeira, 'learner', 'Amina'),
    await addMember(world.db, world.network, ribeira, 'learner', 'Bo'),
    await addMember(world.db, world.network, ribeira, 'learner', 'Chen'),
  ];
});
afterEach(() => {
  world.clock.at = frozenAt;
});
afterAll(() => world.close());

const week = { from: '2026-10-19', until: '2026-10-25' };
const openings = [1, 2].map((weekday) => ({
  weekday,
  opensMinute: 480,
  closesMinute: 960,
  audience: 'network' as const,
}));
const kiln = (more: object = {}) => addResource(world, owner, { openings, ...more });
const input = { ...week, title: { en: 'Time on the kiln' }, hoursPerPlace: 4, places: 2 };

async function offer(resource: ResourceView, more: object = {}): Promise<string> {
  const answer = await world.request(owner, 'POST', `/resources/${resource.id}/idle-offers`, { ...input, ...more });
  expect(answer.statusCode).toBe(201);
  return answer.json().offerId;
}
async function follow(): Promise<void> {
  const subscriptions = [...applicationSubscriptions, ...participationSubscriptions, ...sharingSubscriptions];
  await dispatchPending({ services: world.services, subscriptions });
}
const claim = async (as: TestMember | undefined, offerId: string) => {
  const answer = await world.request(as as TestMember, 'POST', `/offers/${offerId}/applications`, {});
  expect(answer.statusCode).toBe(201);
  return answer.json<{ id: string; state: string; version: number }>();
};
const blocks = async (as: TestMember | undefined, { id }: ResourceView) => {
  const path = `/resources/calendar?resourceId=${id}&from=2026-10-18T00:00:00Z&until=2026-10-26T00:00:00Z`;
  return (await world.request(as as TestMember, 'GET', path)).json<CalendarView>().resources[0]?.blocks ?? [];
};
const bookingsOf = async (as: TestMember | undefined) =>
  (await world.request(as as TestMember, 'GET', '/bookings?side=own')).json<{ items: BookingView[] }>().items;
const tuesday = (hour: number) => ({ starts: `2026-10-20T${hour}:00`, ends: `2026-10-20T${hour + 2}:00` });

test('offered hours are held at once: everybody sees for what, nobody else books them, and applications end when they begin', async () => {
  const resource = await kiln();
  await addBooking(world, owner, resource, tuesday(14));
  const offerId = await offer(resource);
  expect(await blocks(third, resource)).toMatchObject([
    { kind: 'offer', state: 'confirmed', startsAt: '2026-10-19T10:00:00.000Z', endsAt: '2026-10-19T14:00:00.000Z' },
    { kind: 'offer', startsAt: '2026-10-20T08:00:00.000Z', endsAt: '2026-10-20T12:00:00.000Z' },
    { kind: 'use', startsAt: '2026-10-20T12:00:00.000Z' },
  ]);
  const taken = await world.request(first as TestMember, 'POST', '/bookings', bookingInput(resource, tuesday(10)));
  expect(taken.json().code).toBe('booking.clash');
  const read = (await world.request(first as TestMember, 'GET', `/offers/${offerId}`)).json();
  expect(read).toMatchObject({ applicationsCloseAt: '2026-10-19T10:00:00.000Z', places: 2 });
  expect(await bookingsOf(owner)).toHaveLength(1);
});

test('whoever takes a place has its hours, told and theirs to move; who gives it up leaves them to the next', async () => {
  const resource = await kiln();
  const offerId = await offer(resource);
  const place = await claim(first, offerId);
  await claim(second, offerId);
  await follow();
  const [booked] = await bookingsOf(first);
  expect(booked).toMatchObject({ kind: 'use', state: 'confirmed', startsAt: '2026-10-20T06:00:00.000Z' });
  expect((await bookingsOf(second))[0]).toMatchObject({ startsAt: '2026-10-20T10:00:00.000Z' });
  expect((await blocks(owner, resource)).map(({ kind, holderName }) => [kind, holderName])).toEqual([
    ['use', 'Amina'],
    ['use', 'Bo'],
  ]);
  const moved = { starts: '2026-10-19T08:00', ends: '2026-10-19T12:00' };
  const change = { 'if-match': `"${booked?.version}"` };
  expect((await world.request(first as TestMember, 'PUT', `/bookings/${booked?.id}`, moved, change)).statusCode).toBe(
    200,
  );
  const waiting = await claim(third, offerId);
  expect(waiting.state).toBe('waiting');
  const given = { 'if-match': `"${place.version}"` };
  const left = await world.request(first as TestMember, 'POST', `/applications/${place.id}/withdraw`, {}, given);
  expect(left.statusCode).toBe(200);
  await follow();
  await follow();
  expect(await bookingsOf(first)).toEqual([]);
  expect((await bookingsOf(third))[0]).toMatchObject({
    id: booked?.id,
    kind: 'use',
    startsAt: '2026-10-19T06:00:00.000Z',
  });
});

test('a withdrawn offer frees what it held and what had not begun of those in it', async () => {
  const resource = await kiln();
  const offerId = await offer(resource);
  await claim(first, offerId);
  await follow();
  const withdrawn = await world.request(
    owner,
    'POST',
    `/offers/${offerId}/withdraw`,
    { reason: 'The kiln is moved' },
    { 'if-match': '"1"' },
  );
  expect(withdrawn.statusCode).toBe(200);
  await follow();
  await follow();
  expect(await blocks(owner, resource)).toEqual([]);
  await addBooking(world, third as TestMember, resource, tuesday(10));
});

test('what nobody has taken when applications end is free again; what was taken stays', async () => {
  const resource = await kiln();
  const offerId = await offer(resource);
  await claim(first, offerId);
  await follow();
  world.clock.at = new Date('2026-10-20T05:59:00Z');
  await keepBookings(world.scopeOf());
  expect(await blocks(owner, resource)).toHaveLength(2);
  world.clock.at = new Date('2026-10-20T06:03:00Z');
  await keepBookings(world.scopeOf());
  expect((await blocks(owner, resource)).map(({ kind, startsAt }) => [kind, startsAt])).toEqual([
    ['use', '2026-10-20T06:00:00.000Z'],
  ]);
});

test('held hours are changed by their offer alone, and make nobody busy', async () => {
  const resource = await kiln();
  const vantera = await addMember(world.db, world.network, { id: owner.organisationId } as never, 'coordinator');
  const made = await world.request(vantera, 'POST', `/resources/${resource.id}/idle-offers`, input);
  expect(made.statusCode).toBe(201);
  const [held] = await blocks(owner, resource);
  const opened = (await world.request(owner, 'GET', `/bookings/${held?.bookingId}`)).json<BookingView>();
  expect(opened.abilities).toMatchObject({ change: false, cancel: false, extend: false, recall: false });
  const url = `/bookings/${held?.bookingId}`;
  for (const answer of [
    await world.request(vantera, 'POST', `${url}/cancel`, {}),
    await world.request(owner, 'POST', `${url}/cancel`, { reason: 'Needed' }),
    await world.request(owner, 'PUT', url, tuesday(10), { 'if-match': '"1"' }),
  ])
    expect(answer.json().code).toBe('booking.held_for_offer');
  const wish = {
    kind: 'room',
    minutes: 60,
    from: held?.startsAt,
    until: '2026-10-24T00:00:00Z',
    personIds: [vantera.personId],
  };
  const room = await addResource(world, owner, { kind: 'room' });
  const found = (await world.request(owner, 'POST', '/free-times', wish)).json().items;
  expect(found).toMatchObject([{ resourceId: room.id, startsAt: held?.startsAt }]);
});

test('an offer of hours that was written by hand holds them when it is published, as far as there are any', async () => {
  const resource = await kiln();
  const draft = {
    kind: 'resource_time',
    title: { en: 'Hours at the kiln' },
    places: 5,
    hours: 4,
    startsOn: week.from,
    endsOn: week.until,
    timeZone: 'Europe/Copenhagen',
    allocatedBy: 'first_come',
    audience: 'network',
    details: { kind: 'resource_time', resourceId: resource.id },
  };
  const made = await world.request(owner, 'POST', '/offers', draft);
  expect(made.statusCode).toBe(201);
  const { id } = made.json();
  expect(
    (await world.request(owner, 'POST', `/offers/${id}/publish`, undefined, { 'if-match': '"1"' })).statusCode,
  ).toBe(200);
  await follow();
  expect((await blocks(first, resource)).map(({ kind }) => kind)).toEqual(['offer', 'offer', 'offer', 'offer']);
  await claim(first, id);
  await follow();
  expect((await bookingsOf(first)).map(({ resources }) => resources[0]?.id)).toContain(resource.id);
});

test('ten who offer the same hours at once: they are held once; a pool holds as many as it has', async () => {
  const resource = await kiln({ sharedAs: 'items', units: 2 });
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      world.request(owner, 'POST', `/resources/${resource.id}/idle-offers`, { ...input, hoursPerPlace: 8, places: 1 }),
    ),
  );
  const codes = answers.map((one) => one.json().code ?? 'held').sort();
  expect(codes).toEqual([
    ...Array.from({ length: 4 }, () => 'held'),
    ...Array.from({ length: 6 }, () => 'resource.not_idle'),
  ]);
  const offers = await world.network
    .selectFrom('offer')
    .select('id')
    .where('details', '@>', JSON.stringify({ resourceId: resource.id }) as never)
    .execute();
  expect(offers).toHaveLength(4);
  expect(await blocks(owner, resource)).toHaveLength(4);
});

test('with time kept free between bookings, held hours keep it, also over midnight', async () => {
  const resource = await addResource(world, owner, { rules: { bufferBeforeMinutes: 15, bufferAfterMinutes: 30 } });
  await offer(resource, { from: '2026-10-19', until: '2026-10-20', hoursPerPlace: 6, places: 6 });
  const starts = (await blocks(owner, resource)).map(({ startsAt }) => Date.parse(startsAt));
  expect(starts).toHaveLength(6);
  for (const [index, at] of starts.slice(1).entries())
    expect(at - (starts[index] as number)).toBeGreaterThanOrEqual((6 * 60 + 45) * 60_000);
});

test('places of more hours than one may book at once have several stretches; offering waits for the database twice', async () => {
  const resource = await kiln({ rules: { longestMinutes: 180 } });
  const scope = { ...world.scopeOf(), actor: owner };
  const { roundTrips } = await countRoundTrips(() =>
    offerIdle(scope, resource.id, { ...input, hoursPerPlace: 5, places: 1 }),
  );
  expect(roundTrips).toBe(2);
  const minutes = (await blocks(owner, resource)).map(
    ({ startsAt, endsAt }) => (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000,
  );
  expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(300);
  expect(Math.max(...minutes)).toBeLessThanOrEqual(180);
});
