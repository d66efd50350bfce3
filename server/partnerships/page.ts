import type {
  GoalInput,
  GroupInput,
  PartnershipDetail,
  PartnershipPersonInput,
} from '@collegium/contract/partnerships/views.ts';
import { sql, type QueryCreator } from 'kysely';
import { change, type Happening } from '../platform/audit/change.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope, Scope } from '../platform/scope.ts';
import { findPartnershipDetail } from './detail-query.ts';
import { canSeePartnership, changeablePartnerships } from './policy.ts';
import { presentDetail } from './present-detail.ts';

/** The page of a partnership, as far as this reader may see it. Throws partnership.not_found. */
export async function getPartnershipDetail(scope: Scope, id: string): Promise<PartnershipDetail> {
  const detail = await readDetail(scope, id);
  const hasOwnRequest = detail.requests.some(({ organisation }) => organisation.id === scope.actor.organisationId);
  if (!canSeePartnership(scope.actor, { ...detail, hasOwnRequest })) throw new Problem('partnership.not_found');
  return detail;
}

/** The page as far as this reader may see it, also when that is nothing but its name: for whoever just acted on it. */
export async function readDetail(scope: Scope, id: string): Promise<PartnershipDetail> {
  const row = await findPartnershipDetail(scope.db, scope.actor, id);
  if (!row) throw new Problem('partnership.not_found');
  return presentDetail(scope.actor, row, scope.clock.now());
}

/** Ends a partnership today, with a reason; what was is kept. Throws partnership.not_found, request.version_stale. */
export async function endPartnership(
  scope: MemberScope,
  id: string,
  version: number,
  reason: string,
): Promise<PartnershipDetail> {
  const { actor, clock } = scope;
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('partnership')
          .set((eb) => ({
            ended_on: sql<string>`${clock.now()}::date`,
            ended_by: actor.personId,
            end_reason: reason,
            version: eb('version', '+', 1),
          }))
          .where('id', '=', id)
          .where('version', '=', version)
          .where(changeablePartnerships(actor))
          .returning('id'),
      ),
    { action: 'partnership.ended', objectType: 'partnership', reason },
  );
  const detail = await getPartnershipDetail(scope, id);
  if (rows.length > 0) return detail;
  if (detail.endedOn !== null) throw new Problem('partnership.ended');
  throw new Problem(detail.abilities.change ? 'request.version_stale' : 'partnership.not_found');
}

/** Sets a goal. Throws partnership.not_found, partnership.owner_not_member. */
export function addGoal(scope: MemberScope, id: string, goal: GoalInput): Promise<PartnershipDetail> {
  return add(
    scope,
    id,
    (qc) =>
      qc
        .insertInto('partnership_goal')
        .columns(['id', 'partnership_id', 'text', 'owner_id', 'due_on', 'created_at', 'created_by'])
        .expression((eb) =>
          eb
            .selectFrom('partnership')
            .innerJoin('partnership_member as owner', 'owner.partnership_id', 'partnership.id')
            .select([
              sql<string>`${newId()}::uuid`.as('id'),
              'partnership.id as partnership_id',
              sql<string>`${goal.text}::text`.as('text'),
              'owner.organisation_id as owner_id',
              sql<string | null>`${goal.dueOn ?? null}::date`.as('due_on'),
              sql<Date>`${scope.clock.now()}::timestamptz`.as('created_at'),
              sql<string>`${scope.actor.personId}::uuid`.as('created_by'),
            ])
            .where('partnership.id', '=', id)
            .where('owner.organisation_id', '=', goal.ownerId)
            .where('owner.left_on', 'is', null)
            .where(changeablePartnerships(scope.actor)),
        )
        .returning('partnership_id as id'),
    { action: 'partnership.goal_set', objectType: 'partnership', details: { text: goal.text } },
    'partnership.owner_not_member',
  );
}

/** Changes a goal, or says that it is reached. Throws partnership_goal.not_found, request.version_stale. */
export async function changeGoal(
  scope: MemberScope,
  goalId: string,
  version: number,
  goal: GoalInput,
): Promise<PartnershipDetail> {
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('partnership_goal as goal')
          .from('partnership')
          .set((eb) => ({
            text: goal.text,
            owner_id: goal.ownerId,
            due_on: goal.dueOn ?? null,
            reached_on: goal.reachedOn ?? null,
            version: eb('goal.version', '+', 1),
          }))
          .whereRef('partnership.id', '=', 'goal.partnership_id')
          .where('goal.id', '=', goalId)
          .where('goal.version', '=', version)
          .where(changeablePartnerships(scope.actor))
          .where('goal.partnership_id', 'in', (eb) =>
            eb
              .selectFrom('partnership_member as owner')
              .select('owner.partnership_id')
              .where('owner.organisation_id', '=', goal.ownerId)
              .where('owner.left_on', 'is', null),
          )
          .returning('goal.partnership_id as id'),
      ),
    {
      action: goal.reachedOn ? 'partnership.goal_reached' : 'partnership.goal_changed',
      objectType: 'partnership',
      details: { text: goal.text },
    },
  );
  const [row] = rows;
  if (row) return getPartnershipDetail(scope, row.id);
  const known = await scope.db
    .selectFrom('partnership_goal')
    .innerJoin('partnership', 'partnership.id', 'partnership_goal.partnership_id')
    .select('partnership_goal.version')
    .where('partnership_goal.id', '=', goalId)
    .where(changeablePartnerships(scope.actor))
    .executeTakeFirst();
  if (!known) throw new Problem('partnership_goal.not_found');
  throw new Problem(known.version === version ? 'partnership.owner_not_member' : 'request.version_stale');
}

/** Makes a working group. Throws partnership.not_found. */
export function addGroup(scope: MemberScope, id: string, group: GroupInput): Promise<PartnershipDetail> {
  return add(
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

/** Names a contact or a member of a working group, of one's own organisation. Throws partnership.not_found, partnership.person_…. */
export function addPerson(scope: MemberScope, id: string, named: PartnershipPersonInput): Promise<PartnershipDetail> {
  const groupId = named.groupId ?? null;
  return add(
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
    'partnership.person_elsewhere',
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

type Part = QueryCreator<Tables>;

/** Adds a part in one statement, and says why when it could not. */
async function add(
  scope: MemberScope,
  id: string,
  insert: (qc: Part) => ReturnType<Part['insertInto']> | object,
  happening: Happening,
  otherwise:
    | 'partnership.owner_not_member'
    | 'partnership.person_elsewhere'
    | 'partnership.not_found' = 'partnership.not_found',
): Promise<PartnershipDetail> {
  const rows = await change(
    scope,
    (db: Database) => db.with('changed', (qc) => insert(qc) as never) as never,
    happening,
  );
  const detail = await getPartnershipDetail(scope, id);
  if (rows.length > 0) return detail;
  if (detail.endedOn !== null && detail.isMember) throw new Problem('partnership.ended');
  throw new Problem(detail.abilities.change ? otherwise : 'partnership.not_found');
}
