import type { BookingView } from '@collegium/contract/sharing/bookings.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { conversationSubscriptions } from '../../conversation/subscriptions.ts';
import { dispatchPending } from '../../platform/events/dispatcher.ts';
import { system } from '../../platform/scope.ts';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';
import { keepBookings } from '../jobs.ts';

const dayMs = 86_400_000;
let world: TestApp;
let librarian: TestMember;
let reader: TestMember;
let loan: BookingView;

beforeAll(async () => {
  world = await createTestApp();
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  librarian = await addMember(world.db, world.network, ribeira, 'coordinator', 'Helena Sousa');
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  reader = await addMember(world.db, world.network, vantera, 'teacher', 'Jonas Kirk');
});
afterAll(() => world.close());

/** A loan from tomorrow noon for two weeks. */
const due = new Date(Date.parse('2026-10-14T10:00:00Z') + 14 * dayMs);
beforeEach(async () => {
  world.clock.at = frozenAt;
  const rules = { longestMinutes: 527_040, gridMinutes: 60 };
  const charts = await addResource(world, librarian, {
    kind: 'collection',
    name: { en: 'Sea charts' },
    sharedAs: 'items',
    units: 3,
    rules,
  });
  loan = await addBooking(world, reader, charts, { starts: '2026-10-14T10:00:00Z', ends: due.toISOString() });
});

/** Everything that is due so many days after the loan is; negative before. */
async function keepOn(day: number) {
  world.clock.at = new Date(due.getTime() + day * dayMs);
  await keepBookings(world.scopeOf(system));
  await keepBookings(world.scopeOf(system));
  await dispatchPending({ services: world.services, subscriptions: conversationSubscriptions });
}

const told = async (as: TestMember) => {
  const rows = await world.network
    .selectFrom('notification')
    .select('kind')
    .where('path', '=', `/bookings/${loan.id}`)
    .where('person_id', '=', as.personId)
    .orderBy('id')
    .execute();
  return rows.map(({ kind }) => kind);
};

test('the holder is reminded before a loan is due and while it is overdue, each time once; the owner hears of the second', async () => {
  await keepOn(-4);
  expect(await told(reader)).toEqual([]);
  await keepOn(-2);
  expect(await told(reader)).toEqual(['booking.due_soon']);
  await keepOn(0.5);
  expect(await told(reader)).toEqual(['booking.due_soon']);
  expect((await world.request(reader, 'GET', `/resources/${loan.resources[0]?.id}`)).json()).toMatchObject({
    units: 3,
    unitsFree: 2,
  });
  await keepOn(1.5);
  expect(await told(reader)).toEqual(['booking.due_soon', 'booking.overdue']);
  expect(await told(librarian)).toEqual(['booking.overdue_elsewhere']);
  await keepOn(9);
  expect(await told(reader)).toHaveLength(3);
  const { state } = (await world.request(reader, 'GET', `/bookings/${loan.id}`)).json();
  expect(state).toBe('confirmed');
});

test('after reminders were missed only the latest is sent, and none once it is returned', async () => {
  await keepOn(16);
  expect(await told(reader)).toEqual(['booking.overdue']);
  expect((await world.request(reader, 'POST', `/bookings/${loan.id}/finish`)).statusCode).toBe(200);
  await keepOn(30);
  expect((await told(reader)).filter((kind) => kind === 'booking.overdue')).toHaveLength(1);
});

test('a loan that is extended or called back is due anew', async () => {
  await keepOn(-2);
  const extended = new Date(due.getTime() + 7 * dayMs).toISOString();
  const url = `/bookings/${loan.id}/extend`;
  const answer = await world.request(reader, 'POST', url, { ends: extended }, { 'if-match': `"${loan.version}"` });
  expect(answer.statusCode).toBe(200);
  await keepOn(1.5);
  expect(await told(reader)).toEqual(['booking.due_soon']);
  await keepOn(5);
  expect(await told(reader)).toEqual(['booking.due_soon', 'booking.due_soon']);
  const recalled = { ends: new Date(due.getTime() + 6 * dayMs).toISOString(), reason: 'Another reader needs them' };
  expect((await world.request(librarian, 'POST', `/bookings/${loan.id}/recall`, recalled)).statusCode).toBe(200);
  await keepOn(7.5);
  expect(await told(reader)).toContain('booking.overdue');
});

test('what nobody lends is not reminded of', async () => {
  const bench = await addResource(world, librarian);
  loan = await addBooking(world, reader, bench);
  await keepOn(1.5);
  expect((await told(reader)).filter((kind) => kind.startsWith('booking.overdue'))).toEqual([]);
});
