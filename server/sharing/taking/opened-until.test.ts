import type { BookingView } from '@collegium/contract/sharing/bookings.ts';
import type { ResourceView } from '@collegium/contract/sharing/resources.ts';
import type { SeriesReport } from '@collegium/contract/sharing/series.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inForce } from '../../agreements/testing.ts';
import { countRoundTrips } from '../../platform/database/round-trips.ts';
import { dispatchPending } from '../../platform/events/dispatcher.ts';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource, bookingInput } from '../../testing/sharing.ts';
import type { TestMember } from '../../testing/world.ts';
import { addWaysIn, until, type WaysIn } from '../testing.ts';
import { makeBooking } from '../booking/make-booking.ts';
import { sharingSubscriptions } from '../subscriptions.ts';

let world: TestApp;
let owner: TestMember;
/** Comes in under an agreement that ends on 20 October. */
let learner: TestMember;
let party: TestMember;
let partner: TestMember;
let agreementId: string;

beforeAll(async () => {
  let agree: WaysIn['agree'];
  world = await createTestApp();
  ({ owner, party, learner, partner, agree } = await addWaysIn(world));
  agreementId = await agree(until('2026-10-20'));
});
afterAll(() => world.close());

const named = (more: object = {}) =>
  addResource(world, owner, { audience: 'partners', agreementIds: [agreementId], ...more });
const shared = (more: object = {}) => addResource(world, owner, { audience: 'partners', ...more });
const at = (day: number, hour = 10) => ({
  starts: `2026-10-${day}T${hour}:00`,
  ends: `2026-10-${day}T${hour + 2}:00`,
});
const book = (as: TestMember, resource: ResourceView, input: object = {}) =>
  world.request(as, 'POST', '/bookings', bookingInput(resource, input));
const change = (as: TestMember, { id, version }: BookingView, body: object) =>
  world.request(as, 'PUT', `/bookings/${id}`, body, { 'if-match': `"${version}"` });
const find = async (as: TestMember, { id }: ResourceView, more: object = {}) => {
  const span = { from: '2026-10-19T00:00:00Z', until: '2026-11-02T00:00:00Z' };
  const answer = await world.request(as, 'POST', '/free-times', {
    resourceIds: [id],
    minutes: 120,
    ...span,
    ...more,
  });
  return answer.json<{ items: { startsAt: string }[] }>().items.map(({ startsAt }) => startsAt);
};
const leaves = (day: string | null) =>
  world.network
    .updateTable('partnership_member')
    .set({ left_on: day })
    .where('organisation_id', '=', partner.organisationId)
    .execute();
const endsOn = (terms: { ends_on: string | null; renewal?: 'none' | 'automatic'; renewal_months?: number | null }) =>
  world.network.updateTable('agreement').set(terms).where('id', '=', agreementId).execute();

test('days after the last of the agreement cannot be booked, and the refusal says until when; its last day can', async () => {
  const resource = await named();
  const refused = await book(learner, resource, at(21));
  expect(refused.json()).toMatchObject({ code: 'booking.opened_until', status: 409 });
  expect(refused.json().title).toContain('20 October 2026');
  const chinese = await world.request(learner, 'POST', '/bookings', bookingInput(resource, at(21)), {
    'accept-language': 'zh-CN',
  });
  expect(chinese.json().title).toContain('2026年10月20日');
  const overnight = { starts: '2026-10-20T22:00', ends: '2026-10-21T00:15' };
  expect((await book(learner, resource, overnight)).json().code).toBe('booking.opened_until');
  expect((await book(learner, resource, { ...overnight, ends: '2026-10-21T00:00' })).statusCode).toBe(201);
  expect((await book(owner, resource, at(22))).statusCode).toBe(201);
});

test('the day is that of the place', async () => {
  const resource = await named({ timeZone: 'Pacific/Auckland' });
  const lateInUtc = { starts: '2026-10-20T11:30:00Z', ends: '2026-10-20T12:30:00Z' };
  expect((await book(learner, resource, lateInUtc)).json().code).toBe('booking.opened_until');
});

test('so with a partnership that is left on a day that is known; others do not mind', async () => {
  const resource = await shared();
  await leaves('2026-10-21');
  expect((await book(partner, resource, at(21))).json().code).toBe('booking.opened_until');
  expect((await book(partner, resource, at(20))).statusCode).toBe(201);
  await leaves(null);
  expect((await book(partner, resource, at(21))).statusCode).toBe(201);
});

test('who becomes a partner later books from that day on, not before', async () => {
  const resource = await shared();
  const begins = (day: string) =>
    world.network
      .updateTable('partnership_member')
      .set({ joined_on: day })
      .where('organisation_id', '=', partner.organisationId)
      .execute();
  await begins('2026-10-20');
  expect((await book(partner, resource, at(19))).json().code).toBe('resource.not_found');
  expect(await find(partner, resource)).toEqual([]);
  await begins('2026-01-01');
});

test('an agreement that goes on by itself has no last day until notice is given; what is agreed to end it counts', async () => {
  const resource = await named();
  await endsOn({ ends_on: '2026-10-20', renewal: 'automatic', renewal_months: 12 });
  expect((await book(learner, resource, at(22))).statusCode).toBe(201);
  const asked = (kind: string, more: object = {}) =>
    world.network
      .insertInto('agreement_request')
      .values({
        id: sql<string>`gen_random_uuid()`,
        agreement_id: agreementId,
        kind: kind as 'termination',
        organisation_id: party.organisationId,
        asked_for: party.organisationId,
        asked_at: world.clock.at,
        reason: 'As we said',
        effective_on: '2026-10-27',
        needs: 'all',
        state: 'agreed',
        ...more,
      })
      .execute();
  for (const kind of ['termination', 'suspension', 'withdrawal']) {
    await asked(kind);
    expect([(await book(learner, resource, at(28))).json().code, kind]).toEqual(['booking.opened_until', kind]);
    await world.network.deleteFrom('agreement_request').execute();
  }
  await asked('non_renewal');
  expect((await book(learner, resource, at(23))).json().code).toBe('booking.opened_until');
  await world.network.deleteFrom('agreement_request').execute();
  await endsOn({ ends_on: '2026-10-20', renewal: 'none', renewal_months: null });
});

test('of several agreements the one that lasts longest counts', async () => {
  const longer = await inForce(
    world,
    [owner, party],
    [owner, party].map(({ organisationId }) => ({ id: organisationId })) as never,
    { endsOn: '2026-10-24', renewal: 'none', renewalMonths: null },
  );
  const resource = await named({ agreementIds: [agreementId, longer] });
  expect((await book(learner, resource, at(24))).statusCode).toBe(201);
  expect((await book(learner, resource, at(25))).json().parameters).toMatchObject({ day: '24 October 2026' });
});

test('a series says which of its times come after the last day, and is booked without them', async () => {
  const resource = await named();
  const series = { ...bookingInput(resource, at(19)), rule: 'FREQ=DAILY;COUNT=4' };
  const report = (await world.request(learner, 'POST', '/bookings/series/report', series)).json<SeriesReport>();
  expect(report).toMatchObject({ occurrences: 4, free: 2 });
  expect(report.problems.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(['2026-10-21', '2026-10-22']);
  for (const { reasons, alternatives } of report.problems) {
    expect(reasons.join()).toContain('until 20 October 2026');
    for (const { endsAt } of alternatives) expect(endsAt <= '2026-10-20T22:00:00.000Z').toBe(true);
  }
  const whole = await world.request(learner, 'POST', '/bookings/series', series);
  expect(whole.json()).toMatchObject({ code: 'booking.series_incomplete', parameters: { count: 2 } });
  const some = await world.request(learner, 'POST', '/bookings/series', { ...series, skipTaken: true });
  expect(some.json()).toMatchObject({ skipped: [{}, {}] });
  expect(some.json().bookingIds).toHaveLength(2);
});

test('a booking is neither moved nor prolonged beyond the last day', async () => {
  const resource = await named();
  const booking = await addBooking(world, learner, resource, at(20, 21));
  expect((await change(learner, booking, at(21))).json().code).toBe('booking.opened_until');
  const longer = { ends: '2026-10-21T01:00' };
  expect((await change(learner, booking, longer)).json().code).toBe('booking.opened_until');
  expect((await change(learner, booking, at(19))).statusCode).toBe(200);
});

test('who waits for a time after the last day is not promoted', async () => {
  const resource = await named();
  const held = await addBooking(world, owner, resource, at(20));
  const waiting = (await book(learner, resource, { ...at(20), orWait: true })).json<BookingView>();
  expect(waiting.state).toBe('waiting');
  await endsOn({ ends_on: '2026-10-19' });
  await world.request(owner, 'POST', `/bookings/${held.id}/cancel`, {});
  await dispatchPending({ services: world.services, subscriptions: sharingSubscriptions });
  expect((await world.request(learner, 'GET', `/bookings/${waiting.id}`)).json().state).toBe('waiting');
  expect((await book(learner, resource, { ...at(20), orWait: true })).json().code).toBe('booking.opened_until');
  await endsOn({ ends_on: '2026-10-20' });
});

test('nobody gets a time after their last day by a swap, when it is proposed or answered', async () => {
  const resource = await named();
  const mine = await addBooking(world, learner, resource, at(20));
  const later = await addBooking(world, owner, resource, at(21));
  const early = await addBooking(world, owner, resource, at(19));
  const propose = (otherId: string) => world.request(owner, 'POST', `/bookings/${otherId}/swaps`, { otherId: mine.id });
  expect((await propose(later.id)).json()).toMatchObject({ code: 'swap.opened_until' });
  expect((await propose(later.id)).json().title).toContain('20 October 2026');
  const proposed = (await propose(early.id)).json<BookingView>();
  const answer = () => world.request(learner, 'POST', `/swaps/${proposed.swaps[0]?.id}/answer`, { isAccepted: true });
  await endsOn({ ends_on: '2026-10-18' });
  expect((await answer()).json().code).toBe('swap.opened_until');
  await endsOn({ ends_on: '2026-10-20' });
  expect((await answer()).statusCode).toBe(200);
});

const hours = (weekday: number, audience: 'partners' | 'network') => ({
  weekday,
  opensMinute: 600,
  closesMinute: 720,
  audience,
});

test('a search finds no time after the last day, and for partners’ hours those of the network from then on', async () => {
  const resource = await named();
  expect(await find(learner, resource, { from: '2026-10-20T12:00:00Z' })).toEqual(['2026-10-20T12:00:00.000Z']);
  expect(await find(learner, resource, { from: '2026-10-20T20:30:00Z' })).toEqual([]);
  expect(await find(owner, resource, { from: '2026-10-21T06:00:00Z' })).toEqual(['2026-10-21T06:00:00.000Z']);
  const open = await named({
    audience: 'network',
    openings: [hours(2, 'partners'), hours(3, 'partners'), hours(4, 'network')],
  });
  expect(await find(learner, open)).toEqual(['2026-10-20T08:00:00.000Z']);
  expect(await find(learner, open, { from: '2026-10-21T00:00:00Z' })).toEqual(['2026-10-22T08:00:00.000Z']);
  expect((await book(learner, open, at(21))).json().code).toBe('booking.opened_until');
  expect((await book(learner, open, at(22))).statusCode).toBe(201);
});

test('after the last day the price is that of the network', async () => {
  const resource = await named({
    audience: 'network',
    rates: [
      { audience: 'partners', amountMinor: 1_000, currency: 'EUR' },
      { audience: 'network', amountMinor: 9_000, currency: 'EUR' },
    ],
  });
  expect((await addBooking(world, learner, resource, at(20))).priceMinor).toBe(2_000);
  expect((await addBooking(world, learner, resource, at(21))).priceMinor).toBe(18_000);
});

test('the page of a resource says until when it is open to the reader; a booking waits for the database once', async () => {
  const resource = await named();
  const read = async (as: TestMember) =>
    (await world.request(as, 'GET', `/resources/${resource.id}`)).json<ResourceView>().openUntil;
  expect([await read(learner), await read(owner)]).toEqual(['2026-10-20', null]);
  const scope = { ...world.scopeOf(), actor: learner };
  await makeBooking(scope, bookingInput(resource, at(19)));
  const { roundTrips } = await countRoundTrips(() => makeBooking(scope, bookingInput(resource, at(20))));
  expect(roundTrips).toBe(1);
});
