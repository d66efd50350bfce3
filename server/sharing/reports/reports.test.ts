import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource, bookingInput } from '../../testing/sharing.ts';
import {
  addMember,
  addOrganisation,
  addPartnership,
  type TestMember,
  type TestOrganisation,
} from '../../testing/world.ts';

let world: TestApp;
let vantera: TestOrganisation;
let ribeira: TestOrganisation;
let owner: TestMember;
let learners: TestMember[];

beforeAll(async () => {
  world = await createTestApp();
  vantera = await addOrganisation(world.network, 'Vantera', 'company');
  ribeira = await addOrganisation(world.network, 'Ribeira');
  owner = await addMember(world.db, world.network, vantera, 'coordinator');
  await addPartnership(world.network, vantera, ribeira);
  learners = [];
  for (let n = 0; n < 10; n += 1)
    learners.push(await addMember(world.db, world.network, ribeira, 'learner', `Learner ${n}`));
});
afterAll(() => world.close());

const october = 'from=2026-10-01&until=2026-10-31';
const hour = (n: number) => ({
  starts: `2026-10-20T${String(n + 8).padStart(2, '0')}:00`,
  ends: `2026-10-20T${String(n + 9).padStart(2, '0')}:00`,
});

test('use by resource: open, booked, missed, paid; fewer people than the threshold are hidden, in CSV as well', async () => {
  const day = { weekday: 2, opensMinute: 480, closesMinute: 1_200, audience: 'network' as const };
  const rates = [
    { audience: 'partners' as const, amountMinor: 2_000, currency: 'EUR' },
    { audience: 'own' as const, amountMinor: 0, currency: 'EUR' },
  ];
  const busy = await addResource(world, owner, { openings: [day], rates, name: { en: '=Laser' } });
  const quiet = await addResource(world, owner, { openings: [day], name: { en: 'Kiln' } });
  for (const [n, learner] of learners.entries()) await addBooking(world, learner, busy, hour(n));
  await addBooking(world, learners[0] as TestMember, quiet, hour(0));
  const { resources } = (await world.request(owner, 'GET', `/sharing/use?${october}`)).json();
  expect(resources).toMatchObject([
    {
      id: busy.id,
      openMinutes: 2_160,
      idleMinutes: 1_560,
      bookedMinutes: 600,
      people: 10,
      bookings: 10,
      revenue: [{ amountMinor: 20_000, currency: 'EUR' }],
    },
    { id: quiet.id, openMinutes: 2_160, bookedMinutes: 60, people: null, bookings: null },
  ]);
  expect(resources[0].utilisation).toBeCloseTo(600 / 2_160);
  const csv = (await world.request(owner, 'GET', `/sharing/use.csv?${october}`)).body;
  expect(csv).toContain(',hidden,hidden,');
  expect(csv).toContain("'=Laser");
});

test('only days in service are open; what is asked for, kept for maintenance or offered is not idle', async () => {
  const day = { weekday: 2, opensMinute: 480, closesMinute: 1_200, audience: 'network' as const };
  const rules = { approvalChain: ['owner' as const] };
  const mill = await addResource(world, owner, { openings: [day], rules, name: { en: 'Mill' } });
  const learner = learners[1] as TestMember;
  await addBooking(world, learner, mill, hour(0));
  await addBooking(world, owner, mill, { ...hour(1), kind: 'maintenance', purpose: 'New blades' });
  const use = async () =>
    (await world.request(owner, 'GET', `/sharing/use?${october}`))
      .json()
      .resources.find(({ id }: { id: string }) => id === mill.id);
  expect(await use()).toMatchObject({ openMinutes: 2_160, bookedMinutes: 0, idleMinutes: 2_160 - 120 });
  const move = (version: number, body: object) =>
    world.request(owner, 'POST', `/resources/${mill.id}/state`, body, { 'if-match': `"${version}"` });
  world.clock.at = new Date('2026-10-19T08:00:00Z');
  await move(1, { move: 'maintain', reason: 'Broken shaft' });
  world.clock.at = new Date('2026-10-21T08:00:00Z');
  await move(2, { move: 'restore' });
  expect(await use()).toMatchObject({ openMinutes: 1_440 });
  world.clock.at = frozenAt;
});

test('nobody reads the report of another organisation, and learners none', async () => {
  const coordinator = await addMember(world.db, world.network, ribeira, 'coordinator');
  const foreign = await world.request(coordinator, 'GET', `/sharing/use?${october}&organisationId=${vantera.id}`);
  expect(foreign.json().code).toBe('resource.not_found');
  expect((await world.request(learners[0] as TestMember, 'GET', `/sharing/use?${october}`)).statusCode).toBe(404);
});

test('the balance of two partners: given here is received there, beside what was promised', async () => {
  const year = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
  await addResource(world, owner, {
    name: { en: 'Wind tunnel' },
    shares: [{ organisationId: ribeira.id, promisedMinutes: 3_000, ...year }],
  });
  const coordinator = await addMember(world.db, world.network, ribeira, 'coordinator');
  const given = (await world.request(owner, 'GET', `/sharing/balance?${october}`)).json();
  const received = (await world.request(coordinator, 'GET', `/sharing/balance?${october}`)).json();
  expect(given.partners).toEqual([
    {
      organisationId: ribeira.id,
      name: 'Ribeira',
      givenMinutes: 660,
      receivedMinutes: 0,
      promisedMinutes: 3_000,
      promisedToUsMinutes: 0,
    },
  ]);
  expect(received.partners).toEqual([
    {
      organisationId: vantera.id,
      name: 'Vantera',
      givenMinutes: 0,
      receivedMinutes: 660,
      promisedMinutes: 0,
      promisedToUsMinutes: 3_000,
    },
  ]);
  const csv = (await world.request(owner, 'GET', `/sharing/balance.csv?${october}`)).body;
  expect(csv).toContain('Ribeira,660,3000,0,0');
});

const earned = (amountMinor: number) => [{ amountMinor, currency: 'EUR' }];
const at = (amountMinor: number) => [{ audience: 'network' as const, amountMinor, currency: 'EUR' }];

test('of what is booked together each resource earns its own price, and only what is over was used', async () => {
  const lathe = await addResource(world, owner, { rates: at(1_000), name: { en: 'Lathe' } });
  const drill = await addResource(world, owner, { rates: at(300), name: { en: 'Drill' } });
  const [first, second] = learners as [TestMember, TestMember];
  const both = [{ resourceId: lathe.id }, { resourceId: drill.id }];
  const made = await world.request(first, 'POST', '/bookings', { ...bookingInput(lathe, hour(3)), resources: both });
  expect(made.json()).toMatchObject({ priceMinor: 1_300 });
  const late = await addBooking(world, second, lathe, { starts: '2026-10-31T23:30', ends: '2026-11-01T00:30' });
  expect(late.priceMinor).toBe(1_000);
  const usedBy = async () =>
    Object.fromEntries(
      (await world.request(owner, 'GET', `/sharing/use?${october}`))
        .json()
        .resources.map(({ id, usedMinutes, revenue }: { id: string; usedMinutes: number; revenue: object[] }) => [
          id,
          { usedMinutes, revenue },
        ]),
    );
  const before = await usedBy();
  expect(before[lathe.id]).toEqual({ usedMinutes: 0, revenue: earned(2_000) });
  expect(before[drill.id]).toEqual({ usedMinutes: 0, revenue: earned(300) });
  await world.network.updateTable('setting').set({ time_zone: 'Pacific/Kiritimati' }).execute();
  expect((await usedBy())[lathe.id]).toEqual({ usedMinutes: 0, revenue: earned(1_000) });
  await world.network.updateTable('setting').set({ time_zone: 'UTC' }).execute();
  world.clock.at = new Date('2026-10-21T00:00:00Z');
  expect((await usedBy())[drill.id]).toEqual({ usedMinutes: 60, revenue: earned(300) });
  world.clock.at = frozenAt;
});
