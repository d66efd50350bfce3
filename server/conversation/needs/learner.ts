import { sql, type RawBuilder } from 'kysely';
import type { Asking } from '../needs.ts';

/** Answer an offered place, rank wishes, plan, log hours, countersign. */
export function learnerNeeds({ tables, actor, now }: Asking): RawBuilder<unknown>[] {
  const me = sql`${actor.personId}::uuid`;
  const at = sql`${now}::timestamptz`;
  return [
    sql`select 'respond_to_place', offer.title, organisation.name, organisation.short_mark, application.respond_by, 1, '/applications/' || application.id
        from ${tables}.application join ${tables}.offer on offer.id = application.offer_id
        join ${tables}.organisation on organisation.id = offer.organisation_id
        where application.person_id = ${me} and application.state = 'offered'`,
    sql`select 'rank_wishes', round.name, organisation.name, organisation.short_mark, round.closes_at, 1, '/rounds/' || round.id
        from ${tables}.round_learner join ${tables}.round on round.id = round_learner.round_id
        join ${tables}.organisation on organisation.id = round.organisation_id
        where round_learner.membership_id = ${actor.membershipId}::uuid and round.state = 'open'
          and ${at} between round.opens_at and round.closes_at
          and not exists (select from ${tables}.application where application.round_id = round.id
            and application.person_id = ${me} and application.state <> 'withdrawn')`,
    sql`select case when plan.id is null then 'propose_plan' else 'approve_plan' end, offer.title, organisation.name,
               organisation.short_mark, offer.starts_on::timestamptz, 1, '/participations/' || participation.id
        from ${tables}.participation join ${tables}.offer on offer.id = participation.offer_id
        join ${tables}.organisation on organisation.id = participation.provider_organisation_id
        left join lateral (select id from ${tables}.plan where plan.participation_id = participation.id order by number desc limit 1) plan on true
        where participation.person_id = ${me} and participation.state in ('planning', 'agreed', 'active')
          and (plan.id is not null or participation.state = 'planning')
          and not exists (select from ${tables}.plan_approval where plan_approval.plan_id = plan.id and plan_approval.party = 'learner')`,
    sql`select 'log_hours', offer.title, organisation.name, organisation.short_mark, null::timestamptz, 1, '/participations/' || participation.id
        from ${tables}.participation join ${tables}.offer on offer.id = participation.offer_id
        join ${tables}.organisation on organisation.id = participation.provider_organisation_id
        where participation.person_id = ${me} and participation.state = 'active'
          and not exists (select from ${tables}.journal_entry where journal_entry.participation_id = participation.id
            and journal_entry.done_on > (${at} - interval '7 days')::date)`,
    sql`select 'countersign_outcome', offer.title, organisation.name, organisation.short_mark, null::timestamptz, 1, '/participations/' || participation.id
        from ${tables}.outcome join ${tables}.participation on participation.id = outcome.participation_id
        join ${tables}.offer on offer.id = participation.offer_id
        join ${tables}.organisation on organisation.id = participation.provider_organisation_id
        where participation.person_id = ${me} and outcome.state = 'assessed'`,
  ];
}
