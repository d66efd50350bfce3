import type { ResourceInput, UsedResources } from '@collegium/contract/sharing/resources.ts';
import { sql, type RawBuilder } from 'kysely';
import { partnersOf, visibleOffers } from '../../offers/policy.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { Actor, MemberScope, Scope } from '../../platform/scope.ts';
import { visibleResources } from '../policy.ts';
import { jsonList, part, tablesOf, type Tables } from '../tables.ts';
import type { Changing } from './write-resource.ts';

/**
 * Replaces the offers that the resource in `changed` serves. What is linked already may stay; any other must be seen by the
 * actor and be of the owner or of one of its partners, or becomes null, which the table refuses.
 */
export function withOffers(scope: MemberScope, statement: Changing, input: ResourceInput): Changing {
  const t = tablesOf(scope);
  const ids = input.offerIds ?? [];
  const { actor } = scope;
  const day = scope.clock.now().toISOString().slice(0, 10);
  const isLinked = sql`exists (select from ${t}.resource_offer known
    where known.resource_id = changed.id and known.offer_id = wanted.id)`;
  const mayLink = sql`exists (select from ${t}.offer where offer.id = wanted.id and ${visibleOffers(actor, day)}
    and (offer.organisation_id = ${actor.organisationId}::uuid or offer.organisation_id = any(${partnersOf(actor.organisationId, day)})))`;
  return statement
    .with('offers_put', () =>
      part(sql`insert into ${t}.resource_offer (resource_id, offer_id)
        select changed.id, case when ${isLinked} or ${mayLink} then wanted.id end
        from changed cross join unnest(${ids}::uuid[]) wanted (id)
        on conflict (resource_id, offer_id) do nothing`),
    )
    .with('offers_gone', () =>
      part(sql`delete from ${t}.resource_offer gone using changed
        where gone.resource_id = changed.id and gone.offer_id <> all(${ids}::uuid[])`),
    );
}

/** Offers that use `resource`, as far as the actor sees them. */
export function servedBy(t: Tables, actor: Actor, day: string): RawBuilder<unknown> {
  return jsonList(sql`select offer.id, offer.kind, offer.title, provider.name as "organisationName"
    from ${t}.resource_offer served join ${t}.offer on offer.id = served.offer_id
    join ${t}.organisation provider on provider.id = offer.organisation_id
    where served.resource_id = resource.id and ${visibleOffers(actor, day)} order by offer.id desc`);
}

/** What an offer uses, as far as the reader sees it, without what is retired. Throws offer.not_found. */
export async function listUsedBy(scope: Scope, offerId: string): Promise<UsedResources> {
  const t = tablesOf(scope);
  const day = scope.clock.now().toISOString().slice(0, 10);
  const { rows } = await sql<UsedResources>`
    select ${jsonList(sql`select resource.id, resource.kind, resource.name, owner.name as "ownerName", resource.city
      from ${t}.resource_offer used join ${t}.resource on resource.id = used.resource_id
      join ${t}.organisation owner on owner.id = resource.organisation_id
      where used.offer_id = offer.id and resource.state <> 'retired' and ${visibleResources(scope.actor, day)}
      order by resource.id desc limit 100`)} as items
    from ${t}.offer where offer.id = ${offerId}::uuid and ${visibleOffers(scope.actor, day)}`.execute(scope.db);
  const [used] = rows;
  if (!used) throw new Problem('offer.not_found');
  return used;
}
