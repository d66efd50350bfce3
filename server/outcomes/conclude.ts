import type { CountersignInput, OutcomeView, RecognitionInput } from '@collegium/contract/outcomes.ts';
import type { Party } from '@collegium/contract/participation.ts';
import { outcomeMachine, type OutcomeState } from '@collegium/contract/states/outcome.ts';
import { participationMachine, type ParticipationState } from '@collegium/contract/states/participation.ts';
import type { Updateable } from 'kysely';
import { isParty, partiesOf } from '../participation/policy.ts';
import { change } from '../platform/audit/change.ts';
import type { Tables } from '../platform/database/tables.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { getOutcome, notWhileOutcome, readOutcome } from './outcomes.ts';

const anyState = Object.keys(participationMachine.states) as ParticipationState[];
const { recognisable } = participationMachine.groups;

/** The learner countersigns the assessment that they read, in own words. Throws outcome.not_found, request.version_stale, request.move_not_allowed. */
export function countersignOutcome(
  scope: MemberScope,
  id: string,
  version: number,
  input: CountersignInput,
): Promise<OutcomeView> {
  return conclude(scope, id, {
    move: 'countersign',
    action: 'outcome.countersigned',
    by: 'learner',
    version,
    during: anyState,
    columns: { learner_statement: input.statement.trim(), countersigned_at: scope.clock.now() },
  });
}

/** The home organisation records credits, and a grade with its scale. Throws outcome.not_found, outcome.still_running, outcome.grade_needs_scale, request.move_not_allowed. */
export function recogniseOutcome(scope: MemberScope, id: string, input: RecognitionInput): Promise<OutcomeView> {
  return conclude(scope, id, {
    move: 'recognise',
    action: 'outcome.recognised',
    by: 'home',
    during: recognisable,
    columns: {
      ...decided(scope),
      credits_ects_recognised: input.creditsEcts,
      grade_recognised: input.grade ?? null,
      grade_scale_recognised: input.gradeScale ?? null,
    },
  });
}

/** The home organisation says why it does not recognise the outcome. Throws as `recogniseOutcome`. */
export function refuseOutcome(scope: MemberScope, id: string, reason: string): Promise<OutcomeView> {
  return conclude(scope, id, {
    move: 'refuse',
    action: 'outcome.not_recognised',
    by: 'home',
    during: recognisable,
    reason,
    columns: { ...decided(scope), refusal_reason: reason },
  });
}

interface Conclusion {
  move: 'countersign' | 'recognise' | 'refuse';
  action: string;
  by: Party;
  /** The version that was read; left out where it can no longer change. */
  version?: number;
  /** States of the participation in which the step is possible. */
  during: readonly ParticipationState[];
  reason?: string;
  columns: Updateable<Tables['outcome']>;
}

async function conclude(scope: MemberScope, id: string, step: Conclusion): Promise<OutcomeView> {
  const { from, to } = outcomeMachine.moves[step.move];
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('outcome')
          .from('participation')
          .set((eb) => ({ ...step.columns, state: to, version: eb('outcome.version', '+', 1) }))
          .whereRef('participation.id', '=', 'outcome.participation_id')
          .where('outcome.id', '=', id)
          .where('outcome.state', 'in', [...from])
          .where('participation.state', 'in', [...step.during])
          .where(isParty(scope.actor, step.by))
          .$if(step.version !== undefined, (q) => q.where('outcome.version', '=', step.version ?? 0))
          .returning('outcome.id'),
      ),
    { action: step.action, objectType: 'outcome', reason: step.reason ?? null },
  );
  if (rows.length > 0) return getOutcome(scope, id);
  throw await whyNot(scope, id, from, step);
}

async function whyNot(
  scope: MemberScope,
  id: string,
  from: readonly OutcomeState[],
  step: Conclusion,
): Promise<Problem> {
  const row = await readOutcome(scope, id);
  if (!partiesOf(scope.actor, row).includes(step.by)) return new Problem('outcome.not_found');
  if (!from.includes(row.state)) return notWhileOutcome(row.state, scope);
  return new Problem(step.during.includes(row.participation_state) ? 'request.version_stale' : 'outcome.still_running');
}

function decided(scope: MemberScope) {
  return { recognised_at: scope.clock.now(), recognised_by: scope.actor.personId };
}
