import type { PartnershipDetail, PartnershipPersonInput } from '@collegium/contract/partnerships/views.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { changePart, getPartnershipDetail } from './page.ts';
import { changeablePartnerships } from './policy.ts';

/** Names a contact or a member of a working group, of one's own organisation. Throws partnership.not_found, partnership.person_…. */
export function addPerson(scope: MemberScope, id: string, named: PartnershipPersonInput): Promise<PartnershipDetail> {
  const groupId = named.groupId ?? null;
  return changePart(
    scope,
    id,
    (qc) =>
      qc
        .insertInto('partnership_person')
        .columns(['id', 'partnership_id', 'group_id', 'person_id', 'organisation_id', 'function', 'added_at'])
        .expression((eb) =>
          eb
            .selectFrom('partnership')
            .innerJoin('membership', (join) => join.on('membership.person_id', '=', named.personId))
            .select([
              sql<string>`${newId()}::uuid`.as('id'),
              'partnership.id as partnership_id',
              sql<string | null>`${groupId}::uuid`.as('group_id'),
              'membership.person_id',
              'membership.organisation_id',
              sql<string>`${named.function ?? ''}::text`.as('function'),
              sql<Date>`${scope.clock.now()}::timestamptz`.as('added_at'),
            ])
            .where('partnership.id', '=', id)
            .where('membership.organisation_id', '=', scope.actor.organisationId)
            .where('membership.ended_on', 'is', null)
            .where(changeablePartnerships(scope.actor))
            .where((or) =>
              or.or([
                or(sql`${groupId}::uuid`, 'is', null),
                or.exists(
                  or
                    .selectFrom('partnership_group as working')
                    .select('working.id')
                    .where('working.id', '=', groupId)
                    .whereRef('working.partnership_id', '=', 'partnership.id'),
                ),
              ]),
            )
            .limit(1),
        )
        .returning('partnership_id as id'),
    { action: 'partnership.person_named', objectType: 'partnership' },
    { otherwise: 'partnership.person_elsewhere' },
  );
}

/** Says anew what somebody does there, of one's own organisation. Throws partnership.not_found. */
export async function changePerson(
  scope: MemberScope,
  id: string,
  entryId: string,
  functionThere: string,
): Promise<PartnershipDetail> {
  return changePart(
    scope,
    id,
    (qc) =>
      qc
        .updateTable('partnership_person as named')
        .from('partnership')
        .set({ function: functionThere })
        .whereRef('partnership.id', '=', 'named.partnership_id')
        .where('named.id', '=', entryId)
        .where('partnership.id', '=', id)
        .where('named.organisation_id', '=', scope.actor.organisationId)
        .where(changeablePartnerships(scope.actor))
        .returning('named.partnership_id as id'),
    { action: 'partnership.person_changed', objectType: 'partnership' },
  );
}

/** Takes a name off the list, of one's own organisation. Throws partnership.person_elsewhere. */
export async function removePerson(scope: MemberScope, id: string, entryId: string): Promise<PartnershipDetail> {
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .deleteFrom('partnership_person as named')
          .using('partnership')
          .whereRef('partnership.id', '=', 'named.partnership_id')
          .where('named.id', '=', entryId)
          .where('partnership.id', '=', id)
          .where('named.organisation_id', '=', scope.actor.organisationId)
          .where(changeablePartnerships(scope.actor))
          .returning('named.partnership_id as id'),
      ),
    { action: 'partnership.person_removed', objectType: 'partnership' },
  );
  if (rows.length === 0) throw new Problem('partnership.not_found');
  return getPartnershipDetail(scope, id);
}
