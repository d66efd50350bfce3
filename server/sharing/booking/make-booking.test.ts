import type { ResourceView } from '@collegium/contract/sharing/resources.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countRoundTrips } from '../../platform/database/round-trips.ts';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource, bookingInput } from '../../testing/sharing.ts';
import {
  addMember,
  addOrganisation,
  addPartnership,
  type TestMember,
  type TestOrganisation,
} from '../../testing/world.ts';
import { makeBooking } from './make-booking.ts';

let world: TestApp;
let owner: TestMember;
let teacher: TestMember;
let learner: TestMember;
let stranger: TestMember;
let ribeira: TestOrganisation;
let vantera: TestOrganisation;

beforeAll(async () => {
  world = await createTestApp();
  ribeira = await addOrganisation(world.network, 'Ribeira');
  vantera = await addOrganisation(world.network, 'Vantera', 'company');
  const elsewhere = await addOrganisation(world.network, 'Northwater');
  owner = await addMember(world.db, world.network, vantera, 'coordinator');
  teacher = await addMember(world.db, world.network, ribeira, 'teacher');
  learner = await addMember(world.db, world.network, ribeira, 'learner');
  stranger = await addMember(world.db, world.network, elsewhere, 'teacher');
  await addPartnership(world.network, ribeira, vantera);
});
afterAll(() => world.close());

const rate = (audience: 'own' | 'partners' | 'network', amountMinor: number) => ({
  audience,
  amountMinor,
  currency: 'EUR',
});
const book = (as: TestMember | null, body: object) => world.request(as, 'POST', '/bookings', body);

test('somebody signed out cannot book', async () => {
  const resource = await addResource(world, owner);
  expect((await book(null, bookingInput(resource))).json().code).toBe('request.sign_in_needed');
});

test('to those with whom it is not shared a resource does not exist', async () => {
  const forPartners = await addResource(world, owner, { audience: 'partners' });
  const forOwn = await addResource(world, owner, { audience: 'own' });
  expect((await book(stranger, bookingInput(forPartners))).json().code).toBe('resource.not_found');
  expect((await book(learner, bookingInput(forOwn))).json().code).toBe('resource.not_found');
  expect((await book(learner, bookingInput(forPartners))).statusCode).toBe(201);
});

test('who has no price of their own pays that of the next wider circle', async () => {
  const forAll = await addResource(world, owner, { rates: [rate('network', 1_000)] });
  const cheaper = await addResource(world, owner, { rates: [rate('network', 1_000), rate('partners', 400)] });
  expect((await book(owner, bookingInput(forAll))).json().priceMinor).toBe(2_000);
  expect((await book(learner, bookingInput(cheaper))).json().priceMinor).toBe(800);
  const later = { starts: '2026-10-21T10:00', ends: '2026-10-21T12:00' };
  expect((await book(stranger, bookingInput(cheaper, later))).json().priceMinor).toBe(2_000);
  expect(
    (await book(owner, bookingInput(cheaper, { starts: '2026-10-22T10:00', ends: '2026-10-22T12:00' }))).json()
      .priceMinor,
  ).toBe(800);
});

test('maintenance that the owner planned is read on the page of the resource until it is over', async () => {
  const resource = await addResource(world, owner);
  const input = bookingInput(resource, { kind: 'maintenance', purpose: 'New pump' });
  expect((await book(owner, input)).statusCode).toBe(201);
  const planned = async () =>
    (await world.request(stranger, 'GET', `/resources/${resource.id}`)).json<ResourceView>().plannedMaintenance;
  expect(await planned()).toEqual([
    { startsAt: '2026-10-20T08:00:00.000Z', endsAt: '2026-10-20T10:00:00.000Z', purpose: 'New pump' },
  ]);
  world.clock.at = new Date('2026-10-20T10:00:00Z');
  expect(await planned()).toEqual([]);
  world.clock.at = frozenAt;
});

test('a limit per unit is not dodged by naming no unit: those without one share a limit', async () => {
  const resource = await addResource(world, owner, { quotas: [{ per: 'unit', period: 'week', limitMinutes: 120 }] });
  expect((await book(learner, bookingInput(resource))).statusCode).toBe(201);
  const later = { starts: '2026-10-21T10:00', ends: '2026-10-21T11:00' };
  expect((await book(teacher, bookingInput(resource, later))).json().code).toBe('booking.quota_reached');
  expect((await book(stranger, bookingInput(resource, later))).statusCode).toBe(201);
});

test('a booking says who holds what, when and where', async () => {
  const resource = await addResource(world, owner);
  const answer = await book(
    learner,
    bookingInput(resource, { purpose: 'Grain boundaries', attendeeIds: [teacher.personId] }),
  );
  expect(answer.json()).toMatchObject({
    state: 'confirmed',
    startsAt: '2026-10-20T08:00:00.000Z',
    endsAt: '2026-10-20T10:00:00.000Z',
    timeZone: 'Europe/Copenhagen',
    purpose: 'Grain boundaries',
    holder: { personId: learner.personId, organisation: { name: 'Ribeira' } },
    resources: [{ id: resource.id, ownerName: 'Vantera', quantity: 1, items: [{ number: 1 }] }],
    attendees: [{ personId: teacher.personId, answer: 'needs_action' }],
    abilities: { cancel: true, change: true, approve: false, checkIn: false },
  });
  const id = answer.json().id;
  expect((await world.request(owner, 'GET', `/bookings/${id}`)).json()).toMatchObject({
    id,
    abilities: { cancel: true },
  });
  expect((await world.request(stranger, 'GET', `/bookings/${id}`)).json().code).toBe('booking.not_found');
  expect((await world.request(teacher, 'GET', `/bookings/${id}`)).statusCode).toBe(200);
});

test('two bookings may touch, and not overlap by a minute', async () => {
  const resource = await addResource(world, owner);
  await addBooking(world, learner, resource);
  const clash = await book(teacher, bookingInput(resource, { starts: '2026-10-20T11:45', ends: '2026-10-20T12:45' }));
  expect(clash.json()).toMatchObject({ status: 409, code: 'booking.clash' });
  expect(clash.json().title).toContain('Electron microscope');
  await addBooking(world, teacher, resource, { starts: '2026-10-20T12:00', ends: '2026-10-20T13:00' });
  await addBooking(world, teacher, resource, { starts: '2026-10-20T09:00', ends: '2026-10-20T10:00' });
});

test('buffers belong to the booking', async () => {
  const resource = await addResource(world, owner, { rules: { bufferBeforeMinutes: 15, bufferAfterMinutes: 30 } });
  await addBooking(world, learner, resource);
  const at = (starts: string, ends: string) => book(teacher, bookingInput(resource, { starts, ends }));
  expect((await at('2026-10-20T12:30', '2026-10-20T13:00')).json().code).toBe('booking.clash');
  expect((await at('2026-10-20T12:45', '2026-10-20T13:00')).statusCode).toBe(201);
});

test('after it is known who asks, a booking waits for the database once', async () => {
  const resource = await addResource(world, owner);
  const scope = { ...world.scopeOf(), actor: learner };
  await addBooking(world, learner, resource, { starts: '2026-10-21T10:00', ends: '2026-10-21T11:00' });
  const granted = await countRoundTrips(() => makeBooking(scope, bookingInput(resource)));
  expect(granted).toMatchObject({ roundTrips: 1, result: { state: 'confirmed' } });
  const refused = await countRoundTrips(() =>
    makeBooking(scope, bookingInput(resource)).catch((error: unknown) => error),
  );
  expect(refused).toMatchObject({ roundTrips: 2, result: { code: 'booking.clash' } });
});

test('64 ask for the same hour at once: one holds it, and nobody sees an error but the clash', async () => {
  const resource = await addResource(world, owner);
  const answers = await Promise.all(Array.from({ length: 64 }, () => book(learner, bookingInput(resource))));
  const codes = answers.map((answer) => (answer.statusCode === 201 ? 'held' : answer.json().code));
  expect(codes.filter((code) => code === 'held')).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(['held', 'booking.clash']));
});

test('64 ask for one of five identical items at once: exactly five hold one, each another', async () => {
  const pool = await addResource(world, owner, { sharedAs: 'items', units: 5 });
  const answers = await Promise.all(Array.from({ length: 64 }, () => book(learner, bookingInput(pool))));
  const held = answers.filter((answer) => answer.statusCode === 201).map((answer) => answer.json());
  expect(held.map((one) => one.resources[0].items[0].number).sort()).toEqual([1, 2, 3, 4, 5]);
  const refused = answers.filter((answer) => answer.statusCode !== 201).map((answer) => answer.json().code);
  expect(new Set(refused)).toEqual(new Set(['booking.clash']));
});

test('several of a pool at once, and never more than there are', async () => {
  const seats = await addResource(world, owner, { kind: 'online_resource', sharedAs: 'seats', units: 10 });
  const three = (n: number) => bookingInput(seats, { resources: [{ resourceId: seats.id, quantity: n }] });
  const answers = await Promise.all(Array.from({ length: 8 }, () => book(learner, three(3))));
  expect(answers.filter((answer) => answer.statusCode === 201)).toHaveLength(3);
  expect((await book(teacher, three(2))).json().code).toBe('booking.clash');
  expect((await book(teacher, three(1))).statusCode).toBe(201);
});

test('room and instrument: both or none, asked for in any order by many at once', async () => {
  const [room, instrument] = [await addResource(world, owner, { kind: 'room' }), await addResource(world, owner)];
  const pair = (first: string, second: string) =>
    bookingInput(room, { resources: [{ resourceId: first }, { resourceId: second }] });
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      n % 3 === 2
        ? book(teacher, bookingInput(instrument))
        : book(learner, n % 3 === 0 ? pair(room.id, instrument.id) : pair(instrument.id, room.id)),
    ),
  );
  expect(new Set(answers.filter((one) => one.statusCode !== 201).map((one) => one.json().code))).toEqual(
    new Set(['booking.clash']),
  );
  const rows = await world.network
    .selectFrom('booking_item')
    .select(['booking_id', 'resource_id'])
    .where('resource_id', 'in', [room.id, instrument.id])
    .execute();
  expect(rows.filter((row) => row.resource_id === instrument.id)).toHaveLength(1);
  for (const { booking_id } of rows.filter((row) => row.resource_id === room.id))
    expect(rows.filter((row) => row.booking_id === booking_id)).toHaveLength(2);
});

test('parts are booked with the whole, and the whole not while a part is held', async () => {
  const part = await addResource(world, owner, { name: { en: 'Fume hood' } });
  const whole = await addResource(world, owner, { kind: 'laboratory', partIds: [part.id] });
  const made = await addBooking(world, learner, whole);
  expect(made.resources.map(({ id, isPart }) => [id, isPart])).toEqual([
    [whole.id, false],
    [part.id, true],
  ]);
  expect((await book(teacher, bookingInput(part))).json().code).toBe('booking.clash');
  await addBooking(world, teacher, part, { starts: '2026-10-21T10:00', ends: '2026-10-21T12:00' });
  const clash = await book(learner, bookingInput(whole, { starts: '2026-10-21T11:00', ends: '2026-10-21T13:00' }));
  expect(clash.json()).toMatchObject({ code: 'booking.clash', title: expect.stringContaining('Fume hood') });
});
