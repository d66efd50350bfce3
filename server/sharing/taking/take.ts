import { sql, type RawBuilder } from 'kysely';
import { jsonb, type Database } from '../../platform/database/database.ts';
import { clearMoved, placeMoved, type Arrangement } from './arrange.ts';
import type { BookingState } from '@collegium/contract/states/booking.ts';
import { partnershipsUntil, partnerUntil } from '../partners.ts';
import type { Holder, Plan } from './plan.ts';
import { crowded, isSettled, isWithinSize, takeTurns } from './reduced-pool.ts';
import { opens } from '../resources/resource-query.ts';
import { part, type Tables } from '../tables.ts';

export interface Taking {
  t: Tables;
  plan: Plan;
  holder: Holder;
  now: Date;
  /** A booking that is there already, at this version and in this state; what it holds is given back in the same statement. */
  stored?: { id: string; version: number; state: BookingState };
  /** Maintenance and what the server does by itself need no passport. */
  needsPassport: boolean;
  /** What must hold besides: an offer that it is for may be booked for. */
  allowed?: RawBuilder<boolean> | undefined;
  /** It runs already, so it keeps the items that somebody has in hand. */
  keepsItems?: boolean;
  /** Pools in which others must be moved between items for it to fit. */
  arrangement?: Arrangement | undefined;
}

/**
 * The parts of a statement that take items: all that is wanted, or nothing. `wanted` is what is asked for, `guard` whether
 * the holder may (`ok`), `taken` what was got. Who asks for several resources takes them in the order of their ids, so
 * that two such statements never wait for each other in a circle. `on conflict do nothing` looks at what others hold at
 * that very moment, not at the statement's snapshot, so of a pool the next items are tried where the first were lost.
 * A part that a booking has no use for is left empty: what the database must open and plan is most of what a booking costs.
 */
export function takeItems(db: Database, taking: Taking) {
  const { t, plan } = taking;
  const asking =
    plan.pools.length > 0 ? { t, pools: plan.pools, now: taking.now, own: taking.stored?.id ?? null } : undefined;
  return db
    .with(
      (cte) => cte('wanted').materialized(),
      () => part(wanted(taking.plan)),
    )
    .with('locked', () => part(taking.stored ? locked(taking) : nowhere))
    .with(
      (cte) => cte('guard').materialized(),
      () => part(guard(taking)),
    )
    .with(
      (cte) => cte('candidate').materialized(),
      () => part(candidates(taking)),
    )
    .with(
      (cte) => cte('crowded').materialized(),
      () => part(asking ? crowded(asking) : nowhere),
    )
    .with(
      (cte) => cte('fitting').materialized(),
      () => part(asking ? sql<{ ok: boolean }>`select ${isEnough} and ${isWithinSize(asking)} as ok` : nobody),
    )
    .with('turned', () => part(asking ? takeTurns(asking) : nowhere))
    .with(
      (cte) => cte('enough').materialized(),
      () =>
        part(
          asking
            ? sql<{
                ok: boolean;
              }>`select case when (select ok from fitting) then ${isSettled(asking)} else false end as ok`
            : sql<{ ok: boolean }>`select ${isEnough} as ok`,
        ),
    )
    .with('released', () => part(taking.stored ? released(taking) : nothing))
    .with('cleared', () => part(taking.arrangement ? clearMoved(t, taking.arrangement) : nothing))
    .with('placed', () => part(taking.arrangement ? placeMoved(t) : nothing))
    .with('first_taken', () =>
      part(
        take(
          t,
          sql`candidate.place <= candidate.quantity and (select ok from enough)
      and (select count(*) from released) >= 0 and (select count(*) from placed) >= 0`,
        ),
      ),
    )
    .with('second_taken', () => part(asking ? take(t, nextPlaces(['first_taken'])) : noItem))
    .with('third_taken', () => part(asking ? take(t, nextPlaces(['first_taken', 'second_taken'])) : noItem))
    .with('taken', () =>
      part(sql<Taken>`select * from first_taken union all select * from second_taken
      union all select * from third_taken`),
    )
    .with('held', () =>
      part(sql<{ booking_id: string; items: number }>`select booking_id, count(*)::integer as items
      from taken group by booking_id`),
    );
}
export type TakenBuilder = ReturnType<typeof takeItems>;

interface Taken {
  booking_id: string;
  resource_id: string;
  item_key: number;
}

function wanted(plan: Plan): RawBuilder<{ booking_id: string }> {
  return sql`select * from jsonb_to_recordset(${jsonb(plan.wanted)}) wanted (booking_id uuid, resource_id uuid, quantity integer,
    is_part boolean, starts_at timestamptz, ends_at timestamptz, occupied_from timestamptz, occupied_until timestamptz,
    holds boolean, last_day date, price_own integer, price_partners integer, price_network integer)`;
}

/**
 * The versions that were judged are those in force, everything is in service and open to the holder on all days of what is
 * asked for, passports hold.
 */
function guard({ t, plan, holder, now, needsPassport, stored, allowed }: Taking): RawBuilder<{ ok: boolean }> {
  const day = now.toISOString().slice(0, 10);
  return sql`select count(*) = ${plan.guards.length}::integer and ${passports(t, plan, holder, needsPassport)}
      and (${stored === undefined}::boolean or exists (select from locked)) ${allowed ? sql`and ${allowed}` : sql``} as ok
    from jsonb_to_recordset(${jsonb(plan.guards)}) guarded (id uuid, version integer, open text, last_day date)
    join ${t}.resource on resource.id = guarded.id and resource.version = guarded.version and resource.state = 'in_service'
    where resource.organisation_id = ${holder.organisationId}::uuid or guarded.open = 'network'
      or (guarded.open = 'partners' and ${isPartner(plan, holder, { day, until: sql.ref('guarded.last_day') })})`;
}

/**
 * Whether the holder's organisation is a partner for the `resource` today and on all days until another, which is an
 * expression; agreements are looked at only where some are named.
 */
export function isPartner(
  plan: Plan,
  { organisationId }: Holder,
  { day, until }: { day: string; until: RawBuilder<unknown> },
): RawBuilder<boolean> {
  const untilOf = plan.namesAgreements ? partnerUntil : partnershipsUntil;
  const last = untilOf(sql`${organisationId}::uuid`, day);
  return sql<boolean>`coalesce(${last} >= ${until}, false)`;
}

function passports(t: Tables, plan: Plan, holder: Holder, needsPassport: boolean): RawBuilder<boolean> {
  if (!needsPassport) return sql<boolean>`true`;
  const last = plan.occurrences.reduce((max, { endsAt }) => (endsAt > max ? endsAt : max), new Date(0));
  return sql<boolean>`not exists (select from ${t}.resource_qualification asked
    where asked.resource_id = any(${plan.guards.map(({ id }) => id)}::uuid[])
      and not exists (${passportOf(t, holder.personId, sql`asked.qualification_id`, last)}))`;
}

/** A passport of the person that opens the qualification until the day on which the booking ends. */
export function passportOf(t: Tables, personId: string, qualificationId: RawBuilder<unknown>, until: Date) {
  const day = until.toISOString().slice(0, 10);
  return sql`select passport.id from ${t}.passport where passport.person_id = ${personId}::uuid
    and ${opens(t, qualificationId)} and passport.issued_on <= ${day}::date
    and (passport.expires_on is null or passport.expires_on > ${day}::date)`;
}

/** The row is held from here on, so that what is judged of the booking stays true until the statement ends. */
function locked({ t, stored }: Taking): RawBuilder<{ id: string }> {
  return sql<{ id: string }>`select booking.id from ${t}.booking where booking.id = ${stored?.id ?? null}::uuid
    and booking.version = ${stored?.version ?? 0}::integer and booking.state = ${stored?.state ?? ''}::text
    and booking.released_at is null for update`;
}

function released({ t, stored, now }: Taking): RawBuilder<{ item_key: number }> {
  return sql<{ item_key: number }>`update ${t}.booking_item set released_at = ${now}::timestamptz
    where booking_id = ${stored?.id ?? null}::uuid and released_at is null and (select ok from enough) returning item_key`;
}

/**
 * Free items of what is wanted: first those that the booking holds already, then in random order, so that two who ask at
 * once rarely want the same one; last what it holds that was taken out of the pool. Of arranged pools those that the
 * arrangement gives.
 */
function candidates({ t, stored, keepsItems, arrangement }: Taking): RawBuilder<{ booking_id: string }> {
  const own = stored?.id ?? null;
  const given = arrangement?.given ?? [];
  const arranged = [...new Set(given.map(({ resource_id }) => resource_id))];
  const mine = sql`${t}.booking_item mine
        where mine.booking_id = ${own}::uuid and mine.item_key = item.key and mine.released_at is null`;
  const luck = stored
    ? sql`random() - (select count(*) from ${mine}) + 2 * (item.retired_at is not null)::integer`
    : sql`random()`;
  const isUsable = keepsItems
    ? sql`exists (select from ${mine})`
    : sql`(item.retired_at is null ${stored ? sql`or exists (select from ${mine})` : sql``})`;
  const isOthers = stored ? sql`held.booking_id <> ${own}::uuid` : sql`true`;
  const free = sql`select item.key, ${luck} as luck from ${t}.resource_item item
      where item.resource_id = wanted.resource_id and ${isUsable}
        and not exists (select from ${t}.booking_item held where held.released_at is null and ${isOthers}
          and held.item_key = item.key and held.occupied_from < wanted.occupied_until
          and held.occupied_until > wanted.occupied_from)`;
  const spare =
    arranged.length === 0
      ? free
      : sql`select * from (${free}) unarranged where wanted.resource_id <> all(${arranged}::uuid[])
      union all select given.key, 0 from jsonb_to_recordset(${jsonb(given)}) given (resource_id uuid, occupied_from timestamptz, key integer)
        where given.resource_id = wanted.resource_id and given.occupied_from = wanted.occupied_from`;
  return sql`select wanted.booking_id, wanted.resource_id, wanted.quantity, wanted.occupied_from, wanted.occupied_until,
      spare.key, row_number() over (partition by wanted.booking_id, wanted.resource_id order by spare.luck) as place
    from wanted cross join lateral (${spare}) spare
    where wanted.holds and (select ok from guard)`;
}

const nothing = sql<object>`select where false`;
const noItem = sql<Taken>`select null::uuid as booking_id, null::uuid as resource_id, null::integer as item_key where false`;

const nowhere = sql<{ id: string }>`select null::uuid as id where false`;
const nobody = sql<{ ok: boolean }>`select null::boolean as ok where false`;

const isEnough = sql<boolean>`((select count(*) from wanted where holds) = (select count(*) from (
    select from candidate group by booking_id, resource_id, quantity having count(*) >= quantity) complete))`;

function take(t: Tables, condition: RawBuilder<unknown>): RawBuilder<Taken> {
  return sql<Taken>`insert into ${t}.booking_item (booking_id, item_key, resource_id, occupied_from, occupied_until)
    select booking_id, key, resource_id, occupied_from, occupied_until from candidate where ${condition}
    order by resource_id, occupied_from, key
    on conflict do nothing returning booking_id, resource_id, item_key`;
}

/** The places after those tried so far, as many as were lost; nothing when nothing was tried. */
function nextPlaces(tried: string[]): RawBuilder<unknown> {
  const [first = '', second] = tried;
  const begun = second === undefined ? sql`candidate.quantity` : sql`2 * candidate.quantity - ${gotIn([first])}`;
  return sql`(select ok from enough) and candidate.place > ${begun}
    and candidate.place <= ${begun} + candidate.quantity - (${gotIn(tried)})`;
}

function gotIn(names: string[]): RawBuilder<unknown> {
  return sql.join(
    names.map(
      (name) => sql`(select count(*) from ${sql.raw(name)} got
        where got.booking_id = candidate.booking_id and got.resource_id = candidate.resource_id)`,
    ),
    sql` + `,
  );
}
