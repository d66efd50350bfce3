import type { AssessmentInput, OutcomeView } from '@collegium/contract/outcomes.ts';
import { outcomeMachine } from '@collegium/contract/states/outcome.ts';
import { participationMachine } from '@collegium/contract/states/participation.ts';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { readParticipation } from '../participation/get-participation.ts';
import { isParty, partiesOf } from '../participation/policy.ts';
import { notWhile } from '../participation/refusals.ts';
import { change } from '../platform/audit/change.ts';
import { jsonb, type Database } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { getOutcome, notWhileOutcome, readOutcome } from './outcomes.ts';

const { assessable } = participationMachine.groups;

/**
 * The provider assesses a participation against the plan in force. Throws participation.not_found, outcome.exists,
 * outcome.no_plan, outcome.goals_differ, outcome.grade_needs_scale, request.move_not_allowed.
 */
export async function assessParticipation(
  scope: MemberScope,
  participationId: string,
  input: AssessmentInput,
): Promise<OutcomeView> {
  const id = newId();
  const values = columnsOf(scope, input);
  const names = Object.keys(values) as (keyof typeof values)[];
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .insertInto('outcome')
          .columns(['id', 'participation_id', 'state', ...names])
          .expression(
            selectAssessable(qc as Database, scope, input)
              .select([
                sql<string>`${id}::uuid`.as('id'),
                'participation.id as participation_id',
                sql<'assessed'>`${outcomeMachine.initial}`.as('state'),
                ...names.map((name) => sql`${values[name]}`.as(name)),
              ])
              .where('participation.id', '=', participationId),
          )
          .returning('id'),
      ),
    { action: 'outcome.assessed', objectType: 'outcome', details: { participationId } },
  );
  if (rows.length > 0) return getOutcome(scope, id);
  const row = await readParticipation(scope, participationId);
  if (!partiesOf(scope.actor, row).includes('provider')) throw new Problem('participation.not_found');
  if (!assessable.includes(row.state)) throw notWhile(row.state, scope);
  throw new Problem(row.in_force_number === null ? 'outcome.no_plan' : 'outcome.goals_differ');
}

/** Changes an assessment that the learner has not countersigned. Throws outcome.not_found, request.version_stale and as above. */
export async function changeAssessment(
  scope: MemberScope,
  id: string,
  version: number,
  input: AssessmentInput,
): Promise<OutcomeView> {
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('outcome')
          .set((eb) => ({ ...columnsOf(scope, input), version: eb('version', '+', 1) }))
          .where('outcome.id', '=', id)
          .where('outcome.version', '=', version)
          .where('outcome.state', 'in', [...outcomeMachine.moves.assess.from])
          .where((eb) =>
            eb.exists(
              selectAssessable(qc as Database, scope, input)
                .select('participation.id')
                .where('participation.id', '=', sql.ref<string>('outcome.participation_id')),
            ),
          )
          .returning('id'),
      ),
    { action: 'outcome.changed', objectType: 'outcome' },
  );
  if (rows.length > 0) return getOutcome(scope, id);
  const row = await readOutcome(scope, id);
  if (!partiesOf(scope.actor, row).includes('provider')) throw new Problem('outcome.not_found');
  if (!outcomeMachine.moves.assess.from.includes(row.state)) throw notWhileOutcome(row.state, scope);
  if (row.version !== version) throw new Problem('request.version_stale');
  throw new Problem('outcome.goals_differ');
}

/** The provider's own participations that may be assessed and whose plan in force has exactly the goals assessed. */
function selectAssessable(db: Database, { actor }: MemberScope, input: AssessmentInput) {
  return db
    .selectFrom('participation')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('plan')
          .select('goals')
          .whereRef('plan.participation_id', '=', 'participation.id')
          .where('agreed_at', 'is not', null)
          .orderBy('number', 'desc')
          .limit(1)
          .as('in_force'),
      (join) => join.onTrue(),
    )
    .where('participation.state', 'in', [...assessable])
    .where(isParty(actor, 'provider'))
    .where(hasExactlyTheGoals(input));
}

/** Repeated or missing goals make the two sorted lists differ. */
function hasExactlyTheGoals({ goalResults }: AssessmentInput): RawBuilder<SqlBool> {
  const assessed = goalResults.map((result) => result.goalId);
  return sql`(select array_agg(goal ->> 'id' order by goal ->> 'id') from jsonb_array_elements(in_force.goals) goal)
    = (select array_agg(id order by id) from unnest(${assessed}::text[]) id)`;
}

function columnsOf(scope: MemberScope, input: AssessmentInput) {
  return {
    goal_results: jsonb(input.goalResults),
    provider_statement: sql<string>`${input.statement.trim()}::text`,
    grade: sql<string | null>`${input.grade ?? null}::text`,
    grade_scale: sql<string | null>`${input.gradeScale ?? null}::text`,
    credits_ects_proposed: sql<number | null>`${input.creditsEcts ?? null}::numeric`,
    assessed_at: sql<Date>`${scope.clock.now()}::timestamptz`,
    assessed_by: sql<string>`${scope.actor.personId}::uuid`,
  };
}
