import { sql, type AliasedExpression, type SelectQueryBuilder } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import { openSteps } from './open-steps.ts';

/**
 * Participations with what decides their next step: the plan in force, the latest version with its approvals, sums of
 * the journal, the outcome. One index look-up each per row. With `page`, only those whose ids it selects; being the first
 * join, it is also what the database begins with.
 */
export function selectParticipations(db: Database, page?: PageOfIds) {
  return db
    .selectFrom('participation')
    .$if(page !== undefined, (q) => q.innerJoin(page as PageOfIds, 'page.id', 'participation.id').$castTo<object>())
    .innerJoin('offer', 'offer.id', 'participation.offer_id')
    .innerJoin('person as learner', 'learner.id', 'participation.person_id')
    .innerJoin('organisation as home', 'home.id', 'participation.home_organisation_id')
    .innerJoin('organisation as provider', 'provider.id', 'participation.provider_organisation_id')
    .leftJoin('outcome', 'outcome.participation_id', 'participation.id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('plan')
          .select(['plan.number', 'plan.starts_on', 'plan.ends_on', 'plan.hours'])
          .whereRef('plan.participation_id', '=', 'participation.id')
          .where('plan.agreed_at', 'is not', null)
          .orderBy('number', 'desc')
          .limit(1)
          .as('in_force'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('plan')
          .select(['plan.id', 'plan.number', 'plan.starts_on', 'plan.ends_on', 'plan.hours', 'plan.agreed_at'])
          .select((plan) =>
            sql<string[]>`array(${plan
              .selectFrom('plan_approval')
              .select('party')
              .whereRef('plan_approval.plan_id', '=', 'plan.id')})`.as('parties'),
          )
          .whereRef('plan.participation_id', '=', 'participation.id')
          .orderBy('number', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('journal_entry')
          .select((entry) => [
            sql<number>`coalesce(sum(${entry.ref('minutes')}), 0)`.as('minutes'),
            sql<number>`count(*) filter (where ${entry.ref('confirmed_at')} is null)`.as('waiting'),
          ])
          .whereRef('journal_entry.participation_id', '=', 'participation.id')
          .as('journal'),
      (join) => join.onTrue(),
    );
}

/** The columns that a list shows and the page begins with. */
export function selectSummary(db: Database, now: Date, page?: PageOfIds) {
  return selectParticipations(db, page)
    .select([
      'participation.id',
      'participation.state',
      'participation.person_id',
      'participation.home_organisation_id',
      'participation.provider_organisation_id',
      'participation.version',
      'participation.created_at',
      'offer.id as offer_id',
      'offer.kind as offer_kind',
      'offer.title as offer_title',
      'offer.city as offer_city',
      'learner.name as learner_name',
      'home.name as home_name',
      'home.short_mark as home_mark',
      'provider.name as provider_name',
      'provider.short_mark as provider_mark',
      'outcome.id as outcome_id',
      'outcome.state as outcome_state',
      'in_force.number as in_force_number',
      'latest.number as latest_number',
      'latest.agreed_at as latest_agreed_at',
      'latest.parties as latest_parties',
    ])
    .select((eb) => [
      eb.fn.coalesce('in_force.starts_on', 'latest.starts_on', 'offer.starts_on').as('starts_on'),
      eb.fn.coalesce('in_force.ends_on', 'latest.ends_on', 'offer.ends_on').as('ends_on'),
      eb.fn.coalesce('in_force.hours', 'latest.hours').as('hours'),
      sql<number>`journal.minutes`.as('minutes'),
      sql<number>`journal.waiting`.as('waiting'),
      openSteps(now).as('open_steps'),
    ]);
}
export type SummaryRow = RowOf<ReturnType<typeof selectSummary>>;

/** A query that selects ids of participations, named `page`. */
export type PageOfIds = AliasedExpression<{ id: string }, 'page'>;

export type RowOf<Q> = Q extends SelectQueryBuilder<infer _DB, infer _TB, infer Row> ? Row : never;
