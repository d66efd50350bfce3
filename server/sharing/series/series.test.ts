import { afterAll, beforeAll, expect, test } from 'vitest';
import { countRoundTrips } from '../../platform/database/round-trips.ts';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';
import { makeSeries } from './series.ts';

let world: TestApp;
let owner: TestMember;
let learner: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  owner = await addMember(world.db, world.network, vantera, 'coordinator');
  learner = await addMember(world.db, world.network, vantera, 'learner');
});
afterAll(() => world.close());

const weekly = (resource: { id: string }, more: object = {}) => ({
  resources: [{ resourceId: resource.id }],
  starts: '2026-10-20T09:00',
  ends: '2026-10-20T11:00',
  rule: 'FREQ=WEEKLY;COUNT=3',
  ...more,
});
const post = (url: string, body: object) => world.request(learner, 'POST', url, body);
const timesOf = async (ids: string[]) => {
  const rows = await world.network
    .selectFrom('booking')
    .select('starts_at')
    .where('id', 'in', ids)
    .orderBy('starts_at')
    .execute();
  return rows.map((row) => row.starts_at.toISOString());
};

test('a weekly booking keeps its hour at the place when clocks go back', async () => {
  const resource = await addResource(world, owner);
  const made = await post('/bookings/series', weekly(resource));
  expect(made.statusCode).toBe(201);
  expect(await timesOf(made.json().bookingIds)).toEqual([
    '2026-10-20T07:00:00.000Z',
    '2026-10-27T08:00:00.000Z',
    '2026-11-03T08:00:00.000Z',
  ]);
});

test('the report names what cannot be had, why, and the nearest times; the series is all or nothing, or leaves those out', async () => {
  const resource = await addResource(world, owner);
  await addBooking(world, owner, resource, { starts: '2026-10-27T10:00', ends: '2026-10-27T12:00' });
  const report = (await post('/bookings/series/report', weekly(resource))).json();
  expect(report).toMatchObject({ occurrences: 3, free: 2 });
  expect(report.problems).toEqual([
    {
      startsAt: '2026-10-27T08:00:00.000Z',
      endsAt: '2026-10-27T10:00:00.000Z',
      reasons: ['Somebody holds “Electron microscope”.'],
      alternatives: [
        { startsAt: '2026-10-27T07:00:00.000Z', endsAt: '2026-10-27T09:00:00.000Z' },
        { startsAt: '2026-10-27T06:45:00.000Z', endsAt: '2026-10-27T08:45:00.000Z' },
        { startsAt: '2026-10-27T06:30:00.000Z', endsAt: '2026-10-27T08:30:00.000Z' },
      ],
    },
  ]);
  const refused = (await post('/bookings/series', weekly(resource))).json();
  expect(refused).toMatchObject({ code: 'booking.series_incomplete', parameters: { count: 1 } });
  expect(
    await world.network
      .selectFrom('booking_series')
      .selectAll()
      .where('created_by', '=', learner.personId)
      .where('rule', '=', 'FREQ=WEEKLY;COUNT=3')
      .execute(),
  ).toHaveLength(1);
  const made = (await post('/bookings/series', weekly(resource, { skipTaken: true }))).json();
  expect(made.bookingIds).toHaveLength(2);
  expect(made.skipped).toEqual([{ startsAt: '2026-10-27T08:00:00.000Z', endsAt: '2026-10-27T10:00:00.000Z' }]);
});

test('one day of a series is left out by name', async () => {
  const resource = await addResource(world, owner);
  const made = await post('/bookings/series', weekly(resource, { excludedOn: ['2026-10-27'] }));
  expect(await timesOf(made.json().bookingIds)).toEqual(['2026-10-20T07:00:00.000Z', '2026-11-03T08:00:00.000Z']);
});

test('104 occurrences over three resources: one statement, three waits for the database at most', async () => {
  const rules = { horizonDays: 1_000 };
  const three = [
    await addResource(world, owner, { rules }),
    await addResource(world, owner, { rules }),
    await addResource(world, owner, { rules }),
  ];
  const scope = { ...world.scopeOf(), actor: learner };
  const input = weekly(three[0] as { id: string }, {
    rule: 'FREQ=WEEKLY;COUNT=104',
    resources: three.map(({ id }) => ({ resourceId: id })),
  });
  const { result, roundTrips } = await countRoundTrips(() => makeSeries(scope, input));
  expect(result.bookingIds).toHaveLength(104);
  expect(roundTrips).toBeLessThanOrEqual(3);
  const items = await world.network
    .selectFrom('booking_item')
    .select('booking_id')
    .where('booking_id', 'in', result.bookingIds)
    .execute();
  expect(items).toHaveLength(312);
});

test('two who want the same series at once: one has all of it, the other nothing', async () => {
  const resource = await addResource(world, owner);
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => post('/bookings/series', weekly(resource, { rule: 'FREQ=DAILY;COUNT=20' }))),
  );
  const made = answers.filter((answer) => answer.statusCode === 201);
  expect(made).toHaveLength(1);
  for (const answer of answers.filter((one) => one.statusCode !== 201))
    expect(['booking.clash', 'booking.series_incomplete']).toContain(answer.json().code);
  expect(made[0]?.json().bookingIds).toHaveLength(20);
});

test('rules that never end, give nothing or cannot be read are refused with a sentence', async () => {
  const resource = await addResource(world, owner);
  const code = async (rule: string) => (await post('/bookings/series', weekly(resource, { rule }))).json().code;
  expect(await code('FREQ=DAILY')).toBe('booking.rule_endless');
  expect(await code('FREQ=DAILY;COUNT=100000')).toBe('booking.rule_endless');
  expect(await code('FREQ=SOMETIMES;COUNT=3')).toBe('booking.rule_unreadable');
  expect(await code('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2')).toBe('booking.rule_empty');
});

test('a series is cancelled from one occurrence on, or whole; what has begun stays, and each is told and given back', async () => {
  const quotas = [{ per: 'person' as const, period: 'year' as const, limitMinutes: 600 }];
  const resource = await addResource(world, owner, { quotas });
  const rule = 'FREQ=WEEKLY;COUNT=5';
  const { bookingIds } = (await post('/bookings/series', weekly(resource, { rule }))).json<{ bookingIds: string[] }>();
  const states = async () => {
    const rows = await world.network
      .selectFrom('booking')
      .select(['id', 'state'])
      .where('id', 'in', bookingIds)
      .execute();
    return bookingIds.map((id) => rows.find((row) => row.id === id)?.state);
  };
  const cancel = (index: number, body: object, as = learner) =>
    world.request(as, 'POST', `/bookings/${bookingIds[index]}/cancel`, body);
  expect((await cancel(3, { reach: 'following' }, owner)).json().code).toBe('request.reason_needed');
  const following = await cancel(3, { reach: 'following' });
  expect(following.json()).toMatchObject({ id: bookingIds[3], state: 'cancelled' });
  expect(await states()).toEqual(['confirmed', 'confirmed', 'confirmed', 'cancelled', 'cancelled']);
  world.clock.at = new Date('2026-10-21T09:00:00Z');
  expect((await cancel(1, { reach: 'series', reason: 'Moved house' }, owner)).statusCode).toBe(200);
  world.clock.at = frozenAt;
  expect(await states()).toEqual(['confirmed', 'cancelled', 'cancelled', 'cancelled', 'cancelled']);
  const events = await world.network
    .selectFrom('audit_event')
    .select(['object_id', 'reason', 'person_id'])
    .where('action', '=', 'booking.cancelled')
    .where('object_id', 'in', bookingIds)
    .execute();
  expect(events.map(({ object_id }) => object_id).toSorted()).toEqual(bookingIds.slice(1).toSorted());
  expect(
    events.filter(({ reason, person_id }) => reason === 'Moved house' && person_id === owner.personId),
  ).toHaveLength(2);
  const used = await world.network
    .selectFrom('quota_use')
    .innerJoin('resource_quota', 'resource_quota.id', 'quota_use.quota_id')
    .select('used_minutes')
    .where('resource_id', '=', resource.id)
    .execute();
  expect(used).toEqual([{ used_minutes: 120 }]);
});
