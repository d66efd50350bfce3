import type { SupervisorList, SupervisorQuery } from '@collegium/contract/participation/plans.ts';
import { permissions } from '@collegium/contract/permissions.ts';
import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { isAnyParty } from './policy.ts';

const staffRoles = permissions['journal:confirm'].roles;
const namesAtMost = 20;

/** True of nobody, and of somebody who is on the staff of that organisation of the participation today. */
export function isOnStaff(
  personId: string | null | undefined,
  organisation: 'provider_organisation_id' | 'home_organisation_id',
  now: Date,
): Expression<SqlBool> {
  if (!personId) return sql<SqlBool>`true`;
  const eb = expressionBuilder<Tables, 'participation'>();
  return eb.exists(
    eb
      .selectFrom('membership')
      .select('membership.id')
      .where('membership.person_id', '=', personId)
      .where('membership.role', 'in', [...staffRoles])
      .where((one) =>
        one.or([one('ended_on', 'is', null), one('ended_on', '>', sql<string>`${now}::timestamptz::date`)]),
      )
      .whereRef('membership.organisation_id', '=', `participation.${organisation}`),
  );
}

/** Names of those who may supervise for a party, to choose from. Throws participation.not_found. */
export async function listSupervisors(scope: MemberScope, id: string, query: SupervisorQuery): Promise<SupervisorList> {
  const organisation = query.party === 'home' ? 'home_organisation_id' : 'provider_organisation_id';
  const words = query.words?.trim() ?? '';
  const rows = await scope.db
    .selectFrom('participation')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('person')
          .select(['person.id', 'person.name'])
          .where('person.name', 'ilike', `%${words.replace(/[\\%_]/g, '\\$&')}%`)
          .where((one) =>
            one.exists(
              one
                .selectFrom('membership')
                .select('membership.id')
                .whereRef('membership.person_id', '=', 'person.id')
                .whereRef('membership.organisation_id', '=', `participation.${organisation}`)
                .where('membership.role', 'in', [...staffRoles])
                .where('membership.ended_on', 'is', null),
            ),
          )
          .orderBy('person.name')
          .orderBy('person.id')
          .limit(namesAtMost)
          .as('supervisor'),
      (join) => join.onTrue(),
    )
    .select(['supervisor.id', 'supervisor.name'])
    .where('participation.id', '=', id)
    .where(isAnyParty(scope.actor))
    .execute();
  if (rows.length === 0) throw new Problem('participation.not_found');
  return { items: rows.flatMap(({ id: personId, name }) => (personId && name ? [{ id: personId, name }] : [])) };
}
