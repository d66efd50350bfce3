import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';
import { tablesOf } from '../tables.ts';

let world: TestApp;
let owner: TestMember;
let learner: TestMember;
let stranger: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  owner = await addMember(world.db, world.network, vantera, 'coordinator');
  learner = await addMember(world.db, world.network, vantera, 'learner');
  stranger = await addMember(world.db, world.network, ribeira, 'learner');
});
afterAll(() => world.close());

const span = { from: '2026-10-20T00:00:00Z', until: '2026-11-03T00:00:00Z' };
const find = async (as: TestMember, body: object) =>
  (await world.request(as, 'POST', '/free-times', { minutes: 180, ...span, ...body })).json().items as {
    resourceId: string;
    startsAt: string;
    kilometres: number | null;
  }[];
const day = (weekday: number) => ({ weekday, opensMinute: 480, closesMinute: 1_020, audience: 'network' as const });

test('the first three hours that are open and free, on the grid of the place', async () => {
  const resource = await addResource(world, owner, { openings: [day(2), day(3)], rules: { gridMinutes: 30 } });
  const ids = { resourceIds: [resource.id] };
  expect((await find(learner, ids))[0]?.startsAt).toBe('2026-10-20T06:00:00.000Z');
  await addBooking(world, owner, resource, { starts: '2026-10-20T09:00', ends: '2026-10-20T12:00' });
  expect((await find(learner, ids))[0]?.startsAt).toBe('2026-10-20T10:00:00.000Z');
  await addBooking(world, owner, resource, { starts: '2026-10-20T14:30', ends: '2026-10-20T15:00' });
  expect((await find(learner, ids))[0]?.startsAt).toBe('2026-10-21T06:00:00.000Z');
});

test('what is found can be booked: buffers, pools and special days count', async () => {
  const rules = { bufferBeforeMinutes: 15, bufferAfterMinutes: 30 };
  const pool = await addResource(world, owner, {
    rules,
    sharedAs: 'items',
    units: 2,
    exceptions: [{ onDate: '2026-10-20', opensMinute: 600, closesMinute: 1_200, note: '' }],
  });
  const at = { starts: '2026-10-20T10:00', ends: '2026-10-20T12:00' };
  await addBooking(world, owner, pool, at);
  const [first] = await find(learner, { resourceIds: [pool.id], minutes: 60 });
  expect(first?.startsAt).toBe('2026-10-20T08:00:00.000Z');
  const [both] = await find(learner, { resourceIds: [pool.id], minutes: 60, quantity: 2 });
  expect(both?.startsAt).toBe('2026-10-20T10:45:00.000Z');
  const booked = await world.request(learner, 'POST', '/bookings', {
    resources: [{ resourceId: pool.id, quantity: 2 }],
    starts: both?.startsAt,
    ends: '2026-10-20T11:45:00.000Z',
  });
  expect(booked.statusCode).toBe(201);
});

test('any of a kind within a radius, the soonest first, and only what is shared with the reader', async () => {
  const place = { latitude: 55.68, longitude: 12.57 };
  const near = await addResource(world, owner, { kind: 'vehicle', ...place });
  const far = await addResource(world, owner, { kind: 'vehicle', latitude: 57.05, longitude: 9.92 });
  const own = await addResource(world, owner, { kind: 'vehicle', ...place, audience: 'own' });
  const asked = { kind: 'vehicle', near: { ...place, kilometres: 50 } };
  expect((await find(learner, asked)).map((one) => one.resourceId).sort()).toEqual([near.id, own.id].sort());
  expect((await find(stranger, asked)).map((one) => one.resourceId)).toEqual([near.id]);
  const wide = await find(stranger, { kind: 'vehicle', near: { ...place, kilometres: 300 } });
  expect(wide.find((one) => one.resourceId === far.id)?.kilometres).toBeCloseTo(222, -1);
});

test('together with people: their bookings, invitations and calendars elsewhere count', async () => {
  const [room, other] = [await addResource(world, owner, { kind: 'room' }), await addResource(world, owner)];
  await addBooking(world, learner, other, {
    starts: '2026-10-27T02:00',
    ends: '2026-10-27T08:00',
    attendeeIds: [stranger.personId],
  });
  const calendarId = room.id;
  await world.network
    .insertInto('outside_calendar')
    .values({
      id: calendarId,
      person_id: stranger.personId,
      name: 'Mine',
      address: 'https://calendar.example.org/x',
      due_at: new Date('2027-01-01'),
      created_at: new Date('2026-01-01'),
    })
    .execute();
  await world.network
    .insertInto('outside_busy')
    .values({
      outside_calendar_id: calendarId,
      starts_at: new Date('2026-10-27T07:00Z'),
      ends_at: new Date('2026-10-27T08:15Z'),
    })
    .execute();
  const found = await find(owner, {
    resourceIds: [room.id],
    personIds: [learner.personId, stranger.personId],
    from: '2026-10-27T01:00:00Z',
  });
  expect(found[0]?.startsAt).toBe('2026-10-27T08:15:00.000Z');
});

test('every resource is looked at: the last of 5,000 is found when it alone is free, near, and together with people', async () => {
  const t = tablesOf(world.scopeOf());
  const id = sql`('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;
  await sql`insert into ${t}.resource (id, kind, organisation_id, name, time_zone, audience, latitude, longitude, created_at, state_since)
    select ${id}, 'collection', ${owner.organisationId}::uuid, '{"en": "Shelf"}', 'Europe/Copenhagen', 'network', 55, 12, now(), now()
    from generate_series(1, 5000) n`.execute(world.db);
  await sql`insert into ${t}.resource_item (resource_id, number) select ${id}, 1 from generate_series(1, 5000) n`.execute(
    world.db,
  );
  await sql`insert into ${t}.resource_opening (resource_id, weekday, opens_minute, closes_minute, audience)
    select ${id}, 2, 480, case when n < 5000 then 600 else 720 end, 'network' from generate_series(1, 5000) n`.execute(
    world.db,
  );
  await sql`analyze`.execute(world.db);
  const last = '01900000-0000-7000-8000-000000001388';
  const wishes = [
    {},
    { near: { latitude: 55, longitude: 12, kilometres: 5 } },
    { personIds: [learner.personId, stranger.personId] },
  ];
  for (const wish of wishes)
    expect(await find(learner, { kind: 'collection', ...wish })).toMatchObject([{ resourceId: last }]);
});

test('every place at which something is shared with the reader stands once, so that one can look near it', async () => {
  const porto = { city: 'Porto', country: 'PT', latitude: 41.15, longitude: -8.61 };
  const places = async (as: TestMember | null) =>
    (await world.request(as, 'GET', '/resources/places')).json<{ items: object[] }>().items;
  for (let n = 0; n < 3; n += 1) await addResource(world, owner, porto);
  await addResource(world, owner, {
    city: 'Aveiro',
    country: 'PT',
    latitude: 40.64,
    longitude: -8.65,
    audience: 'own',
  });
  await addResource(world, owner, { city: 'Rotterdam', country: 'NL' });
  expect(await places(stranger)).toEqual([porto]);
  expect(await places(null)).toEqual([porto]);
  expect(await places(learner)).toMatchObject([{ city: 'Aveiro' }, porto]);
});

test('one thing with parts is free when its parts are; of what overlaps the end that comes last counts', async () => {
  const part = await addResource(world, owner, { kind: 'room' });
  const whole = await addResource(world, owner, { kind: 'training_base', partIds: [part.id] });
  await addBooking(world, owner, part, { starts: '2026-10-20T02:00', ends: '2026-10-20T10:00' });
  expect((await find(learner, { resourceIds: [whole.id] }))[0]?.startsAt).toBe('2026-10-20T08:00:00.000Z');
  const shrunk = await addResource(world, owner, { sharedAs: 'items', units: 2, rules: { longestMinutes: 720 } });
  await addBooking(world, owner, shrunk, { starts: '2026-10-20T02:00', ends: '2026-10-20T12:00' });
  await addBooking(world, owner, shrunk, { starts: '2026-10-20T03:00', ends: '2026-10-20T04:00' });
  const input = { kind: shrunk.kind, name: shrunk.name, timeZone: shrunk.timeZone, audience: shrunk.audience };
  const answer = await world.request(owner, 'PUT', `/resources/${shrunk.id}`, input, { 'if-match': '"1"' });
  expect(answer.json()).toMatchObject({ sharedAs: 'whole' });
  expect((await find(learner, { resourceIds: [shrunk.id] }))[0]?.startsAt).toBe('2026-10-20T10:00:00.000Z');
});
