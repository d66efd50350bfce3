import type { Commitment } from '@collegium/contract/commitments.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { system } from '../platform/scope.ts';
import { keepBookings } from '../sharing/jobs.ts';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addParties, type Parties } from '../testing/placement.ts';
import { addBooking, addResource } from '../testing/sharing.ts';
import { addAgreementInForce, figureOf, followAll, promise } from './testing.ts';
import { refreshCommitments } from './refresh.ts';

let world: TestApp;
let parties: Parties;
let agreementId: string;

beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.at = frozenAt;
  parties = await addParties(world);
});

const year = { periodStart: '2026-09-01', periodEnd: '2028-08-31', every: 'year' } as const;
const hours = (measure: Commitment['measure'], changes: Partial<Commitment> = {}): Commitment => ({
  measure,
  promiser: parties.provider.id,
  beneficiary: parties.home.id,
  quantity: 200,
  unit: 'hours',
  ...year,
  ...changes,
});

async function agreeOn(...commitments: Commitment[]): Promise<void> {
  const clauses = commitments.map((commitment) => promise(commitment.measure, commitment));
  ({ id: agreementId } = await addAgreementInForce(world, [parties.home, parties.provider], clauses));
}
const both = () => agreeOn(hours('resource_hours_available'), hours('resource_hours_used'));

async function delivered(period = 1): Promise<{ available: number | undefined; used: number | undefined }> {
  await followAll(world);
  const available = await figureOf(world, 'resource_hours_available', agreementId, period);
  const used = await figureOf(world, 'resource_hours_used', agreementId, period);
  return { available: available?.delivered, used: used?.delivered };
}

/** Lets a moment come: what is due to bookings is done. */
async function at(moment: string): Promise<void> {
  world.clock.at = new Date(moment);
  await keepBookings(world.scopeOf(system));
}

const act = async (id: string, verb: string) => {
  const answer = await world.request(parties.learner, 'POST', `/bookings/${id}/${verb}`, {});
  expect(answer.statusCode).toBe(200);
};

test('used is from check-in to giving back; made available is all that was booked; neither counts before', async () => {
  await both();
  const resource = await addResource(world, parties.host, { rules: { checkIn: 'page', releaseAfterMinutes: 30 } });
  const { id } = await addBooking(world, parties.learner, resource);
  expect(await delivered()).toEqual({ available: 0, used: 0 });
  await at('2026-10-20T08:15:00Z');
  await act(id, 'check-in');
  expect(await delivered()).toEqual({ available: 0, used: 0 });
  await at('2026-10-20T09:30:00Z');
  await act(id, 'finish');
  expect(await delivered()).toEqual({ available: 2, used: 1.25 });
});

test('to what nobody came was made available, not used; what was cancelled was neither', async () => {
  await both();
  const resource = await addResource(world, parties.host, { rules: { checkIn: 'page', releaseAfterMinutes: 30 } });
  await addBooking(world, parties.learner, resource);
  const { id } = await addBooking(world, parties.learner, resource, {
    starts: '2026-10-20T13:00',
    ends: '2026-10-20T18:00',
  });
  await act(id, 'cancel');
  await at('2026-10-20T08:45:00Z');
  await at('2026-10-20T17:00:00Z');
  expect(await delivered()).toEqual({ available: 2, used: 0 });
});

test('a booking that was changed counts as it was in the end, and on the day of its zone', async () => {
  await both();
  const resource = await addResource(world, parties.host, { rules: { horizonDays: 800 } });
  const booking = await addBooking(world, parties.learner, resource);
  const change = { starts: '2027-09-01T00:30', ends: '2027-09-01T05:30' };
  const version = { 'if-match': `"${booking.version}"` };
  const answer = await world.request(parties.learner, 'PUT', `/bookings/${booking.id}`, change, version);
  expect(answer.statusCode).toBe(200);
  await at('2027-09-01T06:00:00Z');
  // Half past midnight in Copenhagen is still August in UTC; the second year of the promise has begun.
  expect(await delivered(1)).toEqual({ available: 0, used: 0 });
  expect(await delivered(2)).toEqual({ available: 5, used: 5 });
});

test('a share sets hours aside, of each period its part; bookings within it are used but not made available twice', async () => {
  await both();
  const share = { organisationId: parties.home.id, startsOn: '2026-09-01', endsOn: '2028-08-30' };
  const resource = await addResource(world, parties.host, { shares: [{ ...share, promisedMinutes: 730 * 60 }] });
  expect([await delivered(1), await delivered(2)]).toEqual([
    { available: 365, used: 0 },
    { available: 365, used: 0 },
  ]);
  await addBooking(world, parties.learner, resource);
  await at('2026-10-20T11:00:00Z');
  expect(await delivered()).toEqual({ available: 365, used: 2 });
  const now = (await world.request(parties.host, 'GET', `/resources/${resource.id}`)).json();
  const input = { kind: now.kind, name: now.name, timeZone: now.timeZone, audience: now.audience, shares: [] };
  const version = { 'if-match': `"${now.version}"` };
  const answer = await world.request(parties.host, 'PUT', `/resources/${resource.id}`, input, version);
  expect(answer.statusCode).toBe(200);
  expect(await delivered()).toEqual({ available: 2, used: 2 });
});

test('only what the clause names counts: its resource, the other party’s people, and, where it says so, shares under it', async () => {
  const [named, other] = [await addResource(world, parties.host), await addResource(world, parties.host)];
  await agreeOn(
    hours('resource_hours_available', { filters: { underAgreement: true } }),
    hours('resource_hours_used', { filters: { resourceId: named.id } }),
  );
  await addBooking(world, parties.learner, other);
  await addBooking(world, parties.host, named, { starts: '2026-10-20T14:00', ends: '2026-10-20T17:00' });
  await addBooking(world, parties.learner, named);
  await at('2026-10-21T00:00:00Z');
  expect(await delivered()).toEqual({ available: 0, used: 2 });
});

test('both parties read the rows behind the hours, with who it was; counting everything anew comes to the same', async () => {
  await both();
  const resource = await addResource(world, parties.host);
  const booking = await addBooking(world, parties.learner, resource);
  await at('2026-10-20T11:00:00Z');
  const before = await delivered();
  expect(before).toEqual({ available: 2, used: 2 });
  const commitments = await world.network
    .selectFrom('commitment')
    .select(['id', 'measure'])
    .where('agreement_id', '=', agreementId)
    .execute();
  const used = commitments.find(({ measure }) => measure === 'resource_hours_used')?.id ?? '';
  const rows = (await world.request(parties.host, 'GET', `/commitments/${used}/rows?period=1`)).json();
  expect(rows.items).toMatchObject([
    { source: 'booking', amount: 2, person: 'Amina Yusuf', title: resource.name, path: `/bookings/${booking.id}` },
  ]);
  const scope = world.scopeOf();
  const ids = commitments.map(({ id }) => id);
  const moved = await scope.db.transaction().execute((db) => refreshCommitments({ ...scope, db }, ids));
  expect(moved).toEqual([]);
});
