import type { ResourceView } from '@collegium/contract/sharing/resources.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addResource, bookingInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';

let world: TestApp;
let owner: TestMember;
let people: TestMember[];

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera');
  owner = await addMember(world.db, world.network, vantera, 'coordinator');
  people = [];
  for (let n = 0; n < 3; n += 1)
    people.push(await addMember(world.db, world.network, vantera, 'learner', `Learner ${n}`));
});
afterAll(() => world.close());

interface Held {
  id: string;
  version: number;
  person: number;
  pools: number[];
  from: number;
  until: number;
}

/** The simplest thing that is right: a list, counted hour by hour. Of a pool it is counted how many are held, not which. */
class Model {
  held: Held[] = [];
  readonly units: number[];
  readonly limitHours: number;

  constructor(units: number[], limitHours: number) {
    this.units = units;
    this.limitHours = limitHours;
  }

  allows({ person, pools, from, until }: Omit<Held, 'id' | 'version'>, without?: Held): 'yes' | 'clash' | 'quota' {
    const others = this.held.filter((one) => one !== without);
    const heldAt = (pool: number, hour: number) =>
      others.filter((one) => one.pools.includes(pool) && one.from <= hour && hour < one.until).length;
    for (const pool of pools)
      for (let hour = from; hour < until; hour += 1) if (heldAt(pool, hour) >= (this.units[pool] ?? 0)) return 'clash';
    const hoursOf = (list: Held[], pool: number) =>
      list
        .filter((one) => one.person === person && one.pools.includes(pool))
        .reduce((sum, one) => sum + one.until - one.from, 0);
    const isOver = pools.some((pool) => hoursOf(others, pool) + until - from > this.limitHours);
    return isOver ? 'quota' : 'yes';
  }
}

const time = (hour: number) => `2026-10-20T${String(6 + hour).padStart(2, '0')}:00Z`;
const codes = { clash: 'booking.clash', quota: 'booking.quota_reached' } as const;

const booking = fc.record({
  is: fc.constant('book' as const),
  person: fc.nat(2),
  pools: fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 3 }),
  from: fc.nat(7),
  length: fc.integer({ min: 1, max: 4 }),
});
const moving = fc.record({
  is: fc.constant('move' as const),
  which: fc.nat(),
  from: fc.nat(7),
  length: fc.integer({ min: 1, max: 4 }),
});
const cancelling = fc.record({ is: fc.constant('cancel' as const), which: fc.nat() });

test('whatever is booked, moved and cancelled, the database says what a list looked through by hand says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 3, arbitrary: booking }, moving, cancelling), { minLength: 8, maxLength: 16 }),
      async (steps) => {
        const units = [1, 2, 3];
        const quotas = [{ per: 'person' as const, period: 'week' as const, limitMinutes: 6 * 60 }];
        const resources: ResourceView[] = [];
        for (const [index, count] of units.entries())
          resources.push(
            await addResource(world, owner, {
              name: { en: `Pool ${index}` },
              sharedAs: index === 0 ? 'whole' : 'items',
              units: count,
              quotas,
            }),
          );
        const model = new Model(units, 6);
        for (const step of steps) {
          if (step.is === 'book') {
            const wish = { person: step.person, pools: step.pools, from: step.from, until: step.from + step.length };
            const input = {
              resources: wish.pools.map((pool) => ({ resourceId: resources[pool]?.id ?? '' })),
              starts: time(wish.from),
              ends: time(wish.until),
            };
            const answer = await world.request(
              people[wish.person] as TestMember,
              'POST',
              '/bookings',
              bookingInput({ id: '' }, input),
            );
            const allowed = model.allows(wish);
            expect(answer.json().code ?? 'yes').toBe(allowed === 'yes' ? 'yes' : codes[allowed]);
            if (allowed === 'yes') model.held.push({ ...wish, id: answer.json().id, version: 1 });
            continue;
          }
          const held = model.held[step.which % Math.max(1, model.held.length)];
          if (!held) continue;
          const holder = people[held.person] as TestMember;
          if (step.is === 'cancel') {
            await world.request(holder, 'POST', `/bookings/${held.id}/cancel`, {});
            model.held = model.held.filter((one) => one !== held);
            continue;
          }
          const wish = { ...held, from: step.from, until: step.from + step.length };
          const allowed = model.allows(wish, held);
          const body = { starts: time(wish.from), ends: time(wish.until) };
          const answer = await world.request(holder, 'PUT', `/bookings/${held.id}`, body, {
            'if-match': `"${held.version}"`,
          });
          expect(answer.json().code ?? 'yes').toBe(allowed === 'yes' ? 'yes' : codes[allowed]);
          if (allowed === 'yes') Object.assign(held, { from: wish.from, until: wish.until, version: held.version + 1 });
        }
        await expectNoClash(resources.map(({ id }) => id));
      },
    ),
    { numRuns: 8, endOnFailure: true },
  );
}, 120_000);

test('many at once at random: never a clash, never over a quota, and what is counted is what is held', async () => {
  const quotas = [{ per: 'person' as const, period: 'day' as const, limitMinutes: 300 }];
  const resources = [
    await addResource(world, owner, { quotas }),
    await addResource(world, owner, { sharedAs: 'items', units: 3, quotas }),
  ];
  const [random] = fc.sample(
    fc.array(fc.tuple(fc.nat(2), fc.nat(1), fc.nat(8), fc.integer({ min: 1, max: 3 })), {
      minLength: 120,
      maxLength: 120,
    }),
    1,
  );
  const answers = await Promise.all(
    (random ?? []).map(([person, which, from, length]) =>
      world.request(
        people[person] as TestMember,
        'POST',
        '/bookings',
        bookingInput(resources[which] as { id: string }, { starts: time(from), ends: time(from + length) }),
      ),
    ),
  );
  for (const answer of answers)
    expect([undefined, 'booking.clash', 'booking.quota_reached']).toContain(answer.json().code);
  const ids = resources.map(({ id }) => id);
  await expectNoClash(ids);
  const used = await world.network
    .selectFrom('quota_use')
    .innerJoin('resource_quota', 'resource_quota.id', 'quota_use.quota_id')
    .select(['resource_id', 'subject_id', 'used_minutes'])
    .where('resource_id', 'in', ids)
    .execute();
  const held = await world.network
    .selectFrom('booking_resource')
    .innerJoin('booking', 'booking.id', 'booking_resource.booking_id')
    .select(['resource_id', 'person_id', 'booking.starts_at', 'booking.ends_at'])
    .where('resource_id', 'in', ids)
    .execute();
  for (const { resource_id, subject_id, used_minutes } of used) {
    const own = held.filter((one) => one.resource_id === resource_id && one.person_id === subject_id);
    const minutes = own.reduce((sum, one) => sum + (one.ends_at.getTime() - one.starts_at.getTime()) / 60_000, 0);
    expect(used_minutes).toBe(minutes);
    expect(used_minutes).toBeLessThanOrEqual(300);
  }
});

/** Looked at pair by pair, without the constraint. */
async function expectNoClash(resourceIds: string[]): Promise<void> {
  const rows = await world.network
    .selectFrom('booking_item')
    .select(['item_key', 'occupied_from', 'occupied_until'])
    .where('resource_id', 'in', resourceIds)
    .where('released_at', 'is', null)
    .execute();
  for (const [index, one] of rows.entries())
    for (const other of rows.slice(index + 1))
      if (one.item_key === other.item_key)
        expect(one.occupied_from >= other.occupied_until || other.occupied_from >= one.occupied_until).toBe(true);
}
