import type { Party } from '@collegium/contract/participation.ts';
import type { PlanInput } from '@collegium/contract/participation/plans.ts';
import type { ParticipationView } from '@collegium/contract/participation/views.ts';
import { participationMachine } from '@collegium/contract/states/participation.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { jsonb } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { getParticipation, readParticipation } from './get-participation.ts';
import { withGoalIds } from './goal-ids.ts';
import { isAnyParty, partiesOf } from './policy.ts';
import { notWhile } from './refusals.ts';
import { isOnStaff } from './supervisors.ts';

/**
 * Proposes a new version of the plan, on behalf of any party; the version in force holds until all agree to the new one.
 * Throws participation.not_found, request.version_stale, request.move_not_allowed, plan.….
 */
export async function proposePlan(
  scope: MemberScope,
  id: string,
  version: number,
  input: PlanInput,
): Promise<ParticipationView> {
  const { actor } = scope;
  const now = scope.clock.now();
  const goals = withGoalIds(input.goals);
  const approveAs = input.approveAs ?? [];
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .updateTable('participation')
            .set((eb) => ({ version: eb('version', '+', 1) }))
            .where('participation.id', '=', id)
            .where('participation.version', '=', version)
            .where('participation.state', 'in', [...participationMachine.groups.current])
            .where(isAnyParty(actor))
            .where((eb) =>
              eb.and([
                ...approveAs.map((party) => isAnyParty(actor, [party])),
                eb.not(
                  eb.exists(
                    eb.selectFrom('outcome').whereRef('participation_id', '=', 'participation.id').select('id'),
                  ),
                ),
                isOnStaff(input.providerSupervisorId, 'provider_organisation_id', now),
                isOnStaff(input.homeSupervisorId, 'home_organisation_id', now),
              ]),
            )
            .returning('participation.id'),
        )
        .with('proposed', (qc) =>
          qc
            .insertInto('plan')
            .columns(planColumns)
            .expression((eb) =>
              eb.selectFrom('changed').select((changed) => [
                sql<string>`${newId()}::uuid`.as('id'),
                'changed.id as participation_id',
                changed
                  .selectFrom('plan')
                  .select(sql<number>`coalesce(max(number), 0) + 1`.as('number'))
                  .where('participation_id', '=', id)
                  .as('number'),
                jsonb(goals).as('goals'),
                sql<string>`${input.tasks}::text`.as('tasks'),
                sql<string>`${input.startsOn}::date`.as('starts_on'),
                sql<string>`${input.endsOn}::date`.as('ends_on'),
                sql<number>`${input.hours}::numeric`.as('hours'),
                sql<string>`${input.providerSupervisorId ?? null}::uuid`.as('provider_supervisor_id'),
                sql<string>`${input.homeSupervisorId ?? null}::uuid`.as('home_supervisor_id'),
                sql<Date>`${now}::timestamptz`.as('created_at'),
                sql<string>`${actor.personId}::uuid`.as('created_by'),
              ]),
            )
            .returning('id'),
        )
        .with('approved', (qc) =>
          qc
            .insertInto('plan_approval')
            .columns(['plan_id', 'party', 'person_id', 'organisation_id', 'approved_at'])
            .expression((eb) =>
              eb
                .selectFrom('proposed')
                .select([
                  'proposed.id as plan_id',
                  sql<Party>`unnest(${approveAs}::text[])`.as('party'),
                  sql<string>`${actor.personId}::uuid`.as('person_id'),
                  sql<string>`${actor.organisationId}::uuid`.as('organisation_id'),
                  sql<Date>`${now}::timestamptz`.as('approved_at'),
                ]),
            ),
        ),
    { action: 'plan.proposed', objectType: 'participation', details: { approvedAs: approveAs } },
  );
  if (rows.length > 0) return getParticipation(scope, id);
  throw await whyNot(scope, id, version, approveAs);
}

const planColumns = [
  'id',
  'participation_id',
  'number',
  'goals',
  'tasks',
  'starts_on',
  'ends_on',
  'hours',
  'provider_supervisor_id',
  'home_supervisor_id',
  'created_at',
  'created_by',
] as const;

async function whyNot(scope: MemberScope, id: string, version: number, approveAs: readonly Party[]): Promise<Problem> {
  const row = await readParticipation(scope, id);
  const mine = partiesOf(scope.actor, row);
  if (mine.length === 0) return new Problem('participation.not_found');
  if (!participationMachine.groups.current.includes(row.state)) return notWhile(row.state, scope);
  if (row.outcome) return new Problem('plan.work_assessed');
  if (row.version !== version) return new Problem('request.version_stale');
  if (!approveAs.every((party) => mine.includes(party))) return new Problem('plan.party_not_yours');
  return new Problem('plan.supervisor_elsewhere');
}
