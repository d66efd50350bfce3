import type { OrganisationView } from '@collegium/contract/organisations.ts';
import { change } from '../platform/audit/change.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { getOrganisation } from './organisations.ts';

/** Takes an organisation out of the register's lists; what it did stays. Throws request.version_stale. */
export async function archiveOrganisation(
  scope: MemberScope,
  id: string,
  version: number,
  reason: string,
): Promise<OrganisationView> {
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('organisation')
          .set((eb) => ({
            archived_at: scope.clock.now(),
            archived_by: scope.actor.personId,
            archive_reason: reason,
            version: eb('version', '+', 1),
          }))
          .where('id', '=', id)
          .where('version', '=', version)
          .where('archived_at', 'is', null)
          .returning('id'),
      ),
    { action: 'organisation.archived', objectType: 'organisation', reason },
  );
  if (rows.length === 0) throw new Problem('request.version_stale');
  return getOrganisation(scope, id);
}
