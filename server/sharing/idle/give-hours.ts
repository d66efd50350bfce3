import { participationMachine } from '@collegium/contract/states/participation.ts';
import { sql } from 'kysely';
import { recordEvent } from '../../platform/audit/change.ts';
import type { Scope } from '../../platform/scope.ts';
import { endMany } from '../booking/end-many.ts';
import { tablesOf } from '../tables.ts';

/** Hours that are held for an offer and nobody's yet. */
const isHeld = sql<boolean>`booking.kind = 'offer' and booking.state = 'confirmed'`;

/**
 * Gives whoever takes part in an offer of hours, and has none yet, the hours of a place: those that begin soonest to who came
 * first. `scope.db` is a transaction; the offer's row is held, so that what happens to it at once follows one after the other.
 */
export async function giveHours(scope: Scope, participationId: string): Promise<void> {
  const offerId = await offerOf(scope, participationId);
  if (offerId) await giveHoursOf(scope, offerId);
}

async function giveHoursOf(scope: Scope, offerId: string): Promise<void> {
  const t = tablesOf(scope);
  const now = scope.clock.now();
  const { rows } = await sql<{ id: string }>`
    with asking as (
      select application.person_id, application.membership_id, application.organisation_id,
        row_number() over (order by participation.created_at, participation.id) as turn
      from ${t}.participation join ${t}.application on application.id = participation.application_id
      where participation.offer_id = ${offerId}::uuid and participation.state = any(${[...participationMachine.groups.current]}::text[])
        and not exists (select from ${t}.booking given where given.offer_id = ${offerId}::uuid and given.place is not null
          and given.kind = 'use' and given.person_id = participation.person_id)),
    free as (
      select booking.place, row_number() over (order by min(booking.starts_at), booking.place) as turn from ${t}.booking
      where booking.offer_id = ${offerId}::uuid and booking.place is not null and ${isHeld}
      group by booking.place having min(booking.starts_at) > ${now}::timestamptz)
    update ${t}.booking set kind = 'use', person_id = asking.person_id, membership_id = asking.membership_id,
      organisation_id = asking.organisation_id, version = booking.version + 1
    from free join asking using (turn)
    where booking.offer_id = ${offerId}::uuid and booking.place = free.place and ${isHeld} returning booking.id`.execute(
    scope.db,
  );
  for (const { id } of rows)
    await recordEvent(scope, { action: 'booking.given', objectType: 'booking', objectId: id, details: { offerId } });
}

/**
 * What somebody had of an offer who takes part in it no more: while others can come to it, it is held for them again, and
 * whoever came meanwhile gets it; else it is free.
 */
export async function takeHoursBack(scope: Scope, participationId: string): Promise<void> {
  const offerId = await offerOf(scope, participationId);
  if (!offerId) return;
  const t = tablesOf(scope);
  const now = scope.clock.now();
  const theirs = sql<boolean>`booking.offer_id = ${offerId}::uuid and booking.place is not null and booking.kind = 'use'
    and booking.state = 'confirmed' and booking.starts_at > ${now}::timestamptz
    and booking.person_id = (select person_id from ${t}.participation where id = ${participationId}::uuid)`;
  const { rows } = await sql<{ id: string }>`update ${t}.booking set kind = 'offer', person_id = held_by.person_id,
      membership_id = held_by.id, organisation_id = held_by.organisation_id, version = booking.version + 1
    from ${t}.offer cross join lateral (select membership.* from ${t}.membership
      where membership.person_id = offer.published_by and membership.organisation_id = offer.organisation_id
      order by membership.ended_on desc nulls first limit 1) held_by
    where offer.id = booking.offer_id and ${theirs} and offer.state = 'published'
      and (offer.applications_close_at > ${now}::timestamptz or exists (select from ${t}.participation waiting
        where waiting.offer_id = offer.id and waiting.state = any(${[...participationMachine.groups.current]}::text[])
          and not exists (select from ${t}.booking given where given.offer_id = offer.id and given.place is not null
            and given.kind = 'use' and given.person_id = waiting.person_id)))
    returning booking.id`.execute(scope.db);
  for (const { id } of rows)
    await recordEvent(scope, { action: 'booking.returned', objectType: 'booking', objectId: id, details: { offerId } });
  await endMany(scope, {
    where: theirs,
    to: 'cancelled',
    set: sql`cancelled_at = ${now}::timestamptz, is_charged = false`,
    action: 'booking.released',
    releases: true,
  });
  await giveHoursOf(scope, offerId);
}

/** Frees what was held for an offer that is withdrawn. */
export async function freeHours(scope: Scope, offerId: string, reason: string | null): Promise<void> {
  await free(scope, sql<boolean>`booking.offer_id = ${offerId}::uuid and booking.place is not null`, reason);
}

/** So long after the end of applications hours are kept for those whose place is still on its way to them. */
const graceMinutes = 2;

/** Frees what nobody took: of offers that are closed, and what begins now. */
export async function freeUntaken(scope: Scope): Promise<void> {
  const t = tablesOf(scope);
  const now = sql`${scope.clock.now()}::timestamptz`;
  await free(
    scope,
    sql<boolean>`booking.place is not null and (booking.starts_at <= ${now} or exists (select from ${t}.offer where offer.id = booking.offer_id
      and offer.queue_length = 0 and offer.applications_close_at <= ${now} - ${graceMinutes} * interval '1 minute'))`,
    null,
  );
}

async function free(scope: Scope, where: ReturnType<typeof sql<boolean>>, reason: string | null): Promise<void> {
  await endMany(scope, {
    where: sql<boolean>`${isHeld} and ${where}`,
    to: 'cancelled',
    set: sql`cancelled_at = ${scope.clock.now()}::timestamptz, cancellation_reason = ${reason}::text, is_charged = false`,
    action: 'booking.freed',
    reason,
    releases: true,
  });
}

/** The offer of hours in which somebody takes part, held until the transaction ends; undefined of other offers. */
async function offerOf(scope: Scope, participationId: string): Promise<string | undefined> {
  const t = tablesOf(scope);
  const { rows } = await sql<{ id: string }>`select offer.id from ${t}.offer
    where offer.id = (select offer_id from ${t}.participation where id = ${participationId}::uuid)
      and offer.kind = 'resource_time' for no key update`.execute(scope.db);
  return rows[0]?.id;
}
