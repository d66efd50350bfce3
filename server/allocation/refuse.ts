import type { ErrorCode } from '@collegium/contract/errors.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { canManageRound } from './policy.ts';
import { stateAt } from './present.ts';
import { findRound, type RoundRow } from './queries.ts';

/** What `refuseMove` is to say. */
interface Refusal<Row extends RoundRow> {
  version?: number;
  /** For the state of the round. */
  otherwise: ErrorCode;
  /** May find a more special sentence first. */
  because?: (row: Row) => Problem | undefined;
  /** May find a more special sentence for the state that `otherwise` would be said of. */
  unless?: (row: Row) => Problem | undefined;
}

/** The one diagnostic read after a statement that moved nothing: which sentence applies to a coordinator of the round. */
export async function refuseMove(scope: MemberScope, roundId: string, refusal: Refusal<RoundRow>): Promise<Problem> {
  return sayWhy(scope, await findRound(scope.db, scope.actor, roundId), refusal);
}

/** The same of a round that was read with more than usual. */
export function sayWhy<Row extends RoundRow>(scope: MemberScope, row: Row | undefined, refusal: Refusal<Row>): Problem {
  const { version, otherwise, because, unless } = refusal;
  if (!row || !canManageRound(scope.actor, 'round:change', row.organisation_id)) return new Problem('round.not_found');
  const state = stateAt(row, scope.clock.now());
  if (state === 'cancelled') return new Problem('round.is_cancelled');
  const special = because?.(row);
  if (special) return special;
  if (row.run?.state === 'running') return new Problem('round.is_running');
  if (version !== undefined && row.version !== version) return new Problem('request.version_stale');
  return unless?.(row) ?? new Problem(otherwise, { closesAt: row.closes_at.toISOString() });
}
