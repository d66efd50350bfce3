import type { OrganisationView } from '@collegium/contract/organisations.ts';
import { getOrganisation } from '../organisations/organisations.ts';
import { change } from '../platform/audit/change.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';

/**
 * Merges an organisation into another: from now on the other stands in its place, and everything that goes on follows
 * within moments (`subscriptions.ts`). What was said and signed keeps the old name. Doing it twice is refused like any
 * stale version. Throws organisation.not_found, organisation.merged_into_itself, organisation.merged_into_missing,
 * organisation.archived_already, request.version_stale.
 */
export async function mergeOrganisation(
  scope: MemberScope,
  id: string,
  version: number,
  { intoId, reason }: { intoId: string; reason: string },
): Promise<OrganisationView> {
  if (intoId === id) throw new Problem('organisation.merged_into_itself');
  const rows = await change(
    scope,
    (db) =>
      db
        // Both rows are locked, always in the same order: of two mergers that cross, the later one finds its row archived.
        .with('standing', (qc) =>
          qc
            .selectFrom('organisation')
            .select('organisation.id')
            .where('organisation.id', 'in', [id, intoId])
            .where('organisation.archived_at', 'is', null)
            .orderBy('organisation.id')
            .forUpdate(),
        )
        .with('changed', (qc) =>
          qc
            .updateTable('organisation')
            .set((eb) => ({
              merged_into_id: intoId,
              archived_at: scope.clock.now(),
              archived_by: scope.actor.personId,
              archive_reason: reason,
              version: eb('version', '+', 1),
            }))
            .where('organisation.id', '=', id)
            .where('organisation.version', '=', version)
            .where((eb) => eb(eb.selectFrom('standing').select(eb.fn.countAll<number>().as('count')), '=', 2))
            .returning('organisation.id'),
        ),
    { action: 'organisation.merged', objectType: 'organisation', reason, details: { intoId } },
  );
  const organisation = await getOrganisation(scope, id);
  if (rows.length > 0) return organisation;
  if (organisation.isArchived) throw new Problem('organisation.archived_already');
  if (organisation.version !== version) throw new Problem('request.version_stale');
  throw new Problem('organisation.merged_into_missing');
}
