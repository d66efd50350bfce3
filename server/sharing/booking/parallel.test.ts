import { sql } from 'kysely';
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
  people = await Promise.all(
    Array.from({ length: 4 }, (_, n) => addMember(world.db, world.network, vantera, 'learner', `Learner ${n}`)),
  );
});
afterAll(() => world.close());

const limits = { person: 6 * 60, organisation: 14 * 60 } as const;
const time = (hour: number) => `2026-10-20T${String(6 + hour).padStart(2, '0')}:00Z`;
const refusals = new Set([
  'booking.clash',
  'booking.quota_reached',
  'booking.not_found',
  'request.version_stale',
  'request.move_not_allowed',
  'booking.has_begun',
  'swap.not_possible',
  'swap.not_found',
  'swap.outdated',
  'swap.proposed_already',
]);

const step = fc.record({
  is: fc.constantFrom('book', 'book', 'series', 'move', 'cancel', 'swap', 'answer'),
  person: fc.nat(3),
  which: fc.nat(),
  other: fc.nat(),
  pool: fc.nat(1),
  from: fc.nat(9),
  length: fc.integer({ min: 1, max: 3 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

test('whatever many do at the same moment, nothing clashes, no quota is exceeded, and each is told what stood in the way', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 6, maxLength: 10 }), { minLength: 4, maxLength: 6 }),
      async (rounds) => {
        const quotas = (['person', 'organisation'] as const).map((per) => ({
          per,
          period: 'week' as const,
          limitMinutes: limits[per],
        }));
        const pools = [
          await addResource(world, owner, { quotas }),
          await addResource(world, owner, { quotas, sharedAs: 'items', units: 2 }),
        ].map(({ id }) => id);
        for (const round of rounds) {
          const now = await bookings(pools);
          const answers = await Promise.all(round.map((one) => act(one, pools, now)));
          expect(answers.filter((code) => code !== undefined && !refusals.has(code))).toEqual([]);
          for (const pool of pools) await expectExact(pool);
        }
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
}, 60_000);

interface Row {
  id: string;
  version: number;
  person_id: string;
  swap_id: string | null;
}

async function bookings(pools: string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`select booking.id, booking.version, booking.person_id,
      (select id from network_test.booking_swap where other_id = booking.id and answered_at is null limit 1) as swap_id
    from network_test.booking join network_test.booking_resource held on held.booking_id = booking.id
    where held.resource_id = any(${pools}::uuid[]) and booking.state = 'confirmed' order by booking.id`.execute(
    world.network,
  );
  return rows;
}

/** The code of what was refused. */
async function act({ is, person, which, other, pool, from, length }: Step, pools: string[], now: Row[]) {
  const span = { starts: time(from), ends: time(from + length) };
  const input = bookingInput({ id: pools[pool] ?? '' }, span);
  const one = now[which % Math.max(now.length, 1)];
  const second = now[other % Math.max(now.length, 1)];
  const as = people.find(({ personId }) => personId === one?.person_id) ?? people[person]!;
  const send = async (method: 'POST' | 'PUT', url: string, body: object, headers = {}) => {
    const answer = await world.request(
      is === 'book' || is === 'series' ? (people[person] as TestMember) : as,
      method,
      url,
      body,
      headers,
    );
    return answer.json<{ code?: string }>().code;
  };
  if (is === 'book') return send('POST', '/bookings', input);
  if (is === 'series') {
    const code = await send('POST', '/bookings/series', { ...input, rule: 'FREQ=DAILY;COUNT=2', skipTaken: true });
    return code === 'booking.series_incomplete' ? 'booking.clash' : code;
  }
  if (!one || !second) return undefined;
  if (is === 'move') return send('PUT', `/bookings/${one.id}`, span, { 'if-match': `"${one.version}"` });
  if (is === 'cancel') return send('POST', `/bookings/${one.id}/cancel`, {});
  if (is === 'swap') return send('POST', `/bookings/${one.id}/swaps`, { otherId: second.id });
  return one.swap_id ? send('POST', `/swaps/${one.swap_id}/answer`, { isAccepted: true }) : undefined;
}

/** Counted from the bookings themselves, hour by hour and person by person. */
async function expectExact(pool: string) {
  const { rows } = await sql<{
    person_id: string;
    organisation_id: string;
    starts: number;
    ends: number;
    items: number;
  }>`
    select booking.person_id, booking.organisation_id, extract(epoch from booking.starts_at)::float8 / 3600 as starts,
      extract(epoch from booking.ends_at)::float8 / 3600 as ends, booking.items_held as items
    from network_test.booking join network_test.booking_resource held on held.booking_id = booking.id
    where held.resource_id = ${pool}::uuid and booking.state = 'confirmed'`.execute(world.network);
  const kept =
    await sql<object>`select from network_test.booking_item item join network_test.booking on booking.id = item.booking_id
    where item.resource_id = ${pool}::uuid and item.released_at is null and booking.state <> 'confirmed'`.execute(
      world.network,
    );
  expect(kept.rows).toEqual([]);
  const { rows: uses } = await sql<{ per: 'person' | 'organisation'; subject_id: string; used: number; units: number }>`
    select quota.per, counted.subject_id, sum(counted.used_minutes)::integer as used,
      (select count(*)::integer from network_test.resource_item where resource_id = ${pool}::uuid) as units
    from network_test.resource_quota quota join network_test.quota_use counted on counted.quota_id = quota.id
    where quota.resource_id = ${pool}::uuid group by quota.per, counted.subject_id`.execute(world.network);
  for (const { per, subject_id, used, units } of uses) {
    const theirs = rows.filter((row) => (per === 'person' ? row.person_id : row.organisation_id) === subject_id);
    expect(theirs.reduce((sum, { starts, ends }) => sum + (ends - starts) * 60, 0)).toBe(used);
    expect(used).toBeLessThanOrEqual(limits[per]);
    for (const { starts } of rows)
      expect(
        rows.filter((row) => row.starts <= starts && starts < row.ends).reduce((sum, { items }) => sum + items, 0),
      ).toBeLessThanOrEqual(units);
  }
}
