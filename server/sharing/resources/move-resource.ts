import type { ResourceMove, ResourceView } from '@collegium/contract/sharing/resources.ts';
import { canMove } from '@collegium/contract/states/machine.ts';
import { resourceMachine } from '@collegium/contract/states/resource.ts';
import { sql } from 'kysely';
import { change } from '../../platform/audit/change.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { forgetRules } from '../taking/load-rules.ts';
import { getResource } from './resources.ts';
import { tablesOf, part } from '../tables.ts';

const happened = { maintain: 'resource.maintained', restore: 'resource.restored', retire: 'resource.retired' } as const;

/**
 * Takes a resource out for maintenance, puts it back, retires it, or retires it as merged into another of the same owner.
 * What follows for bookings to come, subscribers do. Throws resource.not_found, request.reason_needed,
 * request.move_not_allowed, request.version_stale.
 */
export async function moveResource(
  scope: MemberScope,
  id: string,
  version: number,
  { move, reason, mergeIntoId }: ResourceMove,
): Promise<ResourceView> {
  const { from, to, needsReason } = resourceMachine.moves[move];
  if (needsReason && !reason) throw new Problem('request.reason_needed');
  const [now, t] = [scope.clock.now(), tablesOf(scope)];
  const into = move === 'retire' ? (mergeIntoId ?? null) : null;
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .updateTable('resource')
            .set((eb) => ({
              state: to,
              state_since: now,
              state_reason: reason ?? null,
              merged_into_id: into,
              version: eb('version', '+', 1),
            }))
            .where('id', '=', id)
            .where('organisation_id', '=', scope.actor.organisationId)
            .where('version', '=', version)
            .where('state', 'in', from)
            .where(sql<boolean>`(${into}::uuid is null or exists (select from ${t}.resource target
              where target.id = ${into}::uuid and target.id <> resource.id and target.state = 'in_service'
                and target.organisation_id = resource.organisation_id))`)
            .returning('resource.id'),
        )
        .with('status', () =>
          part(sql`insert into ${t}.resource_status (resource_id, since, state, reason, set_by)
            select changed.id, ${now}::timestamptz, ${to}::text, ${reason ?? null}::text, ${scope.actor.personId}::uuid from changed
            on conflict (resource_id, since) do update set state = excluded.state, reason = excluded.reason`),
        ),
    {
      action: happened[move],
      objectType: 'resource',
      reason: reason ?? null,
      details: into === null ? {} : { mergedInto: into },
    },
  );
  forgetRules(scope.network.slug, id);
  const view = await getResource(scope, id);
  if (rows.length > 0) return view;
  if (view.owner.id !== scope.actor.organisationId) throw new Problem('resource.not_found');
  if (!canMove(resourceMachine, move, view.state))
    throw new Problem('request.move_not_allowed', { state: stateName(view.state, scope.language) });
  throw new Problem(view.version === version ? 'resource.not_found' : 'request.version_stale');
}

function stateName(state: ResourceView['state'], language: string): string {
  return resourceMachine.states[state][language.startsWith('zh') ? 'zh-CN' : 'en'];
}
