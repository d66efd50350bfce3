import { sql } from 'kysely';
import { inNetwork } from '../../server/platform/database/database.ts';
import type { OpenDatabase } from '../../server/platform/database/open.ts';
import { learner, network, numberedIdInSql } from '../product/world.ts';

/** Ids of what is measured: family 5, numbered. */
export const first = { race: 1, pool: 1_000, random: 10_000, day: 20_000, find: 30_000 };
const t = sql.raw('network_bench');

/** Resources of one owner: for races, pools of five, random times, the day view with 240 bookings each, and to be found. */
export async function seedResources(database: OpenDatabase): Promise<void> {
  const db = inNetwork(database.db, network.slug);
  const { organisationId } = learner(0);
  for (const [from, count, kind, units] of [
    [first.race, 400, 'room', 1],
    [first.pool, 200, 'vehicle', 5],
    [first.random, 1_000, 'equipment', 1],
    [first.day, 200, 'training_base', 1],
    [first.find, 5_000, 'laboratory', 1],
  ] as const) {
    await sql`insert into ${t}.resource (id, kind, organisation_id, name, time_zone, audience, shared_as, horizon_days, created_at, state_since)
      select ${sql.raw(numberedIdInSql(5, 'n'))}, ${kind}, ${organisationId}::uuid, jsonb_build_object('en', 'Resource ' || n), 'Europe/Copenhagen',
        'network', ${units === 1 ? 'whole' : 'items'}, 1100, now(), now() from generate_series(${from}::integer, ${from + count - 1}::integer) n`.execute(
      db,
    );
    await sql`insert into ${t}.resource_item (resource_id, number)
      select ${sql.raw(numberedIdInSql(5, 'n'))}, number from generate_series(${from}::integer, ${from + count - 1}::integer) n
      cross join generate_series(1, ${units}::integer) number`.execute(db);
  }
  await sql`insert into ${t}.resource_opening (resource_id, weekday, opens_minute, closes_minute, audience)
    select ${sql.raw(numberedIdInSql(5, 'n'))}, day, 480, 1200, 'network'
    from generate_series(${first.find}::integer, ${first.find + 4_999}::integer) n cross join generate_series(1, 5) day`.execute(
    db,
  );
  await seedBookings(database, first.day, 200, 240, 8);
  await seedBookings(database, first.find, 5_000, 28, 2);
  await sql`analyze`.execute(db);
}

/** So many bookings per resource, `perDay` of them on each day from the first of next month on. */
async function seedBookings(
  database: OpenDatabase,
  from: number,
  count: number,
  each: number,
  perDay: number,
): Promise<void> {
  const { personId, membershipId, organisationId } = learner(0);
  const id = sql.raw(numberedIdInSql(6, '(n * 1000 + b)'));
  await sql`with made as materialized (select ${id} as id, ${sql.raw(numberedIdInSql(5, 'n'))} as resource_id,
        ${firstDay()}::timestamptz + (b / ${perDay}::integer) * interval '1 day' + (8 * 60 + (b % ${perDay}::integer) * 720 / ${perDay}::integer) * interval '1 minute' as starts_at
      from generate_series(${from}::integer, ${from + count - 1}::integer) n cross join generate_series(0, ${each - 1}::integer) b),
    bookings as (insert into ${t}.booking (id, person_id, membership_id, organisation_id, state, starts_at, ends_at, time_zone, items_wanted, items_held, created_at)
      select id, ${personId}::uuid, ${membershipId}::uuid, ${organisationId}::uuid, 'confirmed', starts_at, starts_at + interval '60 minutes', 'Europe/Copenhagen', 1, 1, now() from made),
    resources as (insert into ${t}.booking_resource (booking_id, resource_id, starts_at, ends_at)
      select id, resource_id, starts_at, starts_at + interval '60 minutes' from made)
    insert into ${t}.booking_item (booking_id, item_key, resource_id, occupied_from, occupied_until)
    select made.id, item.key, made.resource_id, starts_at, starts_at + interval '60 minutes'
    from made join ${t}.resource_item item on item.resource_id = made.resource_id`.execute(
    inNetwork(database.db, network.slug),
  );
}

/** Midnight that begins the first of next month, UTC. */
export function firstDay(): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
}
