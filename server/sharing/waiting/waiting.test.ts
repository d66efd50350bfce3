import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { dispatchPending } from '../../platform/events/dispatcher.ts';
import { system } from '../../platform/scope.ts';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource, bookingInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../../testing/world.ts';
import { keepBookings } from '../jobs.ts';
import { sharingSubscriptions } from '../subscriptions.ts';

let world: TestApp;
let owner: TestMember;
let near: TestMember;
let far: TestMember;
let nearHome: TestOrganisation;
let farHome: TestOrganisation;

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  nearHome = await addOrganisation(world.network, 'Ribeira');
  farHome = await addOrganisation(world.network, 'Northwater');
  owner = await addMember(world.db, world.network, vantera, 'coordinator');
  near = await addMember(world.db, world.network, nearHome, 'teacher');
  far = await addMember(world.db, world.network, farHome, 'teacher');
});
afterEach(() => {
  world.clock.at = frozenAt;
});
afterAll(() => world.close());

const wait = (as: TestMember, resource: { id: string }, input = {}) =>
  world.request(as, 'POST', '/bookings', bookingInput(resource, { orWait: true, ...input }));
const act = (as: TestMember, id: string, what: string, body: object = {}) =>
  world.request(as, 'POST', `/bookings/${id}/${what}`, body);
const read = async (as: TestMember, id: string) => (await world.request(as, 'GET', `/bookings/${id}`)).json();
const follow = () => dispatchPending({ services: world.services, subscriptions: sharingSubscriptions });
const keep = async (instant: string) => {
  world.clock.at = new Date(instant);
  await keepBookings(world.scopeOf(system));
  await follow();
};

test('who waits is promoted in order, may accept in time, and the next follows to the second', async () => {
  const resource = await addResource(world, owner, { rules: { acceptWithinMinutes: 60 } });
  const held = await addBooking(world, owner, resource);
  const first = (await wait(near, resource)).json();
  const second = (await wait(far, resource)).json();
  expect([first.state, second.state]).toEqual(['waiting', 'waiting']);
  expect(await read(far, second.id)).toMatchObject({ queuePosition: 2 });
  await act(owner, held.id, 'cancel');
  await follow();
  expect(await read(near, first.id)).toMatchObject({
    state: 'offered',
    respondBy: '2026-10-13T10:00:00.000Z',
    abilities: { accept: true },
  });
  expect((await world.request(far, 'POST', '/bookings', bookingInput(resource))).json().code).toBe('booking.clash');
  await keep('2026-10-13T09:59:59Z');
  expect(await read(near, first.id)).toMatchObject({ state: 'offered' });
  world.clock.at = new Date('2026-10-13T10:00:00Z');
  expect((await act(near, first.id, 'accept')).json().code).toBe('booking.response_late');
  await keep('2026-10-13T10:00:00Z');
  expect(await read(near, first.id)).toMatchObject({ state: 'cancelled', isCharged: false });
  expect(await read(far, second.id)).toMatchObject({ state: 'offered' });
  expect((await act(far, second.id, 'accept')).json()).toMatchObject({ state: 'confirmed', respondBy: null });
});

test('whoever waits for a free time holds it at once, and waiting ends when the time has come', async () => {
  const resource = await addResource(world, owner);
  expect((await wait(near, resource)).json().state).toBe('confirmed');
  const late = (await wait(far, resource)).json();
  await keep('2026-10-20T07:59:59Z');
  expect(await read(far, late.id)).toMatchObject({ state: 'waiting' });
  await keep('2026-10-20T08:00:00Z');
  expect(await read(far, late.id)).toMatchObject({ state: 'cancelled' });
});

test('of those who wait, the partner who used least of its share goes first, and the booking says why', async () => {
  const year = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
  const resource = await addResource(world, owner, {
    shares: [
      { organisationId: nearHome.id, promisedMinutes: 600, ...year },
      { organisationId: farHome.id, promisedMinutes: 600, ...year },
    ],
  });
  await addBooking(world, near, resource, { starts: '2026-10-19T10:00', ends: '2026-10-19T14:00' });
  const held = await addBooking(world, owner, resource);
  const first = (await wait(near, resource)).json();
  const second = (await wait(far, resource)).json();
  await act(owner, held.id, 'cancel');
  await follow();
  expect(await read(near, first.id)).toMatchObject({ state: 'waiting' });
  expect((await read(far, second.id)).decision).toEqual({
    rule: 'fair_share',
    isGranted: true,
    standings: [
      { organisationId: farHome.id, name: 'Northwater', promisedMinutes: 600, usedMinutes: 0, isHolder: true },
      { organisationId: nearHome.id, name: 'Ribeira', promisedMinutes: 600, usedMinutes: 240, isHolder: false },
    ],
  });
});

test('requests are collected and decided by fair share; who is turned down reads why', async () => {
  const year = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
  const resource = await addResource(world, owner, {
    rules: { fairShareHours: 72 },
    shares: [
      { organisationId: nearHome.id, promisedMinutes: 600, ...year },
      { organisationId: farHome.id, promisedMinutes: 1_200, ...year },
    ],
  });
  await addBooking(world, near, resource, { starts: '2026-10-14T10:00', ends: '2026-10-14T14:00' });
  const early = await addBooking(world, near, resource);
  const later = await addBooking(world, far, resource, { starts: '2026-10-20T11:00', ends: '2026-10-20T13:00' });
  expect(early).toMatchObject({ state: 'requested', decideAt: '2026-10-17T08:00:00.000Z' });
  expect(later).toMatchObject({ state: 'requested' });
  await keep('2026-10-17T07:59:59Z');
  expect(await read(near, early.id)).toMatchObject({ state: 'requested' });
  await keep('2026-10-17T08:00:00Z');
  expect(await read(far, later.id)).toMatchObject({ state: 'confirmed', decision: { isGranted: true } });
  const refused = await read(near, early.id);
  expect(refused).toMatchObject({ state: 'declined', decision: { isGranted: false } });
  expect(refused.decision.standings.map((one: { usedMinutes: number }) => one.usedMinutes)).toEqual([120, 240]);
  expect((await world.request(near, 'POST', '/bookings', bookingInput(resource))).json().code).toBe('booking.clash');
});

test('who does not check in loses the rest, to the second; who did keeps it and completes it', async () => {
  const resource = await addResource(world, owner, { rules: { checkIn: 'page', releaseAfterMinutes: 15 } });
  const missed = await addBooking(world, near, resource);
  const used = await addBooking(world, far, resource, { starts: '2026-10-20T12:00', ends: '2026-10-20T13:00' });
  expect(missed.releasesAt).toBe('2026-10-20T08:15:00.000Z');
  const next = (await wait(far, resource, { starts: '2026-10-20T11:00', ends: '2026-10-20T12:00' })).json();
  await keep('2026-10-20T08:14:59Z');
  expect(await read(near, missed.id)).toMatchObject({ state: 'confirmed' });
  await keep('2026-10-20T08:15:00Z');
  expect(await read(near, missed.id)).toMatchObject({ state: 'no_show', isCharged: true });
  expect(await read(far, next.id)).toMatchObject({ state: 'confirmed' });
  world.clock.at = new Date('2026-10-20T10:00:00Z');
  await act(far, used.id, 'check-in');
  await keep('2026-10-20T11:00:00Z');
  expect(await read(far, used.id)).toMatchObject({ state: 'completed' });
});

test('a request that nobody decided before it began is over, and its time is free', async () => {
  const resource = await addResource(world, owner, { rules: { approvalChain: ['owner'] } });
  const asked = await addBooking(world, near, resource);
  await keep('2026-10-20T08:00:00Z');
  expect(await read(near, asked.id)).toMatchObject({ state: 'declined', isCharged: false });
});

test('when a resource is retired, bookings to come end with its reason; when its hours change they stay and the owner is told', async () => {
  const resource = await addResource(world, owner);
  const booked = await addBooking(world, near, resource);
  const shorter = {
    kind: 'equipment',
    name: { en: 'Electron microscope' },
    timeZone: 'Europe/Copenhagen',
    audience: 'network',
  };
  const monday = { weekday: 1, opensMinute: 480, closesMinute: 960, audience: 'network' };
  const changed = await world.request(
    owner,
    'PUT',
    `/resources/${resource.id}`,
    { ...shorter, openings: [monday] },
    { 'if-match': '"1"' },
  );
  await follow();
  expect(await read(near, booked.id)).toMatchObject({ state: 'confirmed' });
  const told = await world.network
    .selectFrom('audit_event')
    .select('details')
    .where('action', '=', 'resource.bookings_stranded')
    .where('object_id', '=', resource.id)
    .execute();
  expect(told).toEqual([{ details: { bookings: 1 } }]);
  world.clock.at = new Date('2026-10-14T09:00:00Z');
  const retired = await world.request(
    owner,
    'POST',
    `/resources/${resource.id}/state`,
    { move: 'retire', reason: 'Worn out' },
    { 'if-match': `"${changed.json().version}"` },
  );
  expect(retired.json().history).toHaveLength(2);
  await follow();
  expect(await read(near, booked.id)).toMatchObject({ state: 'cancelled', cancellationReason: 'Worn out' });
  const again = bookingInput(resource, { starts: '2026-10-19T10:00', ends: '2026-10-19T12:00' });
  expect((await world.request(near, 'POST', '/bookings', again)).json().code).toBe('resource.not_found');
});

const at = (day: number) => ({ starts: `2026-10-${day}T10:00`, ends: `2026-10-${day}T12:00` });

test('what was booked of a resource moves to the one it is merged into; what does not fit there ends, and is named', async () => {
  const [old, kept] = [await addResource(world, owner), await addResource(world, owner)];
  const moves = await addBooking(world, near, old, at(20));
  const clashes = await addBooking(world, far, old, at(21));
  const waits = await addBooking(world, near, old, { ...at(21), orWait: true });
  await addBooking(world, owner, kept, at(21));
  const other = await addResource(world, owner);
  const pair = { ...at(22), resources: [{ resourceId: old.id }, { resourceId: other.id }] };
  const both = await addBooking(world, far, old, pair);
  const gone = { move: 'retire', reason: 'One is enough', mergeIntoId: kept.id };
  await world.request(owner, 'POST', `/resources/${old.id}/state`, gone, { 'if-match': '"1"' });
  await follow();
  const namesOf = async (id: string) =>
    (await read(owner, id)).resources.map((one: { id: string }) => one.id).toSorted();
  expect(await read(near, moves.id)).toMatchObject({
    state: 'confirmed',
    startsAt: moves.startsAt,
    resources: [{ id: kept.id }],
  });
  expect(await namesOf(both.id)).toEqual([kept.id, other.id].toSorted());
  expect(await read(near, waits.id)).toMatchObject({ state: 'waiting', resources: [{ id: kept.id }] });
  expect(await read(far, clashes.id)).toMatchObject({ state: 'cancelled', cancellationReason: 'One is enough' });
  const told = await world.network
    .selectFrom('audit_event')
    .select('details')
    .where('action', '=', 'resource.bookings_moved')
    .where('object_id', '=', old.id)
    .execute();
  expect(told).toEqual([{ details: { mergedInto: kept.id, moved: 3, left: [clashes.id] } }]);
  const again = await world.request(far, 'POST', '/bookings', bookingInput(kept, at(20)));
  expect(again.json().code).toBe('booking.clash');
});

test('a pool made smaller keeps what is booked and gives nothing more', async () => {
  const pool = await addResource(world, owner, { sharedAs: 'items', units: 3 });
  const held = [await addBooking(world, near, pool), await addBooking(world, far, pool)];
  const smaller = {
    kind: 'equipment',
    name: { en: 'Kit' },
    timeZone: 'Europe/Copenhagen',
    audience: 'network',
    sharedAs: 'items',
    units: 1,
  };
  const changed = await world.request(owner, 'PUT', `/resources/${pool.id}`, smaller, { 'if-match': '"1"' });
  expect(changed.json().units).toBe(1);
  for (const { id } of held) expect(await read(owner, id)).toMatchObject({ state: 'confirmed' });
  expect((await world.request(near, 'POST', '/bookings', bookingInput(pool))).json().code).toBe('booking.clash');
});

test('what somebody had booked is free when they leave', async () => {
  const leaver = await addMember(world.db, world.network, nearHome, 'teacher', 'Somebody who leaves');
  const resource = await addResource(world, owner);
  const booked = await addBooking(world, leaver, resource);
  await world.network
    .insertInto('audit_event')
    .values({
      id: booked.id,
      at: frozenAt,
      action: 'membership.ended',
      object_type: 'membership',
      object_id: leaver.membershipId,
    })
    .execute();
  await follow();
  expect(await read(owner, booked.id)).toMatchObject({ state: 'cancelled' });
  await addBooking(world, near, resource);
});

test('what the waiting list gave is a request where its owner approves, not certain by accepting it', async () => {
  const resource = await addResource(world, owner, { rules: { acceptWithinMinutes: 60, approvalChain: ['owner'] } });
  const held = await addBooking(world, owner, resource);
  const { id } = (await wait(near, resource)).json();
  await act(owner, held.id, 'cancel');
  await follow();
  expect(await read(near, id)).toMatchObject({ state: 'offered' });
  expect((await act(near, id, 'accept')).json()).toMatchObject({ state: 'requested', approvalsDue: ['owner'] });
  const { rows } = await sql<{ action: string }>`select action from network_test.audit_event where object_id = ${id}
    order by id desc limit 1`.execute(world.network);
  expect(rows).toEqual([{ action: 'booking.requested' }]);
  expect((await act(near, id, 'approve')).json().code).toBe('booking.not_found');
  expect((await act(owner, id, 'approve')).json()).toMatchObject({ state: 'confirmed', approvalsDue: [] });
});
