import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';

let world: TestApp;
let owner: TestMember;
let amina: TestMember;
let rui: TestMember;
let kai: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  owner = await addMember(world.db, world.network, vantera, 'coordinator');
  [amina, rui, kai] = [
    await addMember(world.db, world.network, vantera, 'learner', 'Amina Yusuf'),
    await addMember(world.db, world.network, vantera, 'learner', 'Rui Alves'),
    await addMember(world.db, world.network, vantera, 'learner', 'Kai Berg'),
  ];
});
afterAll(() => world.close());

const propose = (as: TestMember, id: string, otherId: string) =>
  world.request(as, 'POST', `/bookings/${id}/swaps`, { otherId, message: 'My exam moved' });
const answer = (as: TestMember, id: string, isAccepted = true) =>
  world.request(as, 'POST', `/swaps/${id}/answer`, { isAccepted });
const holderOf = async (id: string) => (await world.request(owner, 'GET', `/bookings/${id}`)).json().holder.personId;

async function twoBookings(quotas: object[] = []) {
  const resource = await addResource(world, owner, { quotas: quotas as never });
  return [
    await addBooking(world, amina, resource),
    await addBooking(world, rui, resource, { starts: '2026-10-21T10:00', ends: '2026-10-21T12:00' }),
    await addBooking(world, kai, resource, { starts: '2026-10-22T10:00', ends: '2026-10-22T12:00' }),
  ] as const;
}

test('two holders exchange; nobody else can answer, and it is answered once', async () => {
  const [mine, theirs] = await twoBookings();
  const proposed = (await propose(amina, mine.id, theirs.id)).json();
  const swapId = proposed.swaps[0].id;
  expect(proposed.swaps[0]).toMatchObject({ message: 'My exam moved', isMineToAnswer: false });
  expect((await propose(amina, mine.id, theirs.id)).json().code).toBe('swap.proposed_already');
  expect((await answer(kai, swapId)).json().code).toBe('swap.not_found');
  expect((await answer(rui, swapId)).statusCode).toBe(200);
  expect([await holderOf(mine.id), await holderOf(theirs.id)]).toEqual([rui.personId, amina.personId]);
  expect((await answer(rui, swapId)).json().code).toBe('swap.not_found');
});

test('a holder chooses among times of others that can be had, and learns no names by it', async () => {
  const [mine, theirs, kais] = await twoBookings();
  await addBooking(
    world,
    kai,
    { id: mine.resources[0]?.id ?? '' },
    { starts: '2026-10-23T10:00', ends: '2026-10-23T11:00' },
  );
  const choices = (as: TestMember | null, id: string) => world.request(as, 'GET', `/bookings/${id}/swaps`);
  expect((await choices(null, mine.id)).statusCode).toBe(401);
  expect((await choices(rui, mine.id)).json().code).toBe('booking.not_found');
  const { items } = (await choices(amina, mine.id)).json();
  expect(items.map((one: { bookingId: string }) => one.bookingId)).toEqual([theirs.id, kais.id]);
  expect(items[0]).toMatchObject({ startsAt: theirs.startsAt, endsAt: theirs.endsAt, holderName: null });
  expect((await propose(amina, mine.id, theirs.id)).json().swaps[0].other.holderName).toBeNull();
  expect((await world.request(rui, 'GET', `/bookings/${theirs.id}`)).json().swaps[0].other.holderName).toBe(
    'Amina Yusuf',
  );
  const own = await addBooking(
    world,
    owner,
    { id: mine.resources[0]?.id ?? '' },
    { starts: '2026-10-25T10:00', ends: '2026-10-25T12:00' },
  );
  expect((await choices(owner, own.id)).json().items[0].holderName).toBe('Amina Yusuf');
});

test('a swap holds for the bookings it was proposed for', async () => {
  const [mine, theirs] = await twoBookings();
  const swapId = (await propose(amina, mine.id, theirs.id)).json().swaps[0].id;
  const moved = { starts: '2026-10-21T13:00', ends: '2026-10-21T15:00' };
  await world.request(rui, 'PUT', `/bookings/${theirs.id}`, moved, { 'if-match': '"1"' });
  expect((await answer(rui, swapId)).json().code).toBe('swap.outdated');
});

test('of two swaps that cross, the first wins and the second is told', async () => {
  const [a, b, c] = await twoBookings();
  const first = (await propose(amina, a.id, b.id)).json().swaps[0].id;
  const second = (await propose(kai, c.id, b.id)).json().swaps[0].id;
  const answers = await Promise.all([answer(rui, first), answer(rui, second)]);
  const [won, lost] = answers.map((one) => one.statusCode).sort();
  expect(won).toBe(200);
  expect([404, 409]).toContain(lost);
  const holders = [await holderOf(a.id), await holderOf(b.id), await holderOf(c.id)];
  expect(new Set(holders)).toEqual(new Set([amina.personId, rui.personId, kai.personId]));
});

test('quotas go with the holder, and a swap that would exceed one is refused whole', async () => {
  const [mine, theirs] = await twoBookings([{ per: 'person', period: 'day', limitMinutes: 180 }]);
  const [resource] = mine.resources;
  await addBooking(world, rui, { id: resource?.id ?? '' }, { starts: '2026-10-20T14:00', ends: '2026-10-20T16:00' });
  const swapId = (await propose(amina, mine.id, theirs.id)).json().swaps[0].id;
  expect((await answer(rui, swapId)).json().code).toBe('booking.quota_reached');
  expect([await holderOf(mine.id), await holderOf(theirs.id)]).toEqual([amina.personId, rui.personId]);
});

test('guests, price and what the other uses of a unit’s quota go with the holder; other quantities are no swap', async () => {
  const pool = await addResource(world, owner, {
    sharedAs: 'items',
    units: 4,
    quotas: [{ per: 'unit', period: 'year', limitMinutes: 480 }],
  });
  const later = { starts: '2026-10-21T10:00', ends: '2026-10-21T12:00' };
  const mine = await addBooking(world, amina, pool, { attendeeIds: [kai.personId], purpose: 'Mine' });
  const theirs = await addBooking(world, rui, pool, { ...later, purpose: 'Theirs' });
  const two = await addBooking(world, rui, pool, { ...later, resources: [{ resourceId: pool.id, quantity: 2 }] });
  expect((await propose(amina, mine.id, two.id)).json().code).toBe('swap.not_possible');
  const used = () =>
    world.network
      .selectFrom('quota_use')
      .select('used_minutes')
      .where('subject_id', '=', owner.organisationId)
      .orderBy('used_minutes', 'desc')
      .executeTakeFirst();
  const before = await used();
  const swapId = (await propose(amina, mine.id, theirs.id)).json().swaps[0].id;
  expect((await answer(rui, swapId)).statusCode).toBe(200);
  const seen = async (id: string) => (await world.request(owner, 'GET', `/bookings/${id}`)).json();
  expect((await seen(mine.id)).attendees).toEqual([]);
  expect((await seen(theirs.id)).attendees).toMatchObject([{ personId: kai.personId, answer: 'needs_action' }]);
  expect(await used()).toEqual(before);
});

test('a passport that ends before the other time keeps the two from swapping', async () => {
  const qualification = (await world.request(owner, 'POST', '/qualifications', { name: { en: 'Laser' } })).json();
  const passport = (to: TestMember, expiresOn: string) =>
    world.request(owner, 'POST', `/qualifications/${qualification.id}/passports`, {
      email: `${to.personId}@example.org`,
      expiresOn,
    });
  await passport(amina, '2026-10-21');
  await passport(rui, '2026-12-31');
  const resource = await addResource(world, owner, { qualificationIds: [qualification.id] });
  const mine = await addBooking(world, amina, resource);
  const theirs = await addBooking(world, rui, resource, { starts: '2026-10-22T10:00', ends: '2026-10-22T12:00' });
  expect((await propose(amina, mine.id, theirs.id)).json().code).toBe('swap.not_possible');
  expect((await propose(rui, theirs.id, mine.id)).json().code).toBe('swap.not_possible');
});
