import type { GroupInput, PartnershipDetail } from '@collegium/contract/partnerships/views.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { changePart, getPartnershipDetail } from './page.ts';
import { changeablePartnerships } from './policy.ts';

/** Makes a working group. Throws partnership.not_found. */
export function addGroup(scope: MemberScope, id: string, group: GroupInput): Promise<PartnershipDetail> {
  return changePart(
    scope,
    id,
    (qc) =>
      qc
        .insertInto('partnership_group')
        .columns(['id', 'partnership_id', 'name', 'purpose', 'created_at'])
        .expression((eb) =>
          eb
            .selectFrom('partnership')
            .select([
              sql<string>`${newId()}::uuid`.as('id'),
              'partnership.id as partnership_id',
              sql<string>`${group.name}::text`.as('name'),
              sql<string>`${group.purpose ?? ''}::text`.as('purpose'),
              sql<Date>`${scope.clock.now()}::timestamptz`.as('created_at'),
            ])
            .where('partnership.id', '=', id)
            .where(changeablePartnerships(scope.actor)),
        )
        .returning('partnership_id as id'),
    { action: 'partnership.group_made', objectType: 'partnership', details: { name: group.name } },
  );
}

/** Renames a working group or says anew what it is for. Throws partnership_group.not_found, request.version_stale. */
export async function changeGroup(
  scope: MemberScope,
  groupId: string,
  version: number,
  { name, purpose = '' }: GroupInput,
): Promise<PartnershipDetail> {
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('partnership_group as working')
          .from('partnership')
          .set((eb) => ({ name, purpose, version: eb('working.version', '+', 1) }))
          .whereRef('partnership.id', '=', 'working.partnership_id')
          .where('working.id', '=', groupId)
          .where('working.version', '=', version)
          .where(changeablePartnerships(scope.actor))
          .returning('working.partnership_id as id'),
      ),
    { action: 'partnership.group_changed', objectType: 'partnership', details: { groupId, name } },
  );
  return answerWith(scope, rows[0], groupId);
}

/** Dissolves a working group; its people are no longer named in it. Throws partnership_group.not_found, request.version_stale. */
export async function removeGroup(scope: MemberScope, groupId: string, version: number): Promise<PartnershipDetail> {
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .deleteFrom('partnership_group as working')
          .using('partnership')
          .whereRef('partnership.id', '=', 'working.partnership_id')
          .where('working.id', '=', groupId)
          .where('working.version', '=', version)
          .where(changeablePartnerships(scope.actor))
          .returning('working.partnership_id as id'),
      ),
    { action: 'partnership.group_removed', objectType: 'partnership', details: { groupId } },
  );
  return answerWith(scope, rows[0], groupId);
}

/** The page after the change; without one, a look whether the group is there in another version. */
async function answerWith(scope: MemberScope, row: { id: string } | undefined, groupId: string) {
  if (row) return getPartnershipDetail(scope, row.id);
  const known = await scope.db
    .selectFrom('partnership_group as working')
    .innerJoin('partnership', 'partnership.id', 'working.partnership_id')
    .select('working.id')
    .where('working.id', '=', groupId)
    .where(changeablePartnerships(scope.actor))
    .executeTakeFirst();
  throw new Problem(known ? 'request.version_stale' : 'partnership_group.not_found');
}
