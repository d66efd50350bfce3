import type { BookingView } from '@collegium/contract/sharing/bookings.ts';
import type { SeriesReport } from '@collegium/contract/sharing/series.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conversationSubscriptions } from '../../conversation/subscriptions.ts';
import { dispatchPending } from '../../platform/events/dispatcher.ts';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';
import { sharingSubscriptions } from '../subscriptions.ts';

let world: TestApp;
let owner: TestMember;
let administrator: TestMember;
let amina: TestMember;
let rui: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  owner = await addMember(world.db, world.network, vantera, 'coordinator');
  administrator = await addMember(world.db, world.network, ribeira, 'organisation_administrator');
  amina = await addMember(world.db, world.network, ribeira, 'learner', 'Amina Yusuf');
  rui = await addMember(world.db, world.network, ribeira, 'learner', 'Rui Alves');
});
afterAll(() => world.close());

const rules = { horizonDays: 1_000, shortestMinutes: 15 };
const follow = () =>
  dispatchPending({ services: world.services, subscriptions: [...conversationSubscriptions, ...sharingSubscriptions] });
const seriesOf = (resource: { id: string }, starts: string, ends: string, rule: string) => ({
  resources: [{ resourceId: resource.id }],
  starts,
  ends,
  rule,
});
const post = (url: string, body: object, as = amina) => world.request(as, 'POST', url, body);
const reportOf = async (series: object) => (await post('/bookings/series/report', series)).json<SeriesReport>();
const startsOf = async (ids: string[]) => {
  const rows = world.network.selectFrom('booking').select('starts_at').where('id', 'in', ids).orderBy('starts_at');
  return (await rows.execute()).map((row) => row.starts_at.toISOString());
};
const propose = async (as: TestMember, one: BookingView, otherId: string) =>
  (await post(`/bookings/${one.id}/swaps`, { otherId }, as)).json<BookingView>().swaps;
const accept = (as: TestMember, id: string | undefined) => post(`/swaps/${id}/answer`, { isAccepted: true }, as);
const change = (as: TestMember, { id, version }: BookingView, body: object) =>
  world.request(as, 'PUT', `/bookings/${id}`, body, { 'if-match': `"${version}"` });
const read = async (id: string) => (await world.request(owner, 'GET', `/bookings/${id}`)).json<BookingView>();

test('a daily half past two skips the night on which that hour is missing, and says so; it comes once where it comes twice', async () => {
  const resource = await addResource(world, owner, { rules });
  const spring = seriesOf(resource, '2027-03-27T02:30', '2027-03-27T03:30', 'FREQ=DAILY;COUNT=3');
  const report = await reportOf(spring);
  expect(report).toMatchObject({ occurrences: 3, free: 2, problems: [{ startsAt: '2027-03-28T02:30:00' }] });
  expect(report.problems[0]?.reasons.join()).toContain('There is no such time');
  expect((await post('/bookings/series', spring)).json().code).toBe('booking.series_incomplete');
  const made = await post('/bookings/series', { ...spring, skipTaken: true });
  expect(await startsOf(made.json().bookingIds)).toEqual(['2027-03-27T01:30:00.000Z', '2027-03-29T00:30:00.000Z']);
  const autumn = seriesOf(resource, '2026-10-24T02:30', '2026-10-24T02:45', 'FREQ=DAILY;COUNT=3');
  const twice = await post('/bookings/series', autumn);
  expect(await startsOf(twice.json().bookingIds)).toEqual([
    '2026-10-24T00:30:00.000Z',
    '2026-10-25T00:30:00.000Z',
    '2026-10-26T01:30:00.000Z',
  ]);
});

test('a series over 29 February and the turn of a year', async () => {
  const resource = await addResource(world, owner, { rules });
  const leap = seriesOf(resource, '2028-02-28T10:00', '2028-02-28T11:00', 'FREQ=DAILY;COUNT=3');
  expect(await startsOf((await post('/bookings/series', leap)).json().bookingIds)).toEqual([
    '2028-02-28T09:00:00.000Z',
    '2028-02-29T09:00:00.000Z',
    '2028-03-01T09:00:00.000Z',
  ]);
  const newYear = seriesOf(resource, '2026-12-31T23:00', '2027-01-01T01:00', 'FREQ=DAILY;COUNT=2');
  expect(await startsOf((await post('/bookings/series', newYear)).json().bookingIds)).toEqual([
    '2026-12-31T22:00:00.000Z',
    '2027-01-01T22:00:00.000Z',
  ]);
});

test.each([
  ['2026-10-20T10:00', '2026-10-20T10:00', 'It must end after it begins.'],
  ['2026-10-20T10:00', '2026-10-01T10:00', 'It must end after it begins.'],
  ['2026-10-20T10:00', '2025-01-01T10:00', 'It must end after it begins.'],
  ['2026-10-12T10:00', '2026-10-12T11:00', 'It has begun already.'],
  ['2030-10-12T10:00', '2030-10-12T11:00', 'days ahead'],
])('a series from %s to %s is not booked, and its report says: %s', async (starts, ends, reason) => {
  const resource = await addResource(world, owner, { rules });
  const series = seriesOf(resource, starts, ends, 'FREQ=DAILY;COUNT=2');
  const report = await reportOf(series);
  expect(report.problems?.[0]?.reasons.join()).toContain(reason);
  const refused = await post('/bookings/series', series);
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'booking.series_incomplete']);
});

test('rules without an end and zones that do not exist are refused by the report as well', async () => {
  const resource = await addResource(world, owner, { rules });
  const series = seriesOf(resource, '2026-10-20T10:00', '2026-10-20T11:00', 'FREQ=DAILY');
  for (const url of ['/bookings/series/report', '/bookings/series']) {
    expect((await post(url, series)).json().code).toBe('booking.rule_endless');
    expect((await post(url, { ...series, rule: 'FREQ=SECONDLY' })).statusCode).toBe(422);
    const nowhere = { ...series, rule: 'FREQ=DAILY;COUNT=2', timeZone: 'Europe/Atlantis' };
    expect((await post(url, nowhere)).json().code).toBe('booking.zone_unknown');
  }
});

test('a booking is not moved to no or negative length, into the past, beyond the horizon, or to an hour that is missing', async () => {
  const resource = await addResource(world, owner, { rules: { ...rules, horizonDays: 200 } });
  const booking = await addBooking(world, amina, resource);
  const code = async (starts: string, ends: string) => (await change(amina, booking, { starts, ends })).json().code;
  expect(await code('2026-10-21T10:00', '2026-10-21T10:00')).toBe('booking.rules_not_met');
  expect(await code('2026-10-21T10:00', '2026-10-20T10:00')).toBe('booking.rules_not_met');
  expect(await code('2026-10-12T10:00', '2026-10-12T12:00')).toBe('booking.rules_not_met');
  expect(await code('2027-10-12T10:00', '2027-10-12T12:00')).toBe('booking.rules_not_met');
  expect(await code('2027-03-28T02:30', '2027-03-28T05:00')).toBe('booking.time_unreadable');
  expect(await read(booking.id)).toMatchObject({ version: booking.version, startsAt: booking.startsAt });
});

test('a search of no, negative or endless span is refused, and so is no length', async () => {
  const resource = await addResource(world, owner);
  const find = (more: object) =>
    post('/free-times', {
      resourceIds: [resource.id],
      minutes: 60,
      from: '2026-10-20T00:00:00Z',
      until: '2026-10-21T00:00:00Z',
      ...more,
    });
  for (const more of [
    { until: '2026-10-20T00:00:00Z' },
    { until: '2026-10-01T00:00:00Z' },
    { until: '2036-10-01T00:00:00Z' },
    { minutes: 0 },
    { minutes: -60 },
  ])
    expect((await find(more)).json().code).toBe('request.invalid');
  const past = { from: '2020-10-20T00:00:00Z', until: '2020-10-21T00:00:00Z' };
  expect((await find(past)).json().items).toEqual([]);
});

test('two who propose the same swap to each other and accept at once: it happens once', async () => {
  const resource = await addResource(world, owner);
  const mine = await addBooking(world, amina, resource);
  const theirs = await addBooking(world, rui, resource, { starts: '2026-10-21T10:00', ends: '2026-10-21T12:00' });
  const asked = (await propose(amina, mine, theirs.id))[0];
  const back = (await propose(rui, theirs, mine.id)).find(({ id }) => id !== asked?.id);
  const answers = await Promise.all([accept(rui, asked?.id), accept(amina, back?.id)]);
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  expect(answers.every(({ statusCode }) => statusCode < 500)).toBe(true);
  expect([(await read(mine.id)).holder.personId, (await read(theirs.id)).holder.personId]).toEqual([
    rui.personId,
    amina.personId,
  ]);
});

test('a holder who leaves loses what is to come, what waits and what is asked for; who waited behind gets it', async () => {
  const leaver = await addMember(world.db, world.network, { id: amina.organisationId } as never, 'learner', 'Leaver');
  const resource = await addResource(world, owner);
  const asking = await addResource(world, owner, { rules: { approvalChain: ['owner'] } });
  const held = await addBooking(world, leaver, resource);
  const behind = await addBooking(world, rui, resource, { orWait: true });
  const requested = await addBooking(world, leaver, asking);
  const other = { starts: '2026-10-22T10:00', ends: '2026-10-22T12:00' };
  await addBooking(world, rui, resource, other);
  const waiting = await addBooking(world, leaver, resource, { ...other, orWait: true });
  expect([behind.state, requested.state, waiting.state]).toEqual(['waiting', 'requested', 'waiting']);
  const ended = await world.request(administrator, 'POST', `/memberships/${leaver.membershipId}/end`, undefined, {
    'if-match': '"1"',
  });
  expect(ended.statusCode).toBe(204);
  await follow();
  await follow();
  for (const { id } of [held, requested, waiting]) expect((await read(id)).state).toBe('cancelled');
  expect((await read(behind.id)).state).toBe('confirmed');
});

test('killed after the booking, before the mail: when it runs again the mail goes out, once', async () => {
  const resource = await addResource(world, owner, { name: { en: 'Flume' }, rules: { approvalChain: ['owner'] } });
  await follow();
  await addBooking(world, amina, resource);
  const mails = async () =>
    (await world.network.selectFrom('mail').select('subject').execute()).filter(({ subject }) =>
      subject.includes('Flume'),
    ).length;
  const dies = { action: 'booking.requested', name: 'dies', handle: () => Promise.reject(new Error('killed')) };
  const subscriptions = [...conversationSubscriptions, dies];
  await expect(dispatchPending({ services: world.services, subscriptions })).rejects.toThrow('killed');
  expect(await mails()).toBe(0);
  await follow();
  await follow();
  expect(await mails()).toBe(1);
});
