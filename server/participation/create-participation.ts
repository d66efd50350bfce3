import { participationMachine } from '@collegium/contract/states/participation.ts';
import { sql } from 'kysely';
import { jsonb, schemaOf } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { Scope } from '../platform/scope.ts';
import { firstPlan, type FirstPlan } from './first-plan.ts';

/** An accepted application, and the request that its events are written under. */
export interface Beginning {
  applicationId: string;
  requestId: string;
}

/**
 * Begins the participations of accepted applications, each with the plan that its offer proposes: one read and one
 * statement for all. Leaves alone applications that are no longer accepted or have their participation already, so it
 * may be told twice.
 */
export async function ensureParticipations(scope: Scope, beginnings: readonly Beginning[]): Promise<void> {
  const offers = await listOffers(scope, [...new Set(beginnings.map(({ applicationId }) => applicationId))]);
  if (offers.length === 0) return;
  const requests = new Map(beginnings.map(({ applicationId, requestId }) => [applicationId, requestId]));
  const rows = offers.map(({ application_id, language, ...offer }) => ({
    application_id,
    participation_id: newId(),
    event_id: newId(),
    request_id: requests.get(application_id) ?? scope.requestId,
    ...planColumns(firstPlan(offer, language)),
  }));
  // Events are heard in the order of their ids: first that all these began, then that their plans wait.
  const asked = rows.map((row) => ({ ...row, plan_event_id: newId() }));
  const tables = sql.raw(schemaOf(scope.network.slug));
  const now = scope.clock.now();
  await sql`
    with asked as (
      select * from jsonb_to_recordset(${jsonb(asked)}) as asked (
        application_id uuid, participation_id uuid, event_id uuid, request_id text, plan_id uuid, plan_event_id uuid,
        goals jsonb, tasks text, starts_on date, ends_on date, hours numeric)
    ),
    -- Whoever withdraws an offer takes its row for himself, and whoever claims a place of it does not. So a withdrawal
    -- waits until this is done, and what follows from it finds the participation; or this waits, and reads it withdrawn.
    held as materialized (
      select offer.id from ${tables}.offer
      where offer.id in (select application.offer_id from asked join ${tables}.application on application.id = asked.application_id)
        and offer.state = 'published'
      order by offer.id
      for key share of offer
    ),
    changed as (
      insert into ${tables}.participation
        (id, application_id, offer_id, person_id, home_organisation_id, provider_organisation_id, state, created_at)
      select asked.participation_id, application.id, offer.id, application.person_id, application.organisation_id,
             offer.organisation_id, ${participationMachine.initial}, ${now}::timestamptz
      from asked
      join ${tables}.application on application.id = asked.application_id and application.state = 'accepted'
      join ${tables}.offer on offer.id = application.offer_id
      -- All offers first, then applications: the order of every statement here.
      where offer.id = any ((select array_agg(held.id) from held)::uuid[])
      -- The same for whoever withdraws the application.
      for share of application
      on conflict (application_id) do nothing
      returning id
    ),
    first_plan as (
      insert into ${tables}.plan (id, participation_id, number, goals, tasks, starts_on, ends_on, hours, created_at)
      select plan_id, changed.id, 1, goals, tasks, starts_on, ends_on, hours, ${now}::timestamptz
      from changed join asked on asked.participation_id = changed.id
      where plan_id is not null
    )
    insert into ${tables}.audit_event (id, at, action, object_type, object_id, details, request_id)
    select event_id, ${now}::timestamptz, 'participation.created', 'participation', changed.id,
           jsonb_build_object('applicationId', application_id), request_id
    from changed join asked on asked.participation_id = changed.id
    union all
    select plan_event_id, ${now}::timestamptz, 'plan.proposed', 'participation', changed.id,
           jsonb_build_object('number', 1), request_id
    from changed join asked on asked.participation_id = changed.id
    where plan_id is not null`.execute(scope.db);
  scope.signal();
}

function listOffers(scope: Scope, applicationIds: readonly string[]) {
  return scope.db
    .selectFrom('application')
    .innerJoin('offer', 'offer.id', 'application.offer_id')
    .innerJoin('person', 'person.id', 'application.person_id')
    .select(['application.id as application_id', 'title', 'details', 'starts_on', 'ends_on', 'hours', 'credits_ects'])
    .select('person.language')
    .where('application.id', '=', sql<string>`any(${applicationIds}::uuid[])`)
    .where('offer.state', '=', 'published')
    .orderBy('application.id')
    .execute();
}

function planColumns(plan: FirstPlan | undefined) {
  return plan && { plan_id: newId(), ...plan };
}
