import type { ErrorCode } from '@collegium/contract/errors.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { canManageRound } from './policy.ts';
import { stateAt } from './present.ts';
import { findRound, type RoundRow } from './queries.ts';

/**
 * The one diagnostic read after a statement that moved nothing: which sentence applies to a coordinator of the round.
 * `otherwise` is for the state; `because` may find a more special sentence first.
 */
export async function refuseMove(
  scope: MemberScope,
  roundId: string,
  {
    version,
    otherwise,
    because,
  }: { version?: number; otherwise: ErrorCode; because?: (row: RoundRow) => Problem | undefined },
): Promise<Problem> {
  const row = await findRound(scope.db, scope.actor, roundId);
  if (!row || !canManageRound(scope.actor, 'round:change', row.organisation_id)) return new Problem('round.not_found');
  const state = stateAt(row, scope.clock.now());
  if (state === 'cancelled') return new Problem('round.is_cancelled');
  const special = because?.(row);
  if (special) return special;
  if (row.run?.state === 'running') return new Problem('round.is_running');
  if (version !== undefined && row.version !== version) return new Problem('request.version_stale');
  return new Problem(otherwise, { closesAt: row.closes_at.toISOString() });
}
