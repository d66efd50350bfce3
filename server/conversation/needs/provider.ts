import { sql, type RawBuilder } from 'kysely';
import type { Asking } from '../needs.ts';

/** Publish a draft, rank applicants, approve plans, confirm hours, complete, assess: for those who provide. */
export function providerNeeds({ tables, actor, now }: Asking): RawBuilder<unknown>[] {
  const own = sql`${actor.organisationId}::uuid`;
  const at = sql`${now}::timestamptz`;
  const participation = sql`${tables}.participation join ${tables}.offer on offer.id = participation.offer_id
    join ${tables}.person on person.id = participation.person_id
    join ${tables}.organisation on organisation.id = participation.home_organisation_id`;
  const path = sql`'/participations/' || participation.id`;
  return [
    sql`select 'publish_offer', offer.title, organisation.name, organisation.short_mark, offer.applications_open_at, 1, '/offers/' || offer.id
        from ${tables}.offer join ${tables}.organisation on organisation.id = offer.organisation_id
        where offer.organisation_id = ${own} and offer.state = 'draft' and offer.created_by = ${actor.personId}::uuid`,
    sql`select 'rank_applicants', offer.title, organisation.name, organisation.short_mark, round.closes_at, count(*)::int,
               '/rounds/' || round.id || '/offers/' || offer.id || '/ranking'
        from ${tables}.round join ${tables}.round_offer on round_offer.round_id = round.id
        join ${tables}.offer on offer.id = round_offer.offer_id
        join ${tables}.organisation on organisation.id = round.organisation_id
        join ${tables}.preference on preference.offer_id = offer.id
        join ${tables}.application on application.id = preference.application_id and application.round_id = round.id and application.state = 'submitted'
        where offer.organisation_id = ${own} and round.state in ('open', 'closed') and round.ranked_by = 'provider_ranking'
          and not exists (select from ${tables}.ranking where ranking.round_id = round.id and ranking.offer_id = offer.id)
        group by offer.id, organisation.id, round.id`,
    sql`select 'approve_plan', offer.title, person.name, organisation.short_mark, offer.starts_on::timestamptz, 1, ${path}
        from ${participation}
        join lateral (select id from ${tables}.plan where plan.participation_id = participation.id order by number desc limit 1) plan on true
        where participation.provider_organisation_id = ${own} and participation.state in ('planning', 'agreed', 'active')
          and not exists (select from ${tables}.plan_approval where plan_approval.plan_id = plan.id and plan_approval.party = 'provider')`,
    sql`select 'confirm_hours', offer.title, person.name, organisation.short_mark, null::timestamptz, count(*)::int, ${path}
        from ${participation} join ${tables}.journal_entry on journal_entry.participation_id = participation.id
        where participation.provider_organisation_id = ${own} and participation.state = 'active' and journal_entry.confirmed_at is null
        group by participation.id, offer.id, person.id, organisation.id`,
    sql`select 'complete_participation', offer.title, person.name, organisation.short_mark, plan.ends_on::timestamptz, 1, ${path}
        from ${participation}
        join lateral (select ends_on from ${tables}.plan where plan.participation_id = participation.id and plan.agreed_at is not null order by number desc limit 1) plan on true
        where participation.provider_organisation_id = ${own} and participation.state = 'active' and plan.ends_on < ${at}::date`,
    sql`select 'assess_outcome', offer.title, person.name, organisation.short_mark, null::timestamptz, 1, ${path}
        from ${participation}
        where participation.provider_organisation_id = ${own} and participation.state = 'completed'
          and not exists (select from ${tables}.outcome where outcome.participation_id = participation.id)`,
  ];
}
