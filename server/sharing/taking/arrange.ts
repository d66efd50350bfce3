import type { EventDetails } from '@collegium/contract/json.ts';
import { mostAtOnce, pack, type Holding, type Span } from '@collegium/scheduling';
import { sql, type RawBuilder } from 'kysely';
import { jsonb } from '../../platform/database/database.ts';
import type { Plan, WantedRow } from './plan.ts';
import { isPool } from '../resources/resource-query.ts';
import type { Tables } from '../tables.ts';

/** Which items a booking gets, and which others hand theirs on so that it can: see `pack`. */
export interface Arrangement {
  given: { resource_id: string; occupied_from: Date; key: number }[];
  moves: { booking_id: string; key: number; occupied_from: Date; to: number }[];
}

/** A pool as it stands: the keys of its items, and what is held from the earliest wish on. */
export interface Pool {
  items: number[];
  held: [bookingId: string, key: number, from: number, until: number][];
  /** What the booking which changes holds itself. */
  own: [key: number, from: number, until: number][];
}

const ms = (column: string) => sql`extract(epoch from ${sql.ref(column)}) * 1000`;

/** The pool of `resource` for the rows of `wanted`, without what `releasing` holds; null for what is one thing. */
export function poolOf(t: Tables, releasing: string | null): RawBuilder<Pool | null> {
  return sql<Pool | null>`case when ${isPool(t)} then jsonb_build_object(
    'items', array(select item.key from ${t}.resource_item item where item.resource_id = resource.id
      and item.retired_at is null order by item.number),
    'held', array(select jsonb_build_array(held.booking_id, held.item_key, ${ms('held.occupied_from')}, ${ms('held.occupied_until')})
      from ${t}.booking_item held where held.resource_id = resource.id and held.released_at is null
        and held.booking_id is distinct from ${releasing}::uuid
        and held.occupied_until > (select min(wanted.occupied_from) from wanted where wanted.resource_id = resource.id and wanted.holds)),
    'own', array(select jsonb_build_array(own.item_key, ${ms('own.occupied_from')}, ${ms('own.occupied_until')}) from ${t}.booking_item own where own.resource_id = resource.id
      and own.booking_id = ${releasing}::uuid and own.released_at is null)) end`;
}

/**
 * How a pool can serve what a plan wants of it; undefined when it cannot. Of a pool that was reduced below what is held, all
 * that is held counts; who holds an item that was taken out may go on with it.
 */
export function arrange(pool: Pool, wanted: readonly WantedRow[]): Arrangement | undefined {
  const held: Holding[] = pool.held.map(([id, item, from, until]) => ({ id, item, from, until }));
  if (wanted.some((row) => newOf(row, pool).some((span) => mostAtOnce(held, span) + row.quantity > pool.items.length)))
    return undefined;
  if (wanted.every((row) => keepsOwn(row, pool))) return { given: [], moves: [] };
  const wishes = wanted.map(({ occupied_from, occupied_until, quantity }) => ({
    from: occupied_from.getTime(),
    until: occupied_until.getTime(),
    quantity,
    preferred: pool.own.map(([key]) => key),
  }));
  const packed = pack(pool.items, held, wishes);
  return (
    packed && {
      given: wanted.flatMap(({ resource_id, occupied_from }, index) =>
        (packed.given[index] ?? []).map((key) => ({ resource_id, occupied_from, key })),
      ),
      moves: packed.moves.map(({ holding, to }) => ({
        booking_id: holding.id,
        key: holding.item,
        occupied_from: new Date(holding.from),
        to,
      })),
    }
  );
}

/** The parts of a wanted time for which the booking does not hold as many already. */
function newOf({ occupied_from, occupied_until, quantity }: WantedRow, { own }: Pool): Span[] {
  const [from, until] = [occupied_from.getTime(), occupied_until.getTime()];
  const [, ownFrom, ownUntil] = own[0] ?? [0, until, from];
  if (own.length < quantity || ownFrom >= until || ownUntil <= from) return [{ from, until }];
  return [
    { from, until: ownFrom },
    { from: ownUntil, until },
  ].filter((span) => span.from < span.until);
}

/** Whether what the booking holds serves it further although that was taken out of the pool. */
function keepsOwn({ occupied_from, occupied_until, quantity }: WantedRow, { items, own, held }: Pool): boolean {
  const free = own.filter(
    ([key]) =>
      !held.some(
        ([, item, from, until]) => item === key && from < occupied_until.getTime() && until > occupied_from.getTime(),
      ),
  );
  return own.some(([key]) => !items.includes(key)) && free.length >= quantity;
}

/** What the plan holds of a resource. */
export function wantedOf({ wanted }: Plan, resourceId: string): WantedRow[] {
  return wanted.filter((row) => row.holds && row.resource_id === resourceId);
}

/** Gives up, in the statement itself, what is moved; who gave theirs up meanwhile is left out. Part `cleared`. */
export function clearMoved(t: Tables, { moves }: Arrangement): RawBuilder<object> {
  return sql<object>`delete from ${t}.booking_item held using jsonb_to_recordset(${jsonb(moves)}) moving
      (booking_id uuid, key integer, occupied_from timestamptz, "to" integer)
    where held.booking_id = moving.booking_id and held.item_key = moving.key and held.occupied_from = moving.occupied_from
      and held.released_at is null and (select ok from enough) and (select count(*) from released) >= 0
    returning held.booking_id, held.resource_id, held.occupied_from, held.occupied_until, moving."to"`;
}

/** Puts it on the other items; the database refuses the whole when somebody was faster there. Part `placed`. */
export function placeMoved(t: Tables): RawBuilder<object> {
  return sql<object>`insert into ${t}.booking_item (booking_id, item_key, resource_id, occupied_from, occupied_until)
    select booking_id, "to", resource_id, occupied_from, occupied_until from cleared order by resource_id, occupied_from, "to"
    returning booking_id`;
}

/** For the record of changes: whose item became another. */
export function movedIn(arrangement: Arrangement | undefined): EventDetails {
  const ids = [...new Set(arrangement?.moves.map(({ booking_id }) => booking_id))];
  return ids.length === 0 ? {} : { moved: ids };
}
