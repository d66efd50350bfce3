import type { RoundView } from '@collegium/contract/rounds.ts';
import { change } from '../platform/audit/change.ts';
import type { MemberScope } from '../platform/scope.ts';
import { refuseMove } from './refuse.ts';
import { getRound } from './rounds.ts';

/**
 * Stops the run that is going on; the round stands as it did before, with the earlier result if there is one. Whoever
 * carries the run out ends within a second and stores nothing. Throws round.nothing_runs.
 */
export async function cancelRun(scope: MemberScope, id: string): Promise<RoundView> {
  const rows = await change(
    scope,
    (db) =>
      db
        .with('stopped', (qc) =>
          qc
            .updateTable('run')
            .from('round')
            .set({ state: 'cancelled', cancelled_by: scope.actor.personId, finished_at: scope.clock.now() })
            .whereRef('round.id', '=', 'run.round_id')
            .where('run.round_id', '=', id)
            .where('run.state', '=', 'running')
            .where('round.organisation_id', '=', scope.actor.organisationId)
            .returning('run.round_id'),
        )
        .with('changed', (qc) =>
          qc
            .updateTable('round')
            .from('stopped')
            .set((eb) => ({ version: eb('round.version', '+', 1) }))
            .whereRef('round.id', '=', 'stopped.round_id')
            .returning('round.id'),
        ),
    { action: 'round.run_cancelled', objectType: 'round' },
  );
  if (rows.length === 0) throw await refuseMove(scope, id, { otherwise: 'round.nothing_runs' });
  return getRound(scope, id);
}
