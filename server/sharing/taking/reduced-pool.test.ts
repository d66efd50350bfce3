import type { ResourceView } from '@collegium/contract/sharing/resources.ts';
import { mostAtOnce } from '@collegium/scheduling';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { countRoundTrips } from '../../platform/database/round-trips.ts';
import { dispatchPending } from '../../platform/events/dispatcher.ts';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource, bookingInput, resourceInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';
import { makeBooking } from '../booking/make-booking.ts';
import { sharingSubscriptions } from '../subscriptions.ts';
import { tablesOf } from '../tables.ts';

let world: TestApp;
let owner: TestMember;
let learner: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera');
  owner = await addMember(world.db, world.network, vantera, 'coordinator');
  learner = await addMember(world.db, world.network, vantera, 'learner');
});
afterEach(() => {
  world.clock.at = frozenAt;
});
afterAll(() => world.close());

const hour = (n: number) => new Date(Date.parse('2026-10-20T00:00:00Z') + n * 3_600_000).toISOString();
const span = (from: number, until: number) => ({ starts: hour(from), ends: hour(until) });
const poolOf = (units: number) => addResource(world, owner, { sharedAs: 'items', units });

/** Another number of items; one is one thing. */
async function resize(pool: { id: string }, units: number): Promise<void> {
  const { version } = (await world.request(owner, 'GET', `/resources/${pool.id}`)).json<ResourceView>();
  const sharedAs = units === 1 ? 'whole' : 'items';
  const input = { ...resourceInput, sharedAs, units };
  const answer = await world.request(owner, 'PUT', `/resources/${pool.id}`, input, { 'if-match': `"${version}"` });
  expect(answer.json()).toMatchObject({ units });
}
const ask = async (pool: { id: string }, from: number, until: number, quantity = 1) => {
  const resources = [{ resourceId: pool.id, quantity }];
  return world.request(learner, 'POST', '/bookings', bookingInput(pool, { ...span(from, until), resources }));
};

test('what is booked stays and is joined by nothing, also after some of it is cancelled, until it fits again', async () => {
  const pool = await poolOf(3);
  const made = [];
  for (let n = 0; n < 3; n += 1) made.push(await addBooking(world, learner, pool, span(8, 10)));
  await resize(pool, 1);
  expect((await ask(pool, 9, 11)).json().code).toBe('booking.clash');
  for (const one of made.slice(0, 2)) {
    await world.request(learner, 'POST', `/bookings/${one.id}/cancel`, {});
    expect((await ask(pool, 8, 10)).json().code).toBe('booking.clash');
  }
  expect((await ask(pool, 10, 12)).statusCode).toBe(201);
  await world.request(learner, 'POST', `/bookings/${made[2]?.id}/cancel`, {});
  expect((await ask(pool, 8, 10)).statusCode).toBe(201);
});

test('who holds an item that was taken out changes their own time as far as it fits, and prolongs it in hand', async () => {
  const pool = await poolOf(2);
  const made = [
    await addBooking(world, learner, pool, span(8, 10)),
    await addBooking(world, learner, pool, span(8, 10)),
  ];
  await resize(pool, 1);
  const change = (id: string, version: number, from: number, until: number) =>
    world.request(learner, 'PUT', `/bookings/${id}`, span(from, until), { 'if-match': `"${version}"` });
  for (const { id } of made) {
    expect((await change(id, 1, 7, 10)).statusCode).toBe(200);
    expect((await change(id, 2, 8, 10)).statusCode).toBe(200);
  }
  const [first, second] = made.map(({ id }) => id);
  world.clock.at = new Date(hour(9));
  const prolong = (id = '', ends = 11) =>
    world.request(learner, 'POST', `/bookings/${id}/extend`, { ends: hour(ends) }, { 'if-match': '"3"' });
  expect((await prolong(first)).json()).toMatchObject({ endsAt: hour(11) });
  expect((await prolong(second)).json().code).toBe('booking.clash');
});

test('items come back as many as were asked for, those with bookings first', async () => {
  const pool = await poolOf(3);
  const made = [];
  for (let n = 0; n < 3; n += 1) made.push(await addBooking(world, learner, pool, span(8, 10)));
  await resize(pool, 1);
  await resize(pool, 2);
  expect((await ask(pool, 8, 10)).json().code).toBe('booking.clash');
  expect((await ask(pool, 12, 14, 2)).statusCode).toBe(201);
  expect((await ask(pool, 12, 14)).json().code).toBe('booking.clash');
});

test('a booking in a reduced pool waits for the database three times at most', async () => {
  const pool = await poolOf(3);
  await addBooking(world, learner, pool, { ...span(8, 10), resources: [{ resourceId: pool.id, quantity: 3 }] });
  await resize(pool, 2);
  const scope = { ...world.scopeOf(), actor: owner };
  const { roundTrips } = await countRoundTrips(() => makeBooking(scope, bookingInput(pool, span(10, 12))));
  expect(roundTrips).toBeLessThanOrEqual(3);
});

test('the owner is told how many bookings to come exceed the pool', async () => {
  const pool = await poolOf(2);
  await addBooking(world, learner, pool, span(8, 10));
  await addBooking(world, learner, pool, span(9, 11));
  await addBooking(world, learner, pool, span(12, 14));
  await resize(pool, 1);
  await dispatchPending({ services: world.services, subscriptions: sharingSubscriptions });
  const told = await world.network
    .selectFrom('audit_event')
    .select('details')
    .where('action', '=', 'resource.bookings_over_size')
    .where('object_id', '=', pool.id)
    .execute();
  expect(told).toEqual([{ details: { bookings: 2, units: 1 } }]);
});

const step = fc.record({
  is: fc.constantFrom('book', 'book', 'book', 'cancel', 'resize', 'move'),
  which: fc.nat(20),
  from: fc.nat(8),
  length: fc.integer({ min: 1, max: 4 }),
  quantity: fc.integer({ min: 1, max: 2 }),
  units: fc.integer({ min: 1, max: 4 }),
});
interface Held {
  id: string;
  version: number;
  from: number;
  until: number;
}

test('whatever is booked, moved, cancelled and resized, what is new fits just when counting says so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
      let units = 3;
      const pool = await poolOf(units);
      let held: Held[] = [];
      for (const { is, which, from, length, quantity, units: size } of steps) {
        const until = from + length;
        const one = held[which % Math.max(held.length, 1)];
        const others = held.filter(({ id }) => id !== one?.id);
        const mine = held.length - others.length;
        if (is === 'resize') {
          await resize(pool, size);
          units = size;
        } else if (is === 'book') {
          const fits = mostAtOnce(held, { from, until }) + quantity <= units;
          const answer = await ask(pool, from, until, quantity);
          expect(answer.json().code ?? 'held').toBe(
            fits ? 'held' : quantity > units ? 'booking.rules_not_met' : 'booking.clash',
          );
          if (fits) for (let n = 0; n < quantity; n += 1) held.push({ ...answer.json(), version: 1, from, until });
        } else if (one && is === 'cancel') {
          await world.request(learner, 'POST', `/bookings/${one.id}/cancel`, {});
          held = others;
        } else if (one) {
          const fits = mostAtOnce(others, { from, until }) + mine <= units;
          const answer = await world.request(learner, 'PUT', `/bookings/${one.id}`, span(from, until), {
            'if-match': `"${one.version}"`,
          });
          if (fits) expect(answer.statusCode).toBe(200);
          if (answer.statusCode !== 200) expect(answer.json().code).toBe('booking.clash');
          else {
            const added = Array.from({ length }, (_, n) => from + n).filter((at) => at < one.from || at >= one.until);
            for (const at of added)
              expect(mostAtOnce(others, { from: at, until: at + 1 }) + mine).toBeLessThanOrEqual(units);
            const moved = { id: one.id, version: one.version + 1, from, until };
            held = [...others, ...Array.from({ length: mine }, () => moved)];
          }
        }
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 120_000);

test('many at once: what is held on an item that left keeps one of two free ones from being booked, in each hour', async () => {
  const pool = await poolOf(3);
  for (let n = 0; n < 3; n += 1) await addBooking(world, learner, pool, span(8, 16));
  await resize(pool, 2);
  const { rows } = await sql<{ booking_id: string }>`select held.booking_id
    from ${tablesOf(world.scopeOf())}.booking_item held join ${tablesOf(world.scopeOf())}.resource_item item on item.key = held.item_key
    where held.resource_id = ${pool.id}::uuid and item.retired_at is null`.execute(world.db);
  expect(rows).toHaveLength(2);
  for (const { booking_id } of rows) await world.request(learner, 'POST', `/bookings/${booking_id}/cancel`, {});
  const hours = Array.from({ length: 40 }, (_, n) => 8 + (n % 8));
  const answers = await Promise.all(hours.map((from) => ask(pool, from, from + 1)));
  for (let at = 8; at < 16; at += 1) {
    const codes = answers.filter((_, n) => hours[n] === at).map((one) => one.json().code ?? 'held');
    expect(codes.sort()).toEqual([...Array.from({ length: 4 }, () => 'booking.clash'), 'held']);
  }
});
