import { sql, type RawBuilder } from 'kysely';
import type { Asking } from '../needs.ts';

/** Approve plans of own learners and recognise what they did. */
export function homeNeeds({ tables, actor }: Asking): RawBuilder<unknown>[] {
  const own = sql`${actor.organisationId}::uuid`;
  const participation = sql`${tables}.participation join ${tables}.offer on offer.id = participation.offer_id
    join ${tables}.person on person.id = participation.person_id
    join ${tables}.organisation on organisation.id = participation.provider_organisation_id`;
  const path = sql`'/participations/' || participation.id`;
  return [
    sql`select 'approve_plan', offer.title, person.name, organisation.short_mark, offer.starts_on::timestamptz, 1, ${path}
        from ${participation}
        join lateral (select id from ${tables}.plan where plan.participation_id = participation.id order by number desc limit 1) plan on true
        where participation.home_organisation_id = ${own} and participation.provider_organisation_id <> ${own}
          and participation.state in ('planning', 'agreed', 'active')
          and not exists (select from ${tables}.plan_approval where plan_approval.plan_id = plan.id and plan_approval.party = 'home')`,
    sql`select 'recognise_outcome', offer.title, person.name, organisation.short_mark, null::timestamptz, 1, ${path}
        from ${participation} join ${tables}.outcome on outcome.participation_id = participation.id
        where participation.home_organisation_id = ${own} and outcome.state = 'countersigned'`,
  ];
}
