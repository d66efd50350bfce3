import type { ResourcePlaces } from '@collegium/contract/sharing/resources.ts';
import { sql } from 'kysely';
import type { Scope } from '../../platform/scope.ts';
import { visibleResources } from '../policy.ts';
import { tablesOf } from '../tables.ts';

const atMost = 5_000;

/** Where something is shared with the reader: every city once, whatever of it was placed on the map first. */
export async function listPlaces(scope: Scope): Promise<ResourcePlaces> {
  const t = tablesOf(scope);
  const day = scope.clock.now().toISOString().slice(0, 10);
  const { rows } = await sql<ResourcePlaces['items'][number]>`
    select distinct on (resource.city, resource.country) resource.city, resource.country, resource.latitude, resource.longitude
    from ${t}.resource where resource.state <> 'retired' and resource.latitude is not null and resource.longitude is not null
      and coalesce(resource.city, resource.country) is not null and ${visibleResources(scope.actor, day)}
    order by resource.city, resource.country, resource.id limit ${atMost}`.execute(scope.db);
  return { items: rows };
}
