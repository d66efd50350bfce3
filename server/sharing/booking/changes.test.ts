import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource, resourceInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, addPartnership, type TestMember } from '../../testing/world.ts';
import { keepBookings } from '../jobs.ts';

let world: TestApp;
let owner: TestMember;
let learner: TestMember;
let teacher: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  await addPartnership(world.network, vantera, ribeira);
  owner = await addMember(world.db, world.network, vantera, 'coordinator');
  learner = await addMember(world.db, world.network, ribeira, 'learner');
  teacher = await addMember(world.db, world.network, ribeira, 'coordinator');
});
afterEach(() => {
  world.clock.at = frozenAt;
});
afterAll(() => world.close());

const put = async (as: TestMember, { id, version }: { id: string; version: number }, body: object) =>
  (await world.request(as, 'PUT', `/bookings/${id}`, body, { 'if-match': `"${version}"` })).json();

test('nobody comes by a change to what needs approval; who gives it may add it', async () => {
  const open = await addResource(world, owner);
  const guarded = await addResource(world, owner, { rules: { approvalChain: ['owner'] } });
  const athome = await addResource(world, owner, { rules: { approvalChain: ['home'] } });
  const booking = await addBooking(world, learner, open);
  for (const { id } of [guarded, athome])
    expect(await put(learner, booking, { resources: [{ resourceId: open.id }, { resourceId: id }] })).toMatchObject({
      code: 'booking.approval_needed',
    });
  expect(await put(owner, booking, { resources: [{ resourceId: guarded.id }] })).toMatchObject({ state: 'confirmed' });
});

test('a longer or shorter booking costs what it then is', async () => {
  const rates = [
    { audience: 'partners' as const, amountMinor: 1_000, currency: 'EUR' },
    { audience: 'network' as const, amountMinor: 9_000, currency: 'EUR' },
  ];
  const [resource, free] = [await addResource(world, owner, { rates }), await addResource(world, owner)];
  const booking = await addBooking(world, learner, resource);
  expect(booking.priceMinor).toBe(2_000);
  const longer = await put(learner, booking, { ends: '2026-10-20T15:00' });
  expect(longer).toMatchObject({ priceMinor: 5_000, currency: 'EUR' });
  const other = await put(learner, longer, { resources: [{ resourceId: free.id }] });
  expect(other).toMatchObject({ priceMinor: null, currency: null });
});

test('the end of what runs is not put into the past, where it would cost nothing', async () => {
  const resource = await addResource(world, owner, { quotas: [{ per: 'person', period: 'week', limitMinutes: 120 }] });
  const booking = await addBooking(world, learner, resource);
  world.clock.at = new Date('2026-10-20T09:50:00Z');
  expect(await put(learner, booking, { ends: '2026-10-20T10:15' })).toMatchObject({ code: 'booking.end_past' });
});

test('what a booking is for is changed whatever rules hold by now', async () => {
  const resource = await addResource(world, owner);
  const booking = await addBooking(world, learner, resource);
  const rules = { gridMinutes: 45, noticeMinutes: 100_000, longestMinutes: 60 };
  const stricter = { ...resourceInput, rules, audience: 'own' };
  await world.request(owner, 'PUT', `/resources/${resource.id}`, stricter, { 'if-match': '"1"' });
  expect(await put(learner, booking, { purpose: 'Thesis' })).toMatchObject({ purpose: 'Thesis', version: 2 });
  expect(await put(learner, booking, { purpose: 'Late' })).toMatchObject({ code: 'request.version_stale' });
  expect(await put(teacher, booking, { purpose: 'Theirs' })).toMatchObject({ code: 'booking.not_found' });
});

test('requests that compete are not granted once they should have begun', async () => {
  const resource = await addResource(world, owner, { rules: { fairShareHours: 24 } });
  const { id } = await addBooking(world, learner, resource);
  world.clock.at = new Date('2026-10-20T08:00:00Z');
  await keepBookings(world.scopeOf());
  expect((await world.request(learner, 'GET', `/bookings/${id}`)).json()).toMatchObject({
    state: 'declined',
    decision: null,
  });
});

test('what was booked in the moment in which its resource was retired ends soon after', async () => {
  const resource = await addResource(world, owner);
  const { id } = await addBooking(world, learner, resource);
  await world.network
    .updateTable('resource')
    .set({ state: 'retired', state_since: frozenAt })
    .where('id', '=', resource.id)
    .execute();
  const stateAfter = async (minutes: number) => {
    world.clock.at = new Date(frozenAt.getTime() + minutes * 60_000);
    await keepBookings(world.scopeOf());
    return (await world.request(learner, 'GET', `/bookings/${id}`)).json().state;
  };
  expect([await stateAfter(9), await stateAfter(10)]).toEqual(['confirmed', 'cancelled']);
});
