import { participationMachine } from '@collegium/contract/states/participation.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { jsonb } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { Scope } from '../platform/scope.ts';
import { firstPlan, type FirstPlan } from './first-plan.ts';

/**
 * Begins the participation of an accepted application, with the plan that its offer proposes. Does nothing when the
 * application is no longer accepted or has its participation already, so it may be told twice.
 */
export async function ensureParticipation(scope: Scope, applicationId: string): Promise<void> {
  const offer = await scope.db
    .selectFrom('application')
    .innerJoin('offer', 'offer.id', 'application.offer_id')
    .innerJoin('person', 'person.id', 'application.person_id')
    .select(['title', 'details', 'starts_on', 'ends_on', 'hours', 'credits_ects', 'person.language'])
    .where('application.id', '=', applicationId)
    .where('offer.state', '=', 'published')
    .executeTakeFirst();
  if (!offer) return;
  const plan = firstPlan(offer, offer.language);
  await change(
    scope,
    (db) => {
      const created = db.with('changed', (qc) =>
        qc
          .insertInto('participation')
          .columns(participationColumns)
          .expression((eb) =>
            eb
              .selectFrom('application')
              .innerJoin('offer', 'offer.id', 'application.offer_id')
              .select([
                sql<string>`${newId()}::uuid`.as('id'),
                'application.id as application_id',
                'offer.id as offer_id',
                'application.person_id',
                'application.organisation_id as home_organisation_id',
                'offer.organisation_id as provider_organisation_id',
                sql<'planning'>`${participationMachine.initial}`.as('state'),
                sql<Date>`${scope.clock.now()}::timestamptz`.as('created_at'),
              ])
              .where('application.id', '=', applicationId)
              .where('application.state', '=', 'accepted'),
          )
          .onConflict((conflict) => conflict.column('application_id').doNothing())
          .returning('id'),
      );
      return plan
        ? created.with('first_plan', (qc) =>
            qc
              .insertInto('plan')
              .columns(planColumns)
              .expression((eb) => eb.selectFrom('changed').select(() => columnsOf(plan, scope))),
          )
        : created;
    },
    { action: 'participation.created', objectType: 'participation', details: { applicationId } },
    ...(plan ? [{ action: 'plan.proposed', objectType: 'participation', details: { number: 1 } }] : []),
  );
}

const participationColumns = [
  'id',
  'application_id',
  'offer_id',
  'person_id',
  'home_organisation_id',
  'provider_organisation_id',
  'state',
  'created_at',
] as const;

const planColumns = [
  'id',
  'participation_id',
  'number',
  'goals',
  'tasks',
  'starts_on',
  'ends_on',
  'hours',
  'created_at',
] as const;

function columnsOf(plan: FirstPlan, scope: Scope) {
  return [
    sql<string>`${newId()}::uuid`.as('id'),
    sql<string>`changed.id`.as('participation_id'),
    sql<number>`1`.as('number'),
    jsonb(plan.goals).as('goals'),
    sql<string>`${plan.tasks}::text`.as('tasks'),
    sql<string>`${plan.starts_on}::date`.as('starts_on'),
    sql<string>`${plan.ends_on}::date`.as('ends_on'),
    sql<number>`${plan.hours}::numeric`.as('hours'),
    sql<Date>`${scope.clock.now()}::timestamptz`.as('created_at'),
  ];
}
