import { sql, type RawBuilder } from 'kysely';
import { answerWaits, stepWaits } from '../../agreements/waits-for.ts';
import { changeable, isBoundToday } from '../../commitments/policy.ts';
import type { Asking } from '../needs.ts';

/** Take the step of one's party's review, and answer what another party asks: to join, to withdraw, to suspend, to end. */
export function agreementNeeds({ tables, actor }: Asking): RawBuilder<unknown>[] {
  const agreement = sql`${tables}.agreement join ${tables}.organisation on organisation.id = ${actor.organisationId}::uuid`;
  return [
    sql`select 'review_agreement', version.terms -> 'title', by.name, organisation.short_mark, null::timestamptz,
               version.number, '/agreements/' || agreement.id || '?tab=review'
        from ${agreement}
        join ${tables}.agreement_version version on version.agreement_id = agreement.id and version.state = 'proposed'
        left join ${tables}.person by on by.id = version.proposed_by
        where ${stepWaits(actor)}`,
    sql`select 'answer_agreement_request', agreement.title, organisation.name, organisation.short_mark, null::timestamptz,
               1, '/agreements/' || agreement.id || '?tab=life'
        from ${agreement} where ${answerWaits(actor)}`,
  ];
}

/** Answer who says that a figure is wrong, and confirm what only the other side can attest. */
export function promiseNeeds({ tables, actor }: Asking): RawBuilder<unknown>[] {
  const own = sql`${actor.organisationId}::uuid`;
  const agreement = sql`join ${tables}.agreement on agreement.id = commitment.agreement_id`;
  const path = sql`'/agreements/' || agreement.id || '?tab=commitments'`;
  return [
    sql`select 'answer_dispute', commitment.title, organisation.name, organisation.short_mark, null::timestamptz, 1, ${path}
        from ${tables}.commitment ${agreement}
        join ${tables}.figure_dispute dispute on dispute.commitment_id = commitment.id and dispute.state = 'open'
        join ${tables}.organisation on organisation.id = dispute.raised_for
        where commitment.closed_on is null and ${isBoundToday(actor)} and dispute.raised_for <> ${own}
          and (commitment.promiser_id = ${own} or (dispute.raised_for = commitment.promiser_id
            and coalesce(commitment.beneficiary_id, ${own}) = ${own}))`,
    sql`select 'countersign_contribution', commitment.title, organisation.name, organisation.short_mark, null::timestamptz,
               count(*)::int, ${path}
        from ${tables}.commitment ${agreement}
        join ${tables}.contribution on contribution.commitment_id = commitment.id
        join ${tables}.organisation on organisation.id = contribution.organisation_id
        where commitment.measure = 'attested' and contribution.countersigned_at is null and contribution.withdrawn_at is null
          and ${changeable.countersign(actor)}
        group by commitment.id, agreement.id, organisation.id`,
  ];
}
