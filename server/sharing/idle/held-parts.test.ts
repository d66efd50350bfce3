import type { BookingView } from '@collegium/contract/sharing/bookings.ts';
import type { CalendarView } from '@collegium/contract/sharing/calendar.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicationSubscriptions } from '../../applications/subscriptions.ts';
import { participationSubscriptions } from '../../participation/subscriptions.ts';
import { dispatchPending } from '../../platform/events/dispatcher.ts';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource, bookingInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';
import { sharingSubscriptions } from '../subscriptions.ts';

let world: TestApp;
let owner: TestMember;
let first: TestMember;
let third: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  owner = await addMember(world.db, world.network, vantera, 'coordinator');
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  first = await addMember(world.db, world.network, ribeira, 'learner');
  third = await addMember(world.db, world.network, ribeira, 'learner');
});
afterAll(() => world.close());

const day = { from: '2026-10-20', until: '2026-10-20' };
const openings = [{ weekday: 2, opensMinute: 480, closesMinute: 960, audience: 'network' as const }];
/** A kiln, and the hood that is booked with it. */
const ventilated = async (part: object = {}, more: object = {}) => {
  const hood = await addResource(world, owner, { name: { en: 'Hood' }, ...part });
  return { hood, resource: await addResource(world, owner, { openings, partIds: [hood.id], ...more }) };
};
const ask = (resource: { id: string }, more: object) =>
  world.request(owner, 'POST', `/resources/${resource.id}/idle-offers`, {
    ...day,
    title: { en: 'Time on the kiln' },
    hoursPerPlace: 4,
    places: 1,
    ...more,
  });
const offer = async (resource: { id: string }, more: object): Promise<string> => {
  const answer = await ask(resource, more);
  expect(answer.statusCode).toBe(201);
  return answer.json().offerId;
};
const follow = async () => {
  const subscriptions = [...applicationSubscriptions, ...participationSubscriptions, ...sharingSubscriptions];
  await dispatchPending({ services: world.services, subscriptions });
};
const blocks = async (as: TestMember, { id }: { id: string }) => {
  const path = `/resources/calendar?resourceId=${id}&from=2026-10-18T00:00:00Z&until=2026-10-26T00:00:00Z`;
  return (await world.request(as, 'GET', path)).json<CalendarView>().resources[0]?.blocks ?? [];
};
const bookingsOf = async (as: TestMember) =>
  (await world.request(as, 'GET', '/bookings?side=own')).json<{ items: BookingView[] }>().items;
const tuesday = (hour: number) => ({ starts: `2026-10-20T${hour}:00`, ends: `2026-10-20T${hour + 2}:00` });

test('what is booked with a resource is held with it: free of others, nobody else’s, given and freed with the hours', async () => {
  const { hood, resource } = await ventilated();
  await addBooking(world, owner, hood, tuesday(10));
  const offerId = await offer(resource, { hoursPerPlace: 2, places: 3 });
  const times = (await blocks(owner, resource)).map(({ startsAt }) => startsAt.slice(11, 16));
  expect(times).toEqual(['06:00', '10:00', '12:00']);
  expect((await blocks(owner, hood)).map(({ kind, isPart }) => [kind, isPart])).toEqual([
    ['offer', true],
    ['use', false],
    ['offer', true],
    ['offer', true],
  ]);
  const taken = await world.request(first, 'POST', '/bookings', bookingInput(hood, tuesday(12)));
  expect(taken.json().code).toBe('booking.clash');
  expect((await world.request(first, 'POST', `/offers/${offerId}/applications`, {})).statusCode).toBe(201);
  await follow();
  const [booked] = await bookingsOf(first);
  expect(booked?.resources.map(({ id, isPart }) => [id, isPart])).toEqual(
    expect.arrayContaining([
      [resource.id, false],
      [hood.id, true],
    ]),
  );
  const reason = { reason: 'The kiln is moved' };
  await world.request(owner, 'POST', `/offers/${offerId}/withdraw`, reason, { 'if-match': '"1"' });
  await follow();
  await follow();
  await addBooking(world, third, hood, tuesday(12));
});

test('of a pool no more places are held at once than there is of a part, and each has an item of its own', async () => {
  const pool = { sharedAs: 'items', units: 3 };
  const { hood, resource } = await ventilated({ sharedAs: 'items', units: 2 }, pool);
  await addBooking(world, owner, hood, { starts: '2026-10-20T08:00', ends: '2026-10-20T09:00' });
  const refused = await ask(resource, { hoursPerPlace: 8, places: 3 });
  expect(refused.json()).toMatchObject({ code: 'resource.not_idle', parameters: { hours: 8 } });
  await offer(resource, { hoursPerPlace: 7, places: 2 });
  const items = await world.network
    .selectFrom('booking_item')
    .select('item_key')
    .where('resource_id', '=', hood.id)
    .where('occupied_until', '>', new Date('2026-10-20T08:00:00Z'))
    .execute();
  expect(new Set(items.map((one) => one.item_key)).size).toBe(2);
});

test('a part that is closed or out of service leaves no hours to offer', async () => {
  const closed = [{ weekday: 2, opensMinute: 480, closesMinute: 600, audience: 'network' as const }];
  const { hood, resource } = await ventilated({ openings: closed });
  expect((await ask(resource, { hoursPerPlace: 3 })).json()).toMatchObject({ code: 'resource.not_idle' });
  const out = { move: 'maintain', reason: 'Cleaned' };
  await world.request(owner, 'POST', `/resources/${hood.id}/state`, out, { 'if-match': `"${hood.version}"` });
  expect((await ask(resource, { hoursPerPlace: 2 })).json()).toMatchObject({ code: 'resource.not_idle' });
});

test('five at once who offer hours, and five who book the part: each hour of the part is one’s', async () => {
  const { hood, resource } = await ventilated();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => [
      ask(resource, {}),
      world.request(first, 'POST', '/bookings', bookingInput(hood, tuesday(14))),
    ]).flat(),
  );
  expect(answers.filter(({ statusCode }) => statusCode >= 500)).toEqual([]);
  const held = (await blocks(owner, hood)).map(({ startsAt, endsAt }) => [startsAt, endsAt]);
  for (const [index, [, endsAt = '']] of held.slice(0, -1).entries())
    expect(endsAt <= (held[index + 1]?.[0] ?? '')).toBe(true);
  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(held.length);
});
