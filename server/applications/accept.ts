import type { ApplicationView } from '@collegium/contract/applications.ts';
import { change } from '../platform/audit/change.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { refuseMove } from './give-up.ts';
import { inWords } from './instants.ts';
import { presentApplication } from './present.ts';
import { findApplication, justMade, withNames } from './queries.ts';

/**
 * Accepts an offered place. The offer's row is held, so that an offer is not withdrawn and accepted at once.
 * Throws application.not_found, application.response_late, application.offer_gone, request.version_stale,
 * request.move_not_allowed.
 */
export async function acceptPlace(scope: MemberScope, id: string, version: number): Promise<ApplicationView> {
  const now = scope.clock.now();
  const [row] = await change(
    scope,
    (db) =>
      db
        .with(
          (cte) => cte('held').materialized(),
          (qc) =>
            qc
              .selectFrom('offer')
              .innerJoin('application', 'application.offer_id', 'offer.id')
              .select('offer.id')
              .where('application.id', '=', id)
              .where('application.person_id', '=', scope.actor.personId)
              .where('offer.state', '=', 'published')
              .forShare('offer'),
        )
        .with('accepted', (qc) =>
          qc
            .updateTable('application')
            .from('held')
            .set((eb) => ({ state: 'accepted', responded_at: now, version: eb('application.version', '+', 1) }))
            .where('application.id', '=', id)
            .where('application.person_id', '=', scope.actor.personId)
            .where('application.version', '=', version)
            .where('application.state', '=', 'offered')
            .whereRef('application.offer_id', '=', 'held.id')
            .where((eb) => eb.or([eb('application.respond_by', 'is', null), eb('application.respond_by', '>', now)]))
            .returningAll('application'),
        )
        .with('changed', (qc) => withNames(qc.selectFrom('accepted as application'), justMade)),
    { action: 'application.accepted', objectType: 'application', details: { through: 'result' } },
  );
  return row ? presentApplication(scope, row) : explainAccepting(scope, id, version);
}

async function explainAccepting(scope: MemberScope, id: string, version: number): Promise<never> {
  const row = await findApplication(scope.db, scope.actor, id);
  if (row?.person_id !== scope.actor.personId) throw new Problem('application.not_found');
  refuseMove(scope, row.state, 'accept');
  if (row.version !== version) throw new Problem('request.version_stale');
  if (row.offer_state === 'withdrawn') throw new Problem('application.offer_gone');
  if (row.respond_by)
    throw new Problem('application.response_late', { respondBy: inWords(row.respond_by, scope.language) });
  throw new Problem('request.conflict');
}
