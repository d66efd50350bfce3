import { sql, type RawBuilder } from 'kysely';
import { jsonb } from '../../platform/database/database.ts';
import type { Tables } from '../tables.ts';

interface Asking {
  t: Tables;
  /** Of what is wanted, what has or had more than one item, as it was judged. */
  pools: readonly { id: string; version: number }[];
  now: Date;
  /** A booking that is there already. */
  own: string | null;
}

/**
 * Pools of which something is held on items that were taken out. There the constraint alone is not enough: what is held of
 * those counts as well, so a booking counts all, and takes the turn that it read; who comes second finds it taken.
 */
export function crowded({ t, pools, now }: Asking): RawBuilder<{ id: string }> {
  return sql<{ id: string }>`select resource.id, resource.turn, resource.version,
      (select count(*) from ${t}.resource_item item where item.resource_id = resource.id and item.retired_at is null) as units
    from ${t}.resource where resource.id = any(${pools.map(({ id }) => id)}::uuid[]) and exists (select from ${t}.resource_item gone
      join ${t}.booking_item held on held.item_key = gone.key and held.released_at is null
      where gone.resource_id = resource.id and gone.retired_at is not null and held.occupied_until > ${now}::timestamptz)`;
}

/** At no moment at which a booking of `wanted` would hold more than it does is more held of a crowded pool than it has. */
export function isWithinSize({ t, own }: Asking): RawBuilder<boolean> {
  const heldAt = (whose: RawBuilder<unknown>) => sql`(select count(*) from ${t}.booking_item held
    where held.resource_id = crowded.id and held.released_at is null and ${whose}
      and held.occupied_from <= moment.at and held.occupied_until > moment.at)`;
  const isOwn = sql`held.booking_id = ${own}::uuid`;
  return sql<boolean>`not exists (select from crowded join wanted on wanted.resource_id = crowded.id and wanted.holds
    cross join lateral (select wanted.occupied_from as at
      union all select held.occupied_from from ${t}.booking_item held
        where held.resource_id = crowded.id and held.released_at is null and ${within('held.occupied_from')}
      union all select held.occupied_until from ${t}.booking_item held
        where held.resource_id = crowded.id and held.released_at is null and ${isOwn} and ${within('held.occupied_until')}
      union all select beside.occupied_from from wanted beside
        where beside.resource_id = crowded.id and beside.holds and ${within('beside.occupied_from')}) moment
    where ${own === null ? sql`true` : sql`${heldAt(isOwn)} < wanted.quantity`}
      and wanted.quantity + ${heldAt(own === null ? sql`true` : sql`not ${isOwn}`)} + (select coalesce(sum(beside.quantity), 0) from wanted beside
        where beside.resource_id = crowded.id and beside.holds and beside.booking_id <> wanted.booking_id
          and beside.occupied_from <= moment.at and beside.occupied_until > moment.at) > crowded.units)`;
}

function within(column: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} > wanted.occupied_from and ${sql.ref(column)} < wanted.occupied_until`;
}

/** Takes the turn of each crowded pool, in the order of their ids, before anything else is waited for. */
export function takeTurns({ t }: Asking): RawBuilder<{ id: string }> {
  return sql<{ id: string }>`update ${t}.resource taking set turn = taking.turn + 1
    from (select crowded.* from crowded order by crowded.id) crowded
    where taking.id = crowded.id and taking.turn = crowded.turn and taking.version = crowded.version and (select ok from fitting)
    returning taking.id`;
}

/**
 * Whether all turns were got, and no other pool is reduced while this statement runs: who reduces it waits for the row that
 * is shared here, so that whoever books afterwards sees what this statement holds.
 */
export function isSettled({ t, pools }: Asking): RawBuilder<boolean> {
  return sql<boolean>`(select count(*) from turned) + (select count(*) from (select resource.id from ${t}.resource
      join jsonb_to_recordset(${jsonb(pools)}) judged (id uuid, version integer) on judged.id = resource.id and judged.version = resource.version
      where resource.id not in (select crowded.id from crowded) order by resource.id for share of resource) steady) = ${pools.length}`;
}
