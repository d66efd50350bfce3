import { sql } from 'kysely';
import { newId } from '../platform/ids.ts';
import type { Scope } from '../platform/scope.ts';
import { tablesOf } from './tables.ts';

/**
 * Records the hours that a partner had of a resource as a contribution to the commitment that promised them; the
 * agreement's figures follow from the event. A booking contributes once per commitment: its id stands in the evidence.
 */
export async function contributeHours(scope: Scope, bookingId: string): Promise<void> {
  const t = tablesOf(scope);
  const now = scope.clock.now();
  const evidence = `${scope.config.url}/${scope.network.slug}/bookings/${bookingId}`;
  const { rows } = await sql<{ id: string; commitment_id: string }>`
    insert into ${t}.contribution (id, commitment_id, organisation_id, done_on, amount, description, evidence_url, recorded_at)
    select ${newId()}::uuid, commitment.id, commitment.promiser_id, (booking.starts_at at time zone booking.time_zone)::date,
      round(sum(extract(epoch from coalesce(booking.released_at, booking.ends_at) - booking.starts_at) / 3600 * held.quantity)::numeric, 2),
      'Hours held of what was shared', ${evidence}::text, ${now}::timestamptz
    from ${t}.booking join ${t}.booking_resource held on held.booking_id = booking.id
    join ${t}.resource_share share on share.resource_id = held.resource_id and share.organisation_id = booking.organisation_id
      and (booking.starts_at at time zone booking.time_zone)::date between share.starts_on and share.ends_on
    join ${t}.commitment on commitment.id = share.commitment_id
      and (booking.starts_at at time zone booking.time_zone)::date between commitment.starts_on and commitment.ends_on
    where booking.id = ${bookingId}::uuid and booking.kind = 'use'
      and coalesce(booking.released_at, booking.ends_at) > booking.starts_at
      and not exists (select from ${t}.contribution known where known.commitment_id = commitment.id and known.evidence_url = ${evidence}::text)
    group by commitment.id, commitment.promiser_id, booking.starts_at, booking.time_zone limit 1
    returning id, commitment_id`.execute(scope.db);
  for (const row of rows)
    await scope.db
      .insertInto('audit_event')
      .values({
        id: newId(),
        at: now,
        action: 'contribution.recorded',
        object_type: 'contribution',
        object_id: row.id,
        details: { commitmentId: row.commitment_id },
        request_id: scope.requestId,
      })
      .execute();
}
