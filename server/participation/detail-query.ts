import { sql, type ExpressionBuilder } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { todayAtPlace } from './open-steps.ts';
import { selectSummary } from './queries.ts';

/** How many entries of the journal the page begins with. */
const latestEntries = 10;

/** Everything that the page of a participation shows, in one round trip; undefined when there is none. */
export function findParticipation(db: Database, id: string, now: Date) {
  return selectSummary(db, now)
    .innerJoin('application', 'application.id', 'participation.application_id')
    .leftJoin('person as ender', 'ender.id', 'participation.ended_by')
    .select([
      'participation.started_at',
      'participation.ended_at',
      'participation.end_reason',
      'ender.name as ended_by_name',
      'application.submitted_at as applied_at',
      'offer.country as offer_country',
      'offer.time_zone as offer_time_zone',
      'offer.credits_ects as offer_credits',
      'offer.details as offer_details',
    ])
    .select((eb) => [
      todayAtPlace(now).as('today'),
      plansOf(eb).as('plans'),
      weeksOf(eb).as('weeks'),
      latestEntriesOf(eb).as('entries'),
      outcomeOf(eb).as('outcome'),
    ])
    .where('participation.id', '=', id)
    .executeTakeFirst();
}
export type DetailRow = NonNullable<Awaited<ReturnType<typeof findParticipation>>>;

type Builder = ExpressionBuilder<Tables, 'participation'>;

function plansOf(eb: Builder) {
  return jsonArrayFrom(
    eb
      .selectFrom('plan')
      .leftJoin('person as host', 'host.id', 'plan.provider_supervisor_id')
      .leftJoin('person as tutor', 'tutor.id', 'plan.home_supervisor_id')
      .leftJoin('person as author', 'author.id', 'plan.created_by')
      .select(['number', 'goals', 'tasks', 'starts_on', 'ends_on', 'hours', 'plan.created_at', 'agreed_at'])
      .select([
        'host.id as host_id',
        'host.name as host_name',
        'tutor.id as tutor_id',
        'tutor.name as tutor_name',
        'author.id as author_id',
        'author.name as author_name',
      ])
      .select((plan) => approvalsOf(plan).as('approvals'))
      .whereRef('plan.participation_id', '=', 'participation.id')
      .orderBy('number', 'desc'),
  );
}

function approvalsOf(eb: ExpressionBuilder<Tables, 'plan'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('plan_approval')
      .innerJoin('person', 'person.id', 'plan_approval.person_id')
      .innerJoin('organisation', 'organisation.id', 'plan_approval.organisation_id')
      .select(['party', 'person.id as person_id', 'person.name as person_name', 'approved_at'])
      .select('organisation.name as organisation_name')
      .whereRef('plan_approval.plan_id', '=', 'plan.id')
      .orderBy('approved_at')
      .orderBy('party'),
  );
}

function weeksOf(eb: Builder) {
  const week = sql<string>`date_trunc('week', done_on)::date`;
  return jsonArrayFrom(
    eb
      .selectFrom('journal_entry')
      .select([week.as('starts_on'), sql<number>`sum(minutes)`.as('minutes')])
      .select(sql<number>`coalesce(sum(minutes) filter (where confirmed_at is not null), 0)`.as('confirmed_minutes'))
      .whereRef('journal_entry.participation_id', '=', 'participation.id')
      .groupBy(week)
      .orderBy(week),
  );
}

function latestEntriesOf(eb: Builder) {
  return jsonArrayFrom(
    eb
      .selectFrom('journal_entry')
      .leftJoin('person as confirmer', 'confirmer.id', 'journal_entry.confirmed_by')
      .select(['journal_entry.id', 'done_on', 'minutes', 'text', 'journal_entry.version'])
      .select(['journal_entry.created_at', 'confirmed_at', 'confirmer.name as confirmed_by_name'])
      .whereRef('journal_entry.participation_id', '=', 'participation.id')
      .orderBy('done_on', 'desc')
      .orderBy('journal_entry.id', 'desc')
      .limit(latestEntries),
  );
}

function outcomeOf(eb: Builder) {
  return jsonObjectFrom(
    eb
      .selectFrom('outcome')
      .innerJoin('person as assessor', 'assessor.id', 'outcome.assessed_by')
      .select(['outcome.id', 'outcome.state', 'goal_results', 'provider_statement', 'assessed_at'])
      .select(['assessor.name as assessed_by_name', 'credits_ects_proposed', 'credits_ects_recognised'])
      .whereRef('outcome.participation_id', '=', 'participation.id'),
  );
}
