import type { BookingPage } from '@collegium/contract/sharing/bookings.ts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource, bookingInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';

let world: TestApp;
let owner: TestMember;
let teacher: TestMember;
let learner: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  owner = await addMember(world.db, world.network, vantera, 'coordinator');
  teacher = await addMember(world.db, world.network, ribeira, 'teacher');
  learner = await addMember(world.db, world.network, ribeira, 'learner');
});
afterEach(() => {
  world.clock.at = frozenAt;
});
afterAll(() => world.close());

const act = (as: TestMember, id: string, what: string, body: object = {}) =>
  world.request(as, 'POST', `/bookings/${id}/${what}`, body);
const put = (as: TestMember, booking: { id: string; version: number }, body: object) =>
  world.request(as, 'PUT', `/bookings/${booking.id}`, body, { 'if-match': `"${booking.version}"` });
const at = (instant: string) => {
  world.clock.at = new Date(instant);
};

test('a cancelled booking frees its time; only those concerned may cancel, owners with a reason', async () => {
  const resource = await addResource(world, owner);
  const { id } = await addBooking(world, learner, resource);
  expect((await act(teacher, id, 'cancel')).json().code).toBe('booking.not_found');
  expect((await act(owner, id, 'cancel')).json().code).toBe('request.reason_needed');
  expect((await act(learner, id, 'cancel')).json()).toMatchObject({ state: 'cancelled', isCharged: false });
  expect((await act(learner, id, 'cancel')).json().code).toBe('request.move_not_allowed');
  await addBooking(world, teacher, resource);
});

test('cancelled later than the notice it still counts, to the second; begun it cannot be cancelled', async () => {
  const resource = await addResource(world, owner, { rules: { cancelNoticeMinutes: 60 } });
  const first = await addBooking(world, learner, resource);
  at('2026-10-20T07:00:00Z');
  expect((await act(learner, first.id, 'cancel')).json().isCharged).toBe(false);
  const second = await addBooking(world, learner, resource);
  at('2026-10-20T07:00:01Z');
  expect((await act(learner, second.id, 'cancel')).json().isCharged).toBe(true);
  const third = await addBooking(world, learner, resource);
  at('2026-10-20T08:00:00Z');
  expect((await act(learner, third.id, 'cancel')).json().code).toBe('booking.has_begun');
});

test('quotas are taken by bookings, given back in time, and never exceeded by two at once', async () => {
  const resource = await addResource(world, owner, {
    sharedAs: 'items',
    units: 20,
    quotas: [{ per: 'person', period: 'week', limitMinutes: 240 }],
  });
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => world.request(learner, 'POST', '/bookings', bookingInput(resource))),
  );
  const codes = answers.map((one) => (one.statusCode === 201 ? 'held' : one.json().code)).sort();
  expect(codes).toEqual([...Array<string>(4).fill('booking.quota_reached'), 'held', 'held']);
  expect((await world.request(teacher, 'POST', '/bookings', bookingInput(resource))).statusCode).toBe(201);
  const held = answers.find((one) => one.statusCode === 201)?.json();
  await act(learner, held.id, 'cancel');
  expect((await world.request(learner, 'POST', '/bookings', bookingInput(resource))).statusCode).toBe(201);
});

test('a chain asks the holder’s organisation, then the owner; the request holds its time meanwhile', async () => {
  const resource = await addResource(world, owner, { rules: { approvalChain: ['home', 'owner'] } });
  const asked = await addBooking(world, learner, resource);
  expect(asked).toMatchObject({ state: 'requested', approvalsDue: ['home', 'owner'] });
  expect((await world.request(teacher, 'POST', '/bookings', bookingInput(resource))).json().code).toBe('booking.clash');
  expect((await act(owner, asked.id, 'approve')).json().code).toBe('booking.not_found');
  expect((await act(teacher, asked.id, 'approve')).json()).toMatchObject({
    state: 'requested',
    approvalsDue: ['owner'],
  });
  const waiting = await world.request(owner, 'GET', '/bookings?side=decide');
  expect(waiting.json().items.map((one: { id: string }) => one.id)).toEqual([asked.id]);
  const done = (await act(owner, asked.id, 'approve')).json();
  expect(done).toMatchObject({
    state: 'confirmed',
    approvalsDue: [],
    approvals: [{ side: 'home' }, { side: 'owner' }],
  });
});

test('a refusal has a reason and frees the time; nothing is approved after it should have begun', async () => {
  const resource = await addResource(world, owner, { rules: { approvalChain: ['owner'] } });
  const asked = await addBooking(world, learner, resource);
  expect((await act(owner, asked.id, 'decline')).json().code).toBe('request.reason_needed');
  const refused = await act(owner, asked.id, 'decline', { reason: 'The laser is being moved' });
  expect(refused.json()).toMatchObject({
    state: 'declined',
    approvals: [{ isApproved: false, reason: 'The laser is being moved' }],
  });
  const again = await addBooking(world, learner, resource);
  at('2026-10-20T08:00:00Z');
  expect((await act(owner, again.id, 'approve')).json().code).toBe('booking.too_late_to_decide');
});

test('check-in opens a quarter of an hour before, and needs the code where one hangs', async () => {
  const resource = await addResource(world, owner, { rules: { checkIn: 'code' }, checkInCode: 'Kelvin7' });
  const { id } = await addBooking(world, learner, resource);
  at('2026-10-20T07:44:59Z');
  expect((await act(learner, id, 'check-in', { code: 'Kelvin7' })).json().code).toBe('booking.not_begun');
  at('2026-10-20T07:45:00Z');
  expect((await act(learner, id, 'check-in', { code: 'Celsius' })).json().code).toBe('booking.code_wrong');
  expect((await act(teacher, id, 'check-in', { code: 'Kelvin7' })).json().code).toBe('booking.not_found');
  expect((await act(learner, id, 'check-in', { code: 'kelvin7' })).json().checkedInAt).toBe('2026-10-20T07:45:00.000Z');
});

test('who finishes early gives the rest to others', async () => {
  const resource = await addResource(world, owner);
  const { id } = await addBooking(world, learner, resource);
  at('2026-10-20T09:00:00Z');
  expect((await act(learner, id, 'finish')).json()).toMatchObject({
    state: 'completed',
    releasedAt: '2026-10-20T09:00:00.000Z',
  });
  await addBooking(world, teacher, resource, { starts: '2026-10-20T11:15', ends: '2026-10-20T12:00' });
});

test('a change takes the new time before it gives up the old, and keeps the old on a clash', async () => {
  const resource = await addResource(world, owner, { quotas: [{ per: 'person', period: 'day', limitMinutes: 180 }] });
  const mine = await addBooking(world, learner, resource);
  await addBooking(world, teacher, resource, { starts: '2026-10-20T13:00', ends: '2026-10-20T14:00' });
  const clash = await put(learner, mine, { starts: '2026-10-20T12:00', ends: '2026-10-20T14:00' });
  expect(clash.json().code).toBe('booking.clash');
  const overlapping = await put(learner, mine, { starts: '2026-10-20T11:00', ends: '2026-10-20T13:00' });
  expect(overlapping.json()).toMatchObject({ startsAt: '2026-10-20T09:00:00.000Z', version: 2 });
  expect((await put(learner, mine, { purpose: 'Other' })).json().code).toBe('request.version_stale');
  const longer = await put(learner, overlapping.json(), { starts: '2026-10-20T09:00', ends: '2026-10-20T13:00' });
  expect(longer.json().code).toBe('booking.quota_reached');
  const three = await put(learner, overlapping.json(), { starts: '2026-10-20T10:00', ends: '2026-10-20T13:00' });
  expect(three.statusCode).toBe(200);
});

test('a running booking is prolonged while nobody holds what follows', async () => {
  const resource = await addResource(world, owner);
  const mine = await addBooking(world, learner, resource);
  at('2026-10-20T09:30:00Z');
  const longer = await put(learner, mine, { ends: '2026-10-20T12:30' });
  expect(longer.json().endsAt).toBe('2026-10-20T10:30:00.000Z');
  await addBooking(world, teacher, resource, { starts: '2026-10-20T12:30', ends: '2026-10-20T13:00' });
  expect((await put(learner, longer.json(), { ends: '2026-10-20T12:45' })).json().code).toBe('booking.clash');
  expect((await put(learner, longer.json(), { starts: '2026-10-20T10:15' })).json().code).toBe('booking.has_begun');
});

test('changes crossing: two holders who move to each other’s time at once both keep their own', async () => {
  const resource = await addResource(world, owner);
  const mine = await addBooking(world, learner, resource);
  const theirs = await addBooking(world, teacher, resource, { starts: '2026-10-20T14:00', ends: '2026-10-20T16:00' });
  const answers = await Promise.all([
    put(learner, mine, { starts: '2026-10-20T14:00', ends: '2026-10-20T16:00' }),
    put(teacher, theirs, { starts: '2026-10-20T10:00', ends: '2026-10-20T12:00' }),
  ]);
  expect(answers.map((answer) => answer.json().code)).toEqual(['booking.clash', 'booking.clash']);
});

test('a loan is called back by its owner, and what follows is free', async () => {
  const collection = await addResource(world, owner, {
    kind: 'collection',
    rules: { longestMinutes: 43_200, gridMinutes: 60 },
  });
  const loan = await addBooking(world, learner, collection, { starts: '2026-10-20T10:00', ends: '2026-11-10T10:00' });
  expect((await act(teacher, loan.id, 'recall', { ends: '2026-10-25T10:00', reason: 'Needed' })).statusCode).toBe(404);
  const recalled = await act(owner, loan.id, 'recall', { ends: '2026-10-27T10:00', reason: 'Needed for the exam' });
  expect(recalled.json().endsAt).toBe('2026-10-27T09:00:00.000Z');
  const early = await act(owner, loan.id, 'recall', { ends: '2026-10-19T10:00', reason: 'Needed for the exam' });
  expect(early.json().code).toBe('booking.recall_impossible');
  await addBooking(world, teacher, collection, { starts: '2026-10-27T10:00', ends: '2026-10-29T10:00' });
});

test('what is to come is listed the soonest first, page by page; what is over the latest first', async () => {
  const resource = await addResource(world, owner);
  const days = ['2026-11-12', '2026-11-10', '2026-11-11'];
  for (const day of days) await addBooking(world, teacher, resource, { starts: `${day}T10:00`, ends: `${day}T11:00` });
  const startsOf = async (query: string) => {
    const starts: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const url = `/bookings?side=own&resourceId=${resource.id}&limit=2${query}${cursor && `&cursor=${cursor}`}`;
      const page: BookingPage = (await world.request(teacher, 'GET', url)).json();
      starts.push(...page.items.map(({ startsAt }) => startsAt.slice(0, 10)));
      cursor = page.next;
    }
    return starts;
  };
  expect(await startsOf('&from=2026-11-01T00:00:00Z')).toEqual(days.toSorted());
  expect(await startsOf('&until=2026-12-01T00:00:00Z')).toEqual(days.toSorted().toReversed());
});

test('who owns what is booked together with a guarded resource does not approve for its owner', async () => {
  const guarded = await addResource(world, owner, { rules: { approvalChain: ['owner'] } });
  const staff = await addMember(
    world.db,
    world.network,
    { id: teacher.organisationId, name: 'Ribeira' },
    'coordinator',
  );
  const room = await addResource(world, staff);
  const together = { resources: [{ resourceId: room.id }, { resourceId: guarded.id }] };
  const asked = await addBooking(world, staff, room, together);
  expect(asked).toMatchObject({ state: 'requested', approvalsDue: ['owner'], abilities: { approve: false } });
  expect((await act(staff, asked.id, 'approve')).json().code).toBe('booking.not_found');
  const toDecide = async (as: TestMember) =>
    (await world.request(as, 'GET', '/bookings?side=decide')).json<BookingPage>().items.map(({ id }) => id);
  expect([await toDecide(staff), await toDecide(owner)]).toEqual([[], expect.arrayContaining([asked.id])]);
  expect((await act(owner, asked.id, 'approve')).json()).toMatchObject({ state: 'confirmed' });
});
