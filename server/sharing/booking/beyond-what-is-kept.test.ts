import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource, bookingInput, resourceInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';

let world: TestApp;
let owner: TestMember;
let stranger: TestMember;
let learner: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  owner = await addMember(world.db, world.network, vantera, 'coordinator');
  stranger = await addMember(world.db, world.network, ribeira, 'coordinator');
  learner = await addMember(world.db, world.network, ribeira, 'learner');
});
afterAll(() => world.close());

const send = async (as: TestMember, url: string, body: object) => {
  const answer = await world.request(as, 'POST', url, body);
  return { status: answer.statusCode, ...answer.json() };
};
const book = (resource: { id: string }, input: object) =>
  send(learner, '/bookings', { ...bookingInput(resource), ...input });

test('days that no calendar has are refused, also when an offset is given', async () => {
  const resource = await addResource(world, owner, { rules: { horizonDays: 1_000 } });
  for (const starts of ['2027-02-30T10:00Z', '2027-02-29T10:00+01:00', '2026-10-20T24:00Z', '2027-13-01T10:00'])
    expect(await book(resource, { starts, ends: '2027-03-02T11:00Z' })).toMatchObject({
      status: 422,
      code: 'booking.time_unreadable',
    });
  expect(await book(resource, { starts: '2028-02-29T10:00Z', ends: '2028-02-29T11:00Z' })).toMatchObject({
    status: 201,
  });
});

test('what no clock or database can keep is named with its field and what to enter', async () => {
  const resource = await addResource(world, owner);
  for (const moment of ['9999-12-31T23:00', '0000-01-01T00:00Z', '2026-12-31T23:59:60Z', '2026-10-20T10:00:30Z'])
    expect(await book(resource, { ends: moment })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/ends', detail: expect.stringContaining('to the full minute') }],
    });
  expect(await book(resource, { ends: '9998-12-31T23:00' })).toMatchObject({ code: 'booking.rules_not_met' });
  expect(await book(resource, { resources: [{ resourceId: `urn:uuid:${resource.id}` }] })).toMatchObject({
    status: 422,
  });
  const instants = [
    '0000-01-01T00:00:00Z',
    '2026-10-10T00:00:00-23:59',
    '0001-01-01T00:00:00+10:00',
    '9999-12-31T23:59:60Z',
  ];
  for (const instant of instants)
    for (const url of [
      `/bookings?from=${encodeURIComponent(instant)}`,
      `/resources?freeUntil=2026-10-10T00:00:00Z&freeFrom=${encodeURIComponent(instant)}`,
      `/resources/calendar?resourceId=${resource.id}&until=2026-10-10T00:00:00Z&from=${encodeURIComponent(instant)}`,
    ])
      expect((await world.request(owner, 'GET', url)).statusCode).toBe(422);
  for (const url of ['/sharing/use', '/sharing/balance', `/resources/${resource.id}/idle`])
    expect((await world.request(owner, 'GET', `${url}?from=0000-01-01&until=0000-01-02`)).statusCode).toBe(422);
});

test('a recall to a time that the place never sees, or no calendar has, is refused with that', async () => {
  const resource = await addResource(world, owner, { rules: { longestMinutes: 20_160 } });
  const { id } = await addBooking(world, learner, resource, { ends: '2026-10-30T12:00' });
  const recall = (ends: string) => send(owner, `/bookings/${id}/recall`, { ends, reason: 'Needed for an exam' });
  for (const ends of ['2026-10-32T11:00', '2026-10-20T25:61', '2026-02-30T11:00Z'])
    expect(await recall(ends)).toMatchObject({ code: 'booking.time_unreadable' });
  // The first of the two half past two of that night, as everywhere else.
  expect(await recall('2026-10-25T02:30')).toMatchObject({ status: 200, endsAt: '2026-10-25T00:30:00.000Z' });
});

test('the same resource twice, and more than there are, are said so, also to who would wait', async () => {
  const pool = await addResource(world, owner, { sharedAs: 'items', units: 5 });
  const twice = { resources: [{ resourceId: pool.id }, { resourceId: pool.id, quantity: 2 }] };
  expect(await book(pool, twice)).toMatchObject({ code: 'booking.resource_twice' });
  expect(
    await send(learner, '/bookings/series', { ...bookingInput(pool), ...twice, rule: 'FREQ=DAILY;COUNT=2' }),
  ).toMatchObject({
    code: 'booking.resource_twice',
  });
  for (const orWait of [false, true]) {
    const answer = await book(pool, { resources: [{ resourceId: pool.id, quantity: 6 }], orWait });
    expect(answer.title).toBe('This time cannot be booked: Of “Electron microscope” there are only 5.');
  }
});

test('nobody is invited twice, and the holder not at all', async () => {
  const pool = await addResource(world, owner);
  const attendeeIds = [learner.personId, owner.personId, owner.personId.toUpperCase()];
  const { status, attendees } = await book(pool, { attendeeIds });
  expect([status, attendees.map(({ personId }: { personId: string }) => personId)]).toEqual([201, [owner.personId]]);
});

test('occurrences that stand in each other’s way are named', async () => {
  const resource = await addResource(world, owner, { rules: { longestMinutes: 20_160, bufferAfterMinutes: 60 } });
  const input = { ...bookingInput(resource), ends: '2026-10-21T10:00', rule: 'FREQ=DAILY;COUNT=3' };
  const answer = await send(learner, '/bookings/series', input);
  expect([answer.code, answer.errors]).toEqual([
    'booking.series_incomplete',
    [
      {
        pointer: expect.stringContaining('2026-10-21'),
        detail: expect.stringContaining('overlaps the occurrence before'),
      },
    ],
  ]);
  const made = await send(learner, '/bookings/series', { ...input, skipTaken: true });
  expect([made.bookingIds.length, made.skipped.length]).toEqual([2, 1]);
});

const rate = (currency: string, amountMinor = 5_000) => [{ audience: 'network' as const, amountMinor, currency }];

test('a price beyond what can be recorded, and prices in two currencies, are refused', async () => {
  const dear = await addResource(world, owner, { sharedAs: 'items', units: 9, rates: rate('EUR', 1_000_000_000) });
  expect((await book(dear, { resources: [{ resourceId: dear.id, quantity: 3 }] })).title).toContain(
    'more than can be recorded',
  );
  const [euros, francs] = [
    await addResource(world, owner, { rates: rate('EUR') }),
    await addResource(world, owner, { rates: rate('CHF') }),
  ];
  const both = { resources: [{ resourceId: euros.id }, { resourceId: francs.id }] };
  expect((await book(euros, both)).title).toContain('different currencies (EUR, CHF)');
  const mixed = [...rate('EUR'), { audience: 'own' as const, amountMinor: 1, currency: 'CHF' }];
  expect(await send(owner, '/resources', { ...resourceInput, rates: mixed })).toMatchObject({
    errors: [{ pointer: '/rates', detail: 'The prices of one resource are all in one currency.' }],
  });
});

test('a resource has a name, and parts that are others of its owner', async () => {
  for (const name of [{ en: '' }, { en: ' \t', 'zh-CN': '' }])
    expect(await send(owner, '/resources', { ...resourceInput, name })).toMatchObject({
      errors: [{ pointer: '/name' }],
    });
  const theirs = await addResource(world, stranger, { audience: 'own' });
  for (const id of [theirs.id, owner.personId])
    expect(await send(owner, '/resources', { ...resourceInput, partIds: [id] })).toMatchObject({
      code: 'resource.part_elsewhere',
    });
  const own = await addResource(world, owner);
  expect((await addResource(world, owner, { partIds: [own.id] })).parts).toHaveLength(1);
  const shares = [
    { organisationId: owner.personId, promisedMinutes: 60, startsOn: '2026-01-01', endsOn: '2026-12-31' },
  ];
  expect(await send(owner, '/resources', { ...resourceInput, shares })).toMatchObject({
    code: 'resource.partner_unknown',
  });
});

test('qualifications and passports that contradict themselves are refused in a sentence', async () => {
  const laser = await send(owner, '/qualifications', { name: { en: 'Laser safety' } });
  const change = (body: object) =>
    world.request(
      owner,
      'PUT',
      `/qualifications/${laser.id}`,
      { name: { en: 'Laser' }, ...body },
      { 'if-match': '"1"' },
    );
  expect((await change({ recognisedIds: [laser.id] })).json().code).toBe('qualification.recognises_itself');
  expect((await change({ offerId: owner.personId })).json().code).toBe('qualification.offer_unknown');
  expect(await send(owner, '/qualifications', { name: { en: ' ' } })).toMatchObject({ errors: [{ pointer: '/name' }] });
  const days = { email: `${learner.personId}@example.org`, issuedOn: '2026-10-10', expiresOn: '2026-10-01' };
  expect(await send(owner, `/qualifications/${laser.id}/passports`, days)).toMatchObject({
    code: 'passport.dates_reversed',
  });
});

test('sums beyond four bytes are told', async () => {
  const seats = await addResource(world, owner, {
    sharedAs: 'seats',
    units: 10_000,
    rates: [{ audience: 'network', amountMinor: 100, currency: 'EUR' }],
    shares: [
      { organisationId: learner.organisationId, promisedMinutes: 60, startsOn: '2026-01-01', endsOn: '2026-12-31' },
    ],
    rules: { longestMinutes: 527_040, horizonDays: 1_000 },
  });
  const year = { starts: '2026-10-20T00:00', ends: '2027-10-20T00:00' };
  for (let n = 0; n < 2; n += 1) await addBooking(world, learner, seats, year);
  await world.network
    .updateTable('booking_resource')
    .set({ quantity: 10_000, price_minor: 2_000_000_000 })
    .where('resource_id', '=', seats.id)
    .execute();
  const minutes = 2 * 10_000 * 365 * 24 * 60;
  const of = async (as: TestMember, url: string) => (await world.request(as, 'GET', url)).json();
  const span = 'from=2026-10-01&until=2026-10-31';
  const { resources } = await of(owner, `/sharing/use?${span}`);
  expect(resources.find(({ id }: { id: string }) => id === seats.id)).toMatchObject({
    bookedMinutes: minutes,
    revenue: [{ amountMinor: 4_000_000_000, currency: 'EUR' }],
  });
  expect((await of(owner, `/sharing/balance?${span}`)).partners[0].givenMinutes).toBeGreaterThanOrEqual(minutes);
  expect((await of(owner, `/resources/${seats.id}`)).shares[0].usedMinutes).toBe(minutes);
});

test('what one may not see is not named, whatever else is wrong with the time', async () => {
  const secret = await addResource(world, stranger, { audience: 'own', name: { en: 'Secret rig' } });
  const own = await addBooking(world, owner, await addResource(world, owner));
  const asked = { resources: [{ resourceId: secret.id }], starts: '2026-10-20T10:01', ends: '2026-10-20T10:02' };
  const rule = 'FREQ=DAILY;COUNT=2';
  for (const answer of [
    await world.request(owner, 'POST', '/bookings', asked),
    await world.request(owner, 'POST', '/bookings/series', { ...asked, rule }),
    await world.request(owner, 'POST', '/bookings/series/report', { ...asked, rule }),
    await world.request(owner, 'PUT', `/bookings/${own.id}`, asked, { 'if-match': '"1"' }),
  ]) {
    expect(answer.json().code).toBe('resource.not_found');
    expect(answer.body).not.toContain('Secret');
  }
});
