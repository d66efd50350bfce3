import type { BookingView } from '@collegium/contract/sharing/bookings.ts';
import { sql, type RawBuilder } from 'kysely';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { moveBooking, whyNot } from './move-booking.ts';
import { approvesAsOwner } from '../policy.ts';
import { decidesNext, presentBooking } from './present-booking.ts';
import { tablesOf } from '../tables.ts';

/**
 * Agrees to a request for the side whose turn it is; the last to agree confirms it.
 * Throws booking.not_found, booking.too_late_to_decide, request.move_not_allowed.
 */
export function approveBooking(scope: MemberScope, id: string): Promise<BookingView> {
  return decide(scope, id, true, undefined);
}

/** Refuses a request, with a reason; its time is free again. Throws also request.reason_needed. */
export function declineBooking(scope: MemberScope, id: string, { reason }: { reason?: string }): Promise<BookingView> {
  if (reason === undefined) throw new Problem('request.reason_needed');
  return decide(scope, id, false, reason);
}

async function decide(
  scope: MemberScope,
  id: string,
  isApproved: boolean,
  reason: string | undefined,
): Promise<BookingView> {
  const now = scope.clock.now();
  const t = tablesOf(scope);
  const row = await moveBooking(scope, id, {
    move: isApproved ? 'approve' : 'decline',
    ...(isApproved && {
      to: sql`case when cardinality(booking.approvals_due) = 1 then 'confirmed' else 'requested' end`,
    }),
    set: isApproved ? sql`approvals_due = booking.approvals_due[2:]` : sql`is_charged = false`,
    where: sql<boolean>`booking.decide_at is null and ${isMyTurn(scope)} and booking.starts_at > ${now}::timestamptz`,
    ...(!isApproved && { releases: true as const }),
    also: {
      decided: sql<object>`insert into ${t}.booking_approval (booking_id, side, decided_at, decided_by, is_approved, reason)
        select before.id, before.approvals_due[1], ${now}::timestamptz, ${scope.actor.personId}::uuid, ${isApproved}::boolean,
          ${reason ?? null}::text from moved join ${t}.booking before on before.id = moved.id returning *`,
      agreed: sql<object>`select id from moved where state = 'confirmed'`,
      partly: sql<object>`select id from moved where state = 'requested'`,
    },
    sources: { approvals: sql`(select * from ${t}.booking_approval union all select * from decided)` },
    happening: isApproved
      ? [
          { action: 'booking.approved', objectType: 'booking', of: 'agreed' },
          { action: 'booking.approved_partly', objectType: 'booking', of: 'partly' },
        ]
      : { action: 'booking.declined', objectType: 'booking', reason: reason ?? null },
  });
  if (row) return presentBooking(scope.actor, row, now);
  const found = await whyNot(scope, id, isApproved ? 'approve' : 'decline', (one) => decidesNext(scope.actor, one));
  throw new Problem(found.starts_at <= now ? 'booking.too_late_to_decide' : 'request.conflict');
}

/** The next approval that is due is that of the actor's organisation, on the columns of `booking`. */
export function isMyTurn({ actor, network }: MemberScope): RawBuilder<boolean> {
  const t = tablesOf({ network });
  return sql<boolean>`case booking.approvals_due[1] when 'home' then booking.organisation_id = ${actor.organisationId}::uuid
    when 'owner' then ${approvesAsOwner(t, actor.organisationId)} else false end`;
}
