import type { ResourceInput } from '@collegium/contract/sharing/resources.ts';
import { sql, type RawBuilder } from 'kysely';
import { visibleAgreements } from '../../agreements/policy.ts';
import type { Actor, MemberScope } from '../../platform/scope.ts';
import { isBound, isInForce } from '../partners.ts';
import { canChangeResourcesOf } from '../policy.ts';
import { jsonList, part, tablesOf, type Tables } from '../tables.ts';
import type { Changing } from './write-resource.ts';

/**
 * Replaces the agreements that the resource in `changed` names. What it named already may stay when it has ended; any other
 * must be in force and bind the owner, or becomes null, which the table refuses.
 */
export function withAgreements(scope: MemberScope, statement: Changing, input: ResourceInput): Changing {
  const t = tablesOf(scope);
  const ids = input.agreementIds ?? [];
  const day = scope.clock.now().toISOString().slice(0, 10);
  const owner = sql`${scope.actor.organisationId}::uuid`;
  const known = sql`exists (select from ${t}.resource_agreement known
    where known.resource_id = changed.id and known.agreement_id = wanted.id)`;
  return statement
    .with('agreements_put', () =>
      part(sql`insert into ${t}.resource_agreement (resource_id, agreement_id)
        select changed.id, case when ${known} or (${isInForce('wanted.id')} and ${isBound('wanted.id', owner, day)}) then wanted.id end
        from changed cross join unnest(${ids}::uuid[]) wanted (id)
        on conflict (resource_id, agreement_id) do nothing`),
    )
    .with('agreements_gone', () =>
      part(sql`delete from ${t}.resource_agreement gone using changed
        where gone.resource_id = changed.id and gone.agreement_id <> all(${ids}::uuid[])`),
    );
}

/** Agreements that `resource` names: staff of the owner see all, others those that open it to their organisation today. */
export function namedAgreementsOf(t: Tables, actor: Actor, day: string): RawBuilder<unknown> {
  if (actor.organisationId === null) return sql`'[]'::jsonb`;
  const mayAll = canChangeResourcesOf(actor, actor.organisationId);
  const isOpen = sql<boolean>`(${isInForce('named.agreement_id')}
    and ${isBound('named.agreement_id', sql`resource.organisation_id`, day)})`;
  return jsonList(sql`select agreement.id, agreement.title, ${isOpen} as "isOpen", ${visibleAgreements(actor)} as "isReadable"
    from ${t}.resource_agreement named join ${t}.agreement on agreement.id = named.agreement_id
    where named.resource_id = resource.id
      and ((${mayAll}::boolean and resource.organisation_id = ${actor.organisationId}::uuid)
        or (${isOpen} and ${isBound('named.agreement_id', sql`${actor.organisationId}::uuid`, day)}))
    order by agreement.id`);
}
