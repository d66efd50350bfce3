import type { GoalInput, PartnershipDetail } from '@collegium/contract/partnerships/views.ts';
import { sql } from 'kysely';
import { allStand, refuseWhoIsGone } from '../organisations/standing.ts';
import { change } from '../platform/audit/change.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { changePart, getPartnershipDetail } from './page.ts';
import { changeablePartnerships } from './policy.ts';

/** Sets a goal. Throws partnership.not_found, partnership.owner_not_member, organisation.merged_away, organisation.gone. */
export function addGoal(scope: MemberScope, id: string, goal: GoalInput): Promise<PartnershipDetail> {
  return changePart(
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
            .where(allStand([goal.ownerId]))
            .where(changeablePartnerships(scope.actor)),
        )
        .returning('partnership_id as id'),
    { action: 'partnership.goal_set', objectType: 'partnership', details: { text: goal.text } },
    { otherwise: 'partnership.owner_not_member', organisationIds: [goal.ownerId] },
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
          .where(allStand([goal.ownerId], sql`(select goal.owner_id)`))
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
  await refuseOldGoal(scope, goalId, version);
  await refuseWhoIsGone(scope, [goal.ownerId]);
  throw new Problem('partnership.owner_not_member');
}

/** Takes a goal off the page; that it was set stays in the record. Throws partnership_goal.not_found, request.version_stale. */
export async function removeGoal(scope: MemberScope, goalId: string, version: number): Promise<PartnershipDetail> {
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .deleteFrom('partnership_goal as goal')
          .using('partnership')
          .whereRef('partnership.id', '=', 'goal.partnership_id')
          .where('goal.id', '=', goalId)
          .where('goal.version', '=', version)
          .where(changeablePartnerships(scope.actor))
          .returning('goal.partnership_id as id'),
      ),
    { action: 'partnership.goal_removed', objectType: 'partnership', details: { goalId } },
  );
  const [row] = rows;
  if (row) return getPartnershipDetail(scope, row.id);
  await refuseOldGoal(scope, goalId, version);
  throw new Problem('request.conflict');
}

async function refuseOldGoal(scope: MemberScope, goalId: string, version: number): Promise<void> {
  const known = await scope.db
    .selectFrom('partnership_goal')
    .innerJoin('partnership', 'partnership.id', 'partnership_goal.partnership_id')
    .select('partnership_goal.version')
    .where('partnership_goal.id', '=', goalId)
    .where(changeablePartnerships(scope.actor))
    .executeTakeFirst();
  if (!known) throw new Problem('partnership_goal.not_found');
  if (known.version !== version) throw new Problem('request.version_stale');
}
