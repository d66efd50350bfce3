import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { addResource, bookingInput, resourceInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';

let world: TestApp;
let owner: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  owner = await addMember(world.db, world.network, await addOrganisation(world.network, 'Vantera'), 'coordinator');
});
afterEach(() => {
  world.clock.at = frozenAt;
});
afterAll(() => world.close());

const rules = { horizonDays: 800, longestMinutes: 1_440 };
const shared = () => addResource(world, owner, { rules });
const book = async (resource: { id: string }, starts: string, ends: string, more = {}) => {
  const answer = await world.request(owner, 'POST', '/bookings', bookingInput(resource, { starts, ends, ...more }));
  return answer.json<{ code?: string; title?: string; startsAt?: string; endsAt?: string }>();
};

test('the night on which clocks go back has two half past twos; without an offset the first is meant', async () => {
  const resource = await shared();
  expect(await book(resource, '2026-10-25T02:00', '2026-10-25T02:30')).toMatchObject({
    startsAt: '2026-10-25T00:00:00.000Z',
    endsAt: '2026-10-25T00:30:00.000Z',
  });
  expect(await book(resource, '2026-10-25T02:00+01:00', '2026-10-25T02:30+01:00')).toMatchObject({
    startsAt: '2026-10-25T01:00:00.000Z',
  });
  const whole = await book(resource, '2026-10-25T02:45', '2026-10-25T03:00');
  expect(whole.code).toBe('booking.clash');
  expect((await book(resource, '2026-10-25T03:00', '2026-10-25T04:00')).startsAt).toBe('2026-10-25T02:00:00.000Z');
});

test('an hour that clocks skip cannot be named, and what spans it is an hour shorter', async () => {
  const resource = await shared();
  expect((await book(resource, '2027-03-28T02:30', '2027-03-28T04:00')).code).toBe('booking.time_unreadable');
  expect(await book(resource, '2027-03-28T01:00', '2027-03-28T04:00')).toMatchObject({
    startsAt: '2027-03-28T00:00:00.000Z',
    endsAt: '2027-03-28T02:00:00.000Z',
  });
});

test('29 February exists in 2028 and not in 2027; a night over the turn of the year is one booking', async () => {
  const resource = await shared();
  expect((await book(resource, '2028-02-29T10:00', '2028-02-29T11:00')).code).toBeUndefined();
  expect((await book(resource, '2027-02-29T10:00', '2027-02-29T11:00')).code).toBe('booking.time_unreadable');
  expect((await book(resource, '2026-12-31T22:00', '2027-01-01T02:00')).code).toBeUndefined();
  expect((await book(resource, '2027-01-01T01:00', '2027-01-01T03:00')).code).toBe('booking.clash');
});

test('of zero and negative length, in the past, beyond the horizon: each refused with its sentence', async () => {
  const resource = await addResource(world, owner);
  const title = async (starts: string, ends: string) => {
    const problem = await book(resource, starts, ends);
    expect(problem.code).toBe('booking.rules_not_met');
    return problem.title;
  };
  expect(await title('2026-10-20T10:00', '2026-10-20T10:00')).toContain('It must end after it begins.');
  expect(await title('2026-10-20T10:00', '2026-10-20T09:00')).toContain('It must end after it begins.');
  expect(await title('2026-10-13T10:45', '2026-10-13T12:00')).toContain('It has begun already.');
  expect(await title('2027-10-13T10:00', '2027-10-13T11:00')).toContain('at most 180 days ahead');
});

test('what counts is the server’s clock, to the second, whatever the client’s says', async () => {
  const resource = await addResource(world, owner, { rules: { noticeMinutes: 60 } });
  world.clock.at = new Date('2026-10-20T07:00:01Z');
  const headers = { date: 'Mon, 01 Jan 2001 00:00:00 GMT' };
  const late = await world.request(owner, 'POST', '/bookings', bookingInput(resource), headers);
  expect(late.json().title).toContain('at least 1 hour ahead');
  world.clock.at = new Date('2026-10-20T07:00:00Z');
  expect((await book(resource, '2026-10-20T10:00', '2026-10-20T12:00')).code).toBeUndefined();
});

test('a time zone that does not exist is refused, for a resource and for a booking', async () => {
  const resource = await shared();
  const nowhere = { timeZone: 'Europe/Atlantis' };
  expect((await book(resource, '2026-10-20T10:00', '2026-10-20T11:00', nowhere)).code).toBe('booking.zone_unknown');
  const made = await world.request(owner, 'POST', '/resources', { kind: 'room', name: { en: 'Hall' }, ...nowhere });
  expect(made.json().code).toBe('booking.zone_unknown');
});

test('opening hours are those of the place, on both sides of a change of clocks', async () => {
  const sunday = { weekday: 7, opensMinute: 540, closesMinute: 1_020, audience: 'network' as const };
  const resource = await addResource(world, owner, { openings: [sunday] });
  expect((await book(resource, '2026-10-18T07:00Z', '2026-10-18T08:00Z')).code).toBeUndefined();
  expect((await book(resource, '2026-10-25T07:00Z', '2026-10-25T08:00Z')).title).toContain('not open all that time');
  expect((await book(resource, '2026-10-25T08:00Z', '2026-10-25T09:00Z')).code).toBeUndefined();
});

test('a resource that moves to another zone keeps its bookings at their instants; new ones follow the clock there', async () => {
  const resource = await shared();
  const made = await book(resource, '2026-10-20T10:00', '2026-10-20T12:00');
  const moved = { ...resourceInput, rules, timeZone: 'Asia/Shanghai', city: 'Shanghai' };
  const change = { 'if-match': `"${resource.version}"` };
  const answer = await world.request(owner, 'PUT', `/resources/${resource.id}`, moved, change);
  expect(answer.json()).toMatchObject({ timeZone: 'Asia/Shanghai' });
  const { id } = made as { id?: string };
  expect((await world.request(owner, 'GET', `/bookings/${id}`)).json()).toMatchObject({
    startsAt: '2026-10-20T08:00:00.000Z',
    timeZone: 'Europe/Copenhagen',
  });
  expect((await book(resource, '2026-10-20T17:00', '2026-10-20T18:00')).code).toBe('booking.clash');
  expect((await book(resource, '2026-10-20T18:00', '2026-10-20T19:00')).startsAt).toBe('2026-10-20T10:00:00.000Z');
});
