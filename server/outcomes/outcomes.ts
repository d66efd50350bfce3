import type { OutcomePage, OutcomeQuery, OutcomeView } from '@collegium/contract/outcomes.ts';
import { canReadParticipation } from '../participation/policy.ts';
import { outcomeMachine } from '@collegium/contract/states/outcome.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { presentOutcome, presentOutcomeSummary } from './present.ts';
import { findOutcome, listOutcomes, type OutcomeRow } from './queries.ts';

/** A page of the outcomes that the actor may see, the latest assessment first. */
export async function searchOutcomes(scope: MemberScope, query: OutcomeQuery): Promise<OutcomePage> {
  const limit = query.limit ?? 30;
  const rows = await listOutcomes(scope.db, scope.actor, { ...query, limit });
  return pageOf(
    rows,
    limit,
    (row) => [row.assessed_at.toISOString(), row.id],
    (row) => presentOutcomeSummary(scope.actor, row),
  );
}

/** One outcome. Throws outcome.not_found. */
export async function getOutcome(scope: MemberScope, id: string): Promise<OutcomeView> {
  return presentOutcome(scope.actor, await readOutcome(scope, id));
}

/** The same as a row, for a verb that must find out why it could not act. Throws outcome.not_found. */
export async function readOutcome(scope: MemberScope, id: string): Promise<OutcomeRow> {
  const row = await findOutcome(scope.db, scope.actor, id);
  if (!row || !canReadParticipation(scope.actor, row)) throw new Problem('outcome.not_found');
  return row;
}

/** The problem of a step that the outcome's state does not allow, in the reader's language. */
export function notWhileOutcome(state: OutcomeRow['state'], scope: MemberScope): Problem {
  const words = outcomeMachine.states[state];
  return new Problem('request.move_not_allowed', {
    state: scope.language.startsWith('zh') ? words['zh-CN'] : words.en,
  });
}
