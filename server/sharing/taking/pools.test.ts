import type { FreeTimesView } from '@collegium/contract/sharing/free-times.ts';
import { mostAtOnce } from '@collegium/scheduling';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { countRoundTrips } from '../../platform/database/round-trips.ts';
import { dispatchPending } from '../../platform/events/dispatcher.ts';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource, bookingInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';
import { makeBooking } from '../booking/make-booking.ts';
import { sharingSubscriptions } from '../subscriptions.ts';

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

const poolOf = (units: number, more: object = {}) => addResource(world, owner, { sharedAs: 'items', units, ...more });
const hour = (n: number) => new Date(Date.parse('2026-10-20T00:00:00Z') + n * 3_600_000).toISOString();
const span = (from: number, until: number) => ({ starts: hour(from), ends: hour(until) });
const numbersOf = async (id: string) =>
  (await world.request(owner, 'GET', `/bookings/${id}`))
    .json()
    .resources[0].items.map(({ number }: { number: number }) => number);

/** Two items, the one held before noon and the other after: whichever the database had chosen at first. */
async function splitPool(more: object = {}) {
  const pool = await poolOf(2, more);
  const [, late] = [
    await addBooking(world, learner, pool, span(8, 12)),
    await addBooking(world, learner, pool, span(10, 14)),
  ];
  const early = await addBooking(world, learner, pool, span(6, 8));
  return { pool, late, early };
}

test('a pool takes a booking that fits only when another goes to another item', async () => {
  const pool = await poolOf(2);
  const morning = await addBooking(world, learner, pool, span(8, 10));
  const blocker = await addBooking(world, learner, pool, span(8, 12));
  const noon = await addBooking(world, learner, pool, span(10, 12));
  await world.request(learner, 'POST', `/bookings/${blocker.id}/cancel`, {});
  const evening = await addBooking(world, learner, pool, { ...span(12, 14) });
  const other = await addBooking(world, learner, pool, { ...span(12, 14) });
  await world.request(learner, 'POST', `/bookings/${evening.id}/cancel`, {});
  await addBooking(world, owner, pool, span(8, 14));
  const held = new Set<string>();
  for (const one of [morning, noon, other]) for (const number of await numbersOf(one.id)) held.add(String(number));
  expect(held.size).toBe(1);
  expect((await world.request(owner, 'POST', '/bookings', bookingInput(pool, span(9, 10)))).json().code).toBe(
    'booking.clash',
  );
});

test('then it waits for the database three times at most, and the record says who was moved', async () => {
  const pool = await poolOf(3);
  const made = [];
  for (const [from, until] of [
    [1, 3],
    [2, 4],
    [3, 5],
    [4, 6],
    [5, 7],
    [6, 8],
  ] as const)
    made.push(await addBooking(world, learner, pool, span(from, until)));
  const scope = { ...world.scopeOf(), actor: owner };
  const { roundTrips, result } = await countRoundTrips(() => makeBooking(scope, bookingInput(pool, span(1, 8))));
  expect(roundTrips).toBeLessThanOrEqual(3);
  const event = await world.network
    .selectFrom('audit_event')
    .select('details')
    .where('object_id', '=', result.id)
    .where('action', '=', 'booking.confirmed')
    .executeTakeFirstOrThrow();
  if (roundTrips === 3)
    expect(made.map(({ id }) => id)).toEqual(expect.arrayContaining((event.details as { moved: string[] }).moved));
});

test('what has begun keeps its item, and who prolongs keeps theirs while others make room', async () => {
  const { pool, early } = await splitPool();
  const [number] = await numbersOf(early.id);
  world.clock.at = new Date(hour(7));
  const answer = await world.request(
    learner,
    'POST',
    `/bookings/${early.id}/extend`,
    { ends: hour(10) },
    { 'if-match': '"1"' },
  );
  expect(answer.json()).toMatchObject({ endsAt: hour(10) });
  expect(await numbersOf(early.id)).toEqual([number]);
  expect(await mostOf(pool.id)).toBe(2);
});

test('who waits for a pool is promoted when it fits after moving others', async () => {
  const pool = await poolOf(2);
  const first = await addBooking(world, learner, pool, span(8, 10));
  const blocked = await addBooking(world, learner, pool, span(8, 12));
  await addBooking(world, learner, pool, span(10, 12));
  const waiting = await addBooking(world, owner, pool, { ...span(8, 12), orWait: true });
  expect(waiting.state).toBe('waiting');
  await world.request(learner, 'POST', `/bookings/${blocked.id}/cancel`, {});
  await dispatchPending({ services: world.services, subscriptions: sharingSubscriptions });
  expect((await world.request(owner, 'GET', `/bookings/${waiting.id}`)).json().state).toBe('confirmed');
  expect((await world.request(learner, 'GET', `/bookings/${first.id}`)).json().state).toBe('confirmed');
});

const wish = fc.record({
  from: fc.nat(11),
  length: fc.integer({ min: 1, max: 5 }),
  quantity: fc.integer({ min: 1, max: 2 }),
  drops: fc.boolean(),
});

test('whatever is asked for in whatever order, a pool gives exactly what counting allows, and is found free just then', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 3 }),
      fc.array(wish, { minLength: 8, maxLength: 14 }),
      async (units, wishes) => {
        const pool = await poolOf(units);
        const held: { id: string; from: number; until: number }[] = [];
        for (const { from, length, quantity, drops } of wishes) {
          const until = from + length;
          const free = units - mostAtOnce(held, { from, until });
          const listed = (
            await world.request(learner, 'GET', `/resources?freeFrom=${hour(from)}&freeUntil=${hour(until)}&limit=100`)
          ).json<{
            items: { id: string }[];
          }>();
          expect(listed.items.some(({ id }) => id === pool.id)).toBe(free > 0);
          const resources = [{ resourceId: pool.id, quantity }];
          const answer = await world.request(
            learner,
            'POST',
            '/bookings',
            bookingInput(pool, { ...span(from, until), resources }),
          );
          expect(answer.json().code ?? 'held').toBe(free >= quantity ? 'held' : 'booking.clash');
          if (answer.statusCode === 201)
            for (let n = 0; n < quantity; n += 1) held.push({ id: answer.json().id, from, until });
          const gone = drops ? held[Math.floor(held.length / 2)] : undefined;
          if (!gone) continue;
          await world.request(learner, 'POST', `/bookings/${gone.id}/cancel`, {});
          for (const one of held.filter(({ id }) => id === gone.id)) held.splice(held.indexOf(one), 1);
        }
        const found = await world.request(learner, 'POST', '/free-times', {
          resourceIds: [pool.id],
          minutes: 180,
          from: hour(0),
          until: hour(30),
        });
        const hours = Array.from({ length: 28 }, (_, n) => n);
        const first = hours.find((n) => mostAtOnce(held, { from: n, until: n + 3 }) < units);
        expect(found.json<FreeTimesView>().items[0]?.startsAt).toBe(first === undefined ? undefined : hour(first));
      },
    ),
    { numRuns: 6, endOnFailure: true },
  );
}, 120_000);

test('many at once with overlapping wishes: never more than there are, and nobody sees an error but the clash', async () => {
  const pool = await poolOf(3);
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) => {
      const from = (n * 7) % 11;
      return world.request(learner, 'POST', '/bookings', bookingInput(pool, span(from, from + 1 + (n % 4))));
    }),
  );
  expect(new Set(answers.map((one) => one.json().code))).toEqual(new Set([undefined, 'booking.clash']));
  expect(await mostOf(pool.id)).toBeLessThanOrEqual(3);
});

/** How many items are held at the moment at which most are, counted without the items. */
async function mostOf(resourceId: string): Promise<number> {
  const rows = await world.network
    .selectFrom('booking_item')
    .select(['occupied_from', 'occupied_until'])
    .where('resource_id', '=', resourceId)
    .where('released_at', 'is', null)
    .execute();
  const spans = rows.map((row) => ({ from: row.occupied_from.getTime(), until: row.occupied_until.getTime() }));
  return mostAtOnce(spans, { from: -Infinity, until: Infinity });
}
