import { CalendarView } from '@collegium/contract/sharing/calendar.ts';
import type { ResourceView } from '@collegium/contract/sharing/resources.ts';
import fc from 'fast-check';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countRoundTrips } from '../../platform/database/round-trips.ts';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource } from '../../testing/sharing.ts';
import {
  addMember,
  addOrganisation,
  addPartnership,
  type TestMember,
  type TestOrganisation,
} from '../../testing/world.ts';
import { readCalendar } from './calendar-content.ts';
import { getCalendar } from './calendar.ts';
import { composeFor } from './compose-calendar.ts';

let world: TestApp;
let ribeira: TestOrganisation;
let vantera: TestOrganisation;
let [owner, teacher, learner, other, guest, stranger]: TestMember[] = [];

beforeAll(async () => {
  world = await createTestApp();
  ribeira = await addOrganisation(world.network, 'Ribeira');
  vantera = await addOrganisation(world.network, 'Vantera', 'company');
  const elsewhere = await addOrganisation(world.network, 'Northwater');
  owner = await addMember(world.db, world.network, vantera, 'coordinator');
  teacher = await addMember(world.db, world.network, ribeira, 'teacher');
  learner = await addMember(world.db, world.network, ribeira, 'learner', 'Amina "Ami" Yusuf');
  other = await addMember(world.db, world.network, ribeira, 'learner');
  guest = await addMember(world.db, world.network, elsewhere, 'learner');
  stranger = await addMember(world.db, world.network, elsewhere, 'coordinator');
  await addPartnership(world.network, ribeira, vantera);
});
afterAll(() => world.close());

const dayOf = (...resources: { id: string }[]) => ({
  resourceId: resources.map(({ id }) => id),
  from: '2026-10-20T00:00:00Z',
  until: '2026-10-21T00:00:00Z',
});

async function look(as: TestMember | null, ...resources: { id: string }[]): Promise<CalendarView> {
  const { resourceId, from, until } = dayOf(...resources);
  const ids = resourceId.map((id) => `resourceId=${id}`).join('&');
  const answer = await world.request(as, 'GET', `/resources/calendar?${ids}&from=${from}&until=${until}`);
  const view = answer.json<CalendarView>();
  expect(Value.Errors(CalendarView, view)).toEqual([]);
  return view;
}
const blocksFor = async (as: TestMember | null, resource: { id: string }) =>
  (await look(as, resource)).resources[0]?.blocks;

test('who may read a booking sees whose it is, everybody else that the time is taken, from the same reading', async () => {
  const resource = await addResource(world, owner as TestMember);
  const attendeeIds = [(guest as TestMember).personId];
  const made = await addBooking(world, learner as TestMember, resource, { purpose: 'Grains\n"again"', attendeeIds });
  const taken = {
    kind: 'use',
    state: 'confirmed',
    startsAt: '2026-10-20T08:00:00.000Z',
    endsAt: '2026-10-20T10:00:00.000Z',
    quantity: 1,
    isPart: false,
    isOwn: false,
  };
  const whole = {
    ...taken,
    bookingId: made.id,
    holderName: 'Amina "Ami" Yusuf',
    organisationName: 'Ribeira',
    purpose: 'Grains\n"again"',
    version: 1,
  };
  const readers = [
    [null, taken],
    [other, taken],
    [stranger, taken],
    [learner, { ...whole, isOwn: true }],
    [teacher, whole],
    [owner, whole],
    [guest, whole],
  ] as const;
  for (const [as, block] of [...readers, ...readers]) expect(await blocksFor(as ?? null, resource)).toEqual([block]);
});

test('what reads a booking in the calendar is what opens it: staff of any resource that is booked with it', async () => {
  const room = await addResource(world, owner as TestMember, { kind: 'room' });
  const instrument = await addResource(world, stranger as TestMember);
  const resources = [room, instrument].map(({ id }) => ({ resourceId: id }));
  const made = await addBooking(world, learner as TestMember, room, { resources });
  for (const as of [owner, stranger, teacher, learner, other, guest] as TestMember[]) {
    const opens = (await world.request(as, 'GET', `/bookings/${made.id}`)).statusCode === 200;
    for (const one of [room, instrument])
      expect((await blocksFor(as, one))?.[0]?.bookingId).toBe(opens ? made.id : undefined);
  }
});

test('a calendar shows the resources that the reader may see, in the order in which they were asked for', async () => {
  const mine = await addResource(world, owner as TestMember, { audience: 'own' });
  const partners = await addResource(world, owner as TestMember, { audience: 'partners' });
  const all = await addResource(world, owner as TestMember);
  const seen = async (as: TestMember | null) => (await look(as, all, mine, partners)).resources.map(({ id }) => id);
  expect(await seen(owner as TestMember)).toEqual([all.id, mine.id, partners.id]);
  expect(await seen(learner as TestMember)).toEqual([all.id, partners.id]);
  expect(await seen(stranger as TestMember)).toEqual([all.id]);
  expect(await seen(null)).toEqual([all.id]);
  await world.network.updateTable('partnership_member').set({ left_on: '2026-01-02' }).execute();
  expect(await seen(learner as TestMember)).toEqual([all.id]);
  await world.network.updateTable('partnership_member').set({ left_on: null }).execute();
  expect(await look(owner as TestMember, { id: '01900000-0000-7000-8000-000000000000' })).toEqual({ resources: [] });
});

test('what runs when the span begins is in it, what ends then or begins after is not', async () => {
  const rules = { longestMinutes: 10_000, shortestMinutes: 15 };
  const pool = await addResource(world, owner as TestMember, { sharedAs: 'items', units: 3, rules });
  const at = (starts: string, ends: string) => addBooking(world, learner as TestMember, pool, { starts, ends });
  await at('2026-10-19T22:00Z', '2026-10-20T00:00Z');
  const long = await at('2026-10-18T10:00Z', '2026-10-22T10:00Z');
  const night = await at('2026-10-19T23:00Z', '2026-10-20T01:00Z');
  const last = await at('2026-10-20T23:45Z', '2026-10-21T01:00Z');
  await at('2026-10-21T00:00Z', '2026-10-21T01:00Z');
  const ids = (await blocksFor(learner as TestMember, pool))?.map(({ bookingId }) => bookingId);
  expect(ids).toEqual([long.id, night.id, last.id]);
});

test('known it waits for the database once, also when bookings changed; twice when more than bookings did', async () => {
  const resource = await addResource(world, owner as TestMember);
  const scope = { ...world.scopeOf(), actor: learner as TestMember };
  const trips = async () => (await countRoundTrips(() => getCalendar(scope, dayOf(resource)))).roundTrips;
  expect([await trips(), await trips()]).toEqual([2, 1]);
  await addBooking(world, other as TestMember, resource);
  expect([await trips(), await trips()]).toEqual([1, 1]);
  await addResource(world, owner as TestMember);
  expect([await trips(), await trips()]).toEqual([2, 1]);
});

const happening = fc.record({
  is: fc.constantFrom('book', 'book', 'book', 'move', 'cancel'),
  who: fc.nat(2),
  which: fc.nat(2),
  from: fc.integer({ min: -20, max: 40 }),
  length: fc.integer({ min: 1, max: 9 }),
  orWait: fc.boolean(),
});

test('whatever happens to bookings, what was brought up to date is what is read anew', async () => {
  const people = [learner, other, guest] as TestMember[];
  const rules = { longestMinutes: 10_000, horizonDays: 30 };
  const pool = await addResource(world, owner as TestMember, { sharedAs: 'items', units: 2, rules });
  const room = await addResource(world, owner as TestMember, { kind: 'room', rules });
  const elsewhere = await addResource(world, stranger as TestMember, { rules });
  const query = dayOf(pool, room);
  const scope = { ...world.scopeOf(), actor: owner as TestMember };
  const at = (halfHour: number) => new Date(Date.parse(query.from) + halfHour * 1_800_000).toISOString();
  const made: { id: string; version: number }[] = [];
  let done = 0;
  for (const { is, who, which, from, length, orWait } of fc.sample(happening, { numRuns: 60, seed: 2 })) {
    const span = { starts: at(from), ends: at(from + length) };
    const resources = [[pool], [room, elsewhere], [pool, room]][which]?.map(({ id }) => ({ resourceId: id }));
    const one = made[(who + length) % Math.max(made.length, 1)];
    const answer =
      is === 'book' || !one
        ? await world.request(people[who] ?? null, 'POST', '/bookings', { resources, ...span, orWait })
        : is === 'move'
          ? await world.request(owner as TestMember, 'PUT', `/bookings/${one.id}`, span, {
              'if-match': `"${one.version}"`,
            })
          : await world.request(owner as TestMember, 'POST', `/bookings/${one.id}/cancel`, {});
    if (answer.statusCode < 300) done += 1;
    if (answer.statusCode === 201) made.push(answer.json());
    else if (answer.statusCode === 200) Object.assign(one ?? {}, { version: answer.json().version });
    const anew = composeFor(await readCalendar(scope, query), {
      ...(owner as TestMember),
      partnerIds: [],
      openedIds: [],
    });
    expect((await getCalendar(scope, query)).toString()).toBe(anew.toString());
  }
  expect(done).toBeGreaterThan(20);
});

test('every change is in the next answer: made, moved, cancelled, renamed, of the resource, of people', async () => {
  const resource: ResourceView = await addResource(world, owner as TestMember);
  const shows = async (part: object) => expect(await look(owner as TestMember, resource)).toMatchObject(part);
  const block = (part: object) => shows({ resources: [{ blocks: [part] }] });
  await shows({ resources: [{ blocks: [] }] });
  const made = await addBooking(world, learner as TestMember, resource);
  await block({ startsAt: '2026-10-20T08:00:00.000Z', version: 1 });
  const moved = { starts: '2026-10-20T13:00', ends: '2026-10-20T15:00' };
  await world.request(learner as TestMember, 'PUT', `/bookings/${made.id}`, moved, { 'if-match': '"1"' });
  await block({ startsAt: '2026-10-20T11:00:00.000Z', version: 2 });
  const { version, ...profile } = (await world.request(learner as TestMember, 'GET', '/profile')).json();
  const renamed = { ...profile, name: 'Amina Yusuf' };
  await world.request(learner as TestMember, 'PUT', '/profile', renamed, { 'if-match': `"${version}"` });
  await block({ holderName: 'Amina Yusuf' });
  await world.request(learner as TestMember, 'POST', `/bookings/${made.id}/cancel`, {});
  await shows({ resources: [{ blocks: [] }] });
  const { id, owner: _owner, ...rest } = resource;
  const input = { kind: rest.kind, name: { en: 'Renamed' }, timeZone: rest.timeZone, audience: rest.audience };
  await world.request(owner as TestMember, 'PUT', `/resources/${id}`, input, { 'if-match': `"${rest.version}"` });
  await shows({ resources: [{ name: { en: 'Renamed' } }] });
});

test('a change is seen whose transaction was under way when the calendar was read', async () => {
  const resource = await addResource(world, owner as TestMember);
  const made = await addBooking(world, learner as TestMember, resource);
  await world.network.transaction().execute(async (trx) => {
    await trx.updateTable('booking').set({ purpose: 'Late' }).where('id', '=', made.id).execute();
    await trx
      .insertInto('audit_event')
      .values({ id: made.id, at: new Date(), action: 'booking.changed', object_type: 'booking', object_id: made.id })
      .execute();
    expect(await blocksFor(learner as TestMember, resource)).toMatchObject([{ purpose: '' }]);
    await addBooking(world, other as TestMember, await addResource(world, owner as TestMember));
    expect(await blocksFor(learner as TestMember, resource)).toMatchObject([{ purpose: '' }]);
  });
  expect(await blocksFor(learner as TestMember, resource)).toMatchObject([{ purpose: 'Late' }]);
});

test('many readers while somebody writes: each sees what was there when they asked', async () => {
  const resource = await addResource(world, owner as TestMember);
  const scope = { ...world.scopeOf(), actor: owner as TestMember };
  const count = async () =>
    (JSON.parse((await getCalendar(scope, dayOf(resource))).toString()) as CalendarView).resources[0]?.blocks.length ??
    0;
  const hours = Array.from({ length: 12 }, (_, n) => String(6 + n).padStart(2, '0'));
  let made = 0;
  const write = async () => {
    for (const hour of hours) {
      await addBooking(world, learner as TestMember, resource, {
        starts: `2026-10-20T${hour}:00Z`,
        ends: `2026-10-20T${hour}:30Z`,
      });
      made += 1;
    }
  };
  const read = async () => {
    while (made < hours.length) {
      const before = made;
      expect(await count()).toBeGreaterThanOrEqual(before);
    }
  };
  await Promise.all([write(), read(), read(), read()]);
  expect(await count()).toBe(hours.length);
});
