import type { BookingState } from '@collegium/contract/states/booking.ts';
import { bookingMachine } from '@collegium/contract/states/booking.ts';
import { occurrencesAtMost } from '@collegium/contract/sharing/series.ts';
import { sql, type RawBuilder } from 'kysely';
import { change, type Changed, type Happening } from '../../platform/audit/change.ts';
import { newId } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { bookingView, findBooking, storedIn, type BookingRow, type Sources } from './booking-query.ts';
import { countCharges, nothingCharged, takeBackCharges } from '../taking/charge.ts';
import { TryAgain, unlessLost, whileItMightSucceed } from '../taking/try-again.ts';
import { isStaff, ownedBy } from '../policy.ts';
import { part, tablesOf, type Tables } from '../tables.ts';

export interface Moving {
  move: keyof typeof bookingMachine.moves;
  /** Columns of `booking` that are set besides state and version. */
  set: RawBuilder<unknown>;
  /** The state after it, when it is not the one of the move. */
  to?: RawBuilder<unknown>;
  /** What must hold besides the state; on the columns of `booking`. */
  where: RawBuilder<boolean>;
  /** Gives the items back; charges as well when the booking is not charged afterwards. */
  releases?: true;
  /** Other bookings that move with it, by the same conditions; on the columns of `booking`. Each gets an event of its own. */
  together?: RawBuilder<boolean>;
  /** Parts of the statement besides; they may use `moved`, the rows as they are afterwards. */
  also?: Record<string, RawBuilder<object>>;
  /** Where the view finds rows that the statement itself makes. */
  sources?: Partial<Sources>;
  happening: Happening | Happening[];
}

/** Moves one booking in one statement; undefined when its state or a condition did not allow it. */
export function moveBooking(scope: MemberScope, id: string, moving: Moving): Promise<BookingRow | undefined> {
  return whileItMightSucceed(async () => {
    const rows = await unlessLost(moveOnce(scope, id, moving));
    if (!rows) throw new TryAgain();
    return rows[0];
  });
}

function moveOnce(scope: MemberScope, id: string, moving: Moving): Promise<BookingRow[]> {
  const t = tablesOf(scope);
  return change<Changed<BookingRow>>(
    scope,
    (db) => {
      let statement = db
        .with('moved', () => part(moved(t, id, moving)))
        .with('released', () => part(moving.releases ? release(t, scope.clock.now()) : nothing))
        .with('refunded', () =>
          part(moving.releases ? takeBackCharges(t, sql`select id from moved where not is_charged`) : nothingCharged),
        )
        .with('charged', () => part(nothingCharged))
        .with('counted', () => part(countCharges(t)));
      for (const [name, query] of Object.entries(moving.also ?? {}))
        statement = statement.with(name, () => part(query));
      if (moving.together)
        statement = statement.with('told', () => part(tellEach(scope, sql`moved.id <> ${id}::uuid`, moving.happening)));
      return statement.with('changed', () =>
        part(sql<BookingRow>`${bookingView(t, { ...storedIn(t), booking: sql`moved`, ...moving.sources })}
          where booking.id = ${id}::uuid`),
      ) as never;
    },
    ...[moving.happening].flat(),
  );
}

function moved(t: Tables, id: string, { move, set, to, where, together }: Moving): RawBuilder<{ id: string }> {
  const machineMove = bookingMachine.moves[move];
  const from: readonly BookingState[] = machineMove.from;
  return sql<{ id: string }>`update ${t}.booking set state = ${to ?? sql`${machineMove.to}::text`},
      version = case when ${isAsSeen(t)} then booking.version + 1 end, ${set}
    where (booking.id = ${id}::uuid or ${together ?? sql`false`}) and booking.state = any(${[...from]}::text[])
      and booking.kind <> 'offer' and ${where} returning *`;
}

/**
 * Whether `booking` is as the statement sees everything else. Who waited for a change of it that was under way has the
 * booking as it is by now, but its items and charges as they were, and would give back the wrong ones. A version that is
 * null then undoes the statement, and it is tried again.
 */
export function isAsSeen(t: Tables): RawBuilder<boolean> {
  return sql<boolean>`(booking.version = (select seen.version from ${t}.booking seen where seen.id = booking.id))`;
}

/** No series is longer, so no more bookings move together. */
const togetherAtMost = occurrencesAtMost;

/** An event for each booking in `moved` that meets the condition. */
function tellEach(scope: MemberScope, where: RawBuilder<boolean>, happening: Moving['happening']): RawBuilder<object> {
  const [what] = [happening].flat();
  const { actor } = scope;
  const ids = Array.from({ length: togetherAtMost }, newId);
  return sql<object>`insert into ${tablesOf(scope)}.audit_event
      (id, at, account_id, person_id, membership_id, organisation_id, action, object_type, object_id, reason, request_id)
    select (${ids}::uuid[])[row_number() over (order by moved.starts_at)], ${scope.clock.now()}::timestamptz,
      ${actor.accountId}::uuid, ${actor.personId}::uuid, ${actor.membershipId}::uuid, ${actor.organisationId}::uuid,
      ${what?.action}::text, 'booking', moved.id, ${what?.reason ?? null}::text, ${scope.requestId}::text
    from moved where ${where} returning id`;
}

export function release(t: Tables, now: Date): RawBuilder<{ booking_id: string }> {
  return sql<{ booking_id: string }>`update ${t}.booking_item set released_at = ${now}::timestamptz
    where booking_id in (select id from moved) and released_at is null returning booking_id`;
}

const nothing = sql<{ booking_id: string }>`select null::uuid as booking_id where false`;

/** Those who may change a booking, on its columns: its holder, and staff of the owners. */
export function isHolderOrOwner(scope: MemberScope): RawBuilder<boolean> {
  const { actor } = scope;
  const isHolder = sql<boolean>`booking.person_id = ${actor.personId}::uuid`;
  return isStaff(actor) ? sql<boolean>`(${isHolder} or ${ownedBy(tablesOf(scope), actor.organisationId)})` : isHolder;
}

/** A rule of the resources of `booking`, the greatest of them. */
export function greatest(t: Tables, column: string): RawBuilder<number> {
  return sql<number>`coalesce((select max(${sql.ref(`rule.${column}`)}) from ${t}.booking_resource held
    join ${t}.resource rule on rule.id = held.resource_id where held.booking_id = booking.id), 0)`;
}

/** After a move that did not happen: the booking, if the actor may see it and the move may start from its state. */
export async function whyNot(
  scope: MemberScope,
  id: string,
  move: Moving['move'],
  isTheirs: (row: BookingRow) => boolean,
) {
  const row = await findBooking(scope, id);
  if (!row || !isTheirs(row)) throw new Problem('booking.not_found');
  refuseMove(scope, row, move);
  return row;
}

/** Says why a move cannot start from where the booking stands, if it cannot. Throws booking.held_for_offer, request.move_not_allowed. */
export function refuseMove({ language }: MemberScope, row: BookingRow, move: Moving['move']): void {
  if (row.kind === 'offer') throw new Problem('booking.held_for_offer');
  const from: readonly BookingState[] = bookingMachine.moves[move].from;
  if (!from.includes(row.state)) {
    const state = bookingMachine.states[row.state][language.startsWith('zh') ? 'zh-CN' : 'en'];
    throw new Problem('request.move_not_allowed', { state });
  }
}

/** Whether the actor holds the booking, or is staff of an owner of what is booked. */
export function holdsOrOwns({ actor }: MemberScope, row: BookingRow): boolean {
  if (row.person_id === actor.personId) return true;
  return isStaff(actor) && row.resources.some(({ ownerId }) => ownerId === actor.organisationId);
}
