import type { OrganisationView, UnitInput } from '@collegium/contract/organisations.ts';
import { change } from '../platform/audit/change.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { getOrganisation } from './organisations.ts';
import { canChangeOrganisation } from './policy.ts';

/** Adds a unit below an organisation or one of its units. Throws organisation.not_found, organisation.parent_unit_elsewhere. */
export async function addUnit(scope: MemberScope, organisationId: string, input: UnitInput): Promise<OrganisationView> {
  if (!canChangeOrganisation(scope.actor, organisationId)) throw new Problem('organisation.not_found');
  await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .insertInto('unit')
          .values({
            id: newId(),
            organisation_id: organisationId,
            parent_id: input.parentId ?? null,
            name: input.name,
            created_at: scope.clock.now(),
          })
          .returning('id'),
      ),
    { action: 'unit.created', objectType: 'unit', details: { name: input.name, organisationId } },
  );
  return getOrganisation(scope, organisationId);
}

/** Takes a unit out of use; what refers to it keeps its name. Throws organisation.not_found, unit.not_found. */
export async function archiveUnit(
  scope: MemberScope,
  organisationId: string,
  unitId: string,
): Promise<OrganisationView> {
  if (!canChangeOrganisation(scope.actor, organisationId)) throw new Problem('organisation.not_found');
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('unit')
          .set({ archived_at: scope.clock.now() })
          .where('id', '=', unitId)
          .where('organisation_id', '=', organisationId)
          .where('archived_at', 'is', null)
          .returning('id'),
      ),
    { action: 'unit.archived', objectType: 'unit' },
  );
  if (rows.length === 0) throw new Problem('unit.not_found');
  return getOrganisation(scope, organisationId);
}
