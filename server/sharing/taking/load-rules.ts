import type { BookingRules, Opening, OpeningException, Quota, Rate } from '@collegium/contract/sharing/rules.ts';
import type { Circle, PersonService } from '@collegium/contract/sharing/terms.ts';
import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import type { ResourceState } from '@collegium/contract/states/resource.ts';
import { sql } from 'kysely';
import type { Scope } from '../../platform/scope.ts';
import { namesAgreements } from '../partners.ts';
import { exceptionsOf, isPool, openingsOf, quotasOf, ratesOf, unitsOf } from '../resources/resource-query.ts';
import { tablesOf } from '../tables.ts';

/** What decides whether and how a resource may be booked; readers' rights are decided by the statement that books. */
export interface ResourceRules {
  id: string;
  version: number;
  name: LocalisedText;
  organisationId: string;
  state: ResourceState;
  timeZone: string;
  /** One of several identical items or seats is held. */
  isPool: boolean;
  /** How many can be held at once. */
  units: number;
  audience: Circle;
  /** Partners are the parties of agreements that the owner named. */
  namesAgreements: boolean;
  rules: BookingRules;
  openings: Opening[];
  exceptions: OpeningException[];
  quotas: (Quota & { id: string })[];
  rates: Rate[];
  /** For what a person’s hours may be booked; empty: for anything. */
  services: PersonService[];
  partIds: string[];
}

interface Row {
  id: string;
  version: number;
  name: LocalisedText;
  organisation_id: string;
  state: ResourceState;
  time_zone: string;
  is_pool: boolean;
  units: number;
  audience: Circle;
  names_agreements: boolean;
  rules: BookingRules;
  openings: Opening[];
  exceptions: OpeningException[];
  quotas: (Quota & { id: string })[];
  rates: Rate[];
  services: PersonService[];
  part_ids: string[];
}

/**
 * Rules are remembered, because they change once a month and are asked for with every booking. The statement that books
 * names the version that was judged, so a stale memory refuses and is refreshed; it never decides.
 */
const remembered = new Map<string, { rules: ResourceRules; until: number }>();
const rememberedAtMost = 5_000;
const rememberedMs = 60_000;

/** The rules of these resources and of their parts, as far as they exist; no database wait when all are remembered. */
export async function loadRules(scope: Scope, ids: readonly string[]): Promise<Map<string, ResourceRules>> {
  const known = recall(scope, ids);
  if (known) return known;
  return readRules(scope, ids);
}

/** The same, always from the database. */
export async function readRules(scope: Scope, ids: readonly string[]): Promise<Map<string, ResourceRules>> {
  const t = tablesOf(scope);
  const day = scope.clock.now().toISOString().slice(0, 10);
  const { rows } = await sql<Row>`
    select resource.id, resource.version, resource.name, resource.organisation_id, resource.state, resource.time_zone,
      ${isPool(t)} as is_pool, ${unitsOf(t)} as units, resource.audience, resource.services, ${namesAgreements} as names_agreements,
      jsonb_build_object('gridMinutes', grid_minutes, 'shortestMinutes', shortest_minutes, 'longestMinutes', longest_minutes,
        'noticeMinutes', notice_minutes, 'horizonDays', horizon_days, 'bufferBeforeMinutes', buffer_before_minutes,
        'bufferAfterMinutes', buffer_after_minutes, 'cancelNoticeMinutes', cancel_notice_minutes,
        'approvalChain', approval_chain, 'checkIn', check_in, 'releaseAfterMinutes', release_after_minutes,
        'acceptWithinMinutes', accept_within_minutes, 'fairShareHours', fair_share_hours) as rules,
      ${openingsOf(t)} as openings, ${exceptionsOf(t, day)} as exceptions, ${quotasOf(t)} as quotas, ${ratesOf(t)} as rates,
      array(select part_id from ${t}.resource_part where resource_part.resource_id = resource.id order by part_id) as part_ids
    from ${t}.resource
    where resource.id = any(${[...ids]}::uuid[])
      or resource.id in (select part_id from ${t}.resource_part where resource_part.resource_id = any(${[...ids]}::uuid[]))`.execute(
    scope.db,
  );
  const found = rows.map(({ organisation_id, time_zone, is_pool, names_agreements, part_ids, ...rest }) => ({
    ...rest,
    organisationId: organisation_id,
    timeZone: time_zone,
    isPool: is_pool,
    namesAgreements: names_agreements,
    partIds: part_ids,
  }));
  for (const rules of found) remember(scope, rules);
  return new Map(found.map((rules) => [rules.id, rules]));
}

/** Forgets what was remembered of a resource that this process changed. */
export function forgetRules(network: string, id: string): void {
  remembered.delete(`${network} ${id}`);
}

function recall(scope: Scope, ids: readonly string[]): Map<string, ResourceRules> | undefined {
  const now = Date.now();
  const known = (id: string) => {
    const one = remembered.get(`${scope.network.slug} ${id}`);
    return one && one.until >= now ? one.rules : undefined;
  };
  const found = new Map<string, ResourceRules>();
  for (const id of ids) {
    const whole = known(id);
    for (const rules of [whole, ...(whole?.partIds.map(known) ?? [])]) {
      if (!rules) return undefined;
      found.set(rules.id, rules);
    }
  }
  return found;
}

function remember(scope: Scope, rules: ResourceRules): void {
  const key = `${scope.network.slug} ${rules.id}`;
  remembered.delete(key);
  remembered.set(key, { rules, until: Date.now() + rememberedMs });
  const oldest = remembered.keys().next().value;
  if (remembered.size > rememberedAtMost && oldest !== undefined) remembered.delete(oldest);
}
