import { pickText, type LocalisedText } from '@collegium/contract/localised-text.ts';
import { sql, type RawBuilder } from 'kysely';
import { jsonb } from '../../platform/database/database.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { Scope } from '../../platform/scope.ts';
import type { Holder, Plan } from './plan.ts';
import { arrange, poolOf, wantedOf, type Arrangement, type Pool } from './arrange.ts';
import { namesAgreements, partnerUntil } from '../partners.ts';
import { visibleResources } from '../policy.ts';
import { dayInWords } from '../sentences.ts';
import { jsonList, tablesOf, type Tables } from '../tables.ts';
import { passportOf } from './take.ts';
import { TryAgain } from './try-again.ts';

interface Standing {
  id: string;
  name: LocalisedText;
  is_visible: boolean;
  is_current: boolean;
  is_allowed: boolean;
  is_open: boolean;
  /** Who is not of the owner needs an agreement that the owner named. */
  is_by_agreement: boolean;
  /** The last day on which the holder's organisation is a partner; null where it is none. */
  partner_until: string | null;
  is_in_service: boolean;
  missing: LocalisedText[];
  /** Of what is one thing. */
  is_free: boolean;
  pool: Pool | null;
}

/** Finds, after nothing was booked, the sentence that applies: one read. `TryAgain` when nothing stands in the way any more. */
export async function explainClash(
  scope: Scope,
  plan: Plan,
  holder: Holder,
  { releasing = null, allowed }: { releasing?: string | null; allowed?: RawBuilder<boolean> | undefined } = {},
): Promise<Problem | TryAgain> {
  const found = await readStandings(scope, plan, holder, { releasing, allowed });
  if (found.length < plan.guards.length || found.some((one) => !one.is_visible))
    return new Problem('resource.not_found');
  const named = (rows: Standing[]) =>
    namesOf(
      rows.map(({ name }) => name),
      scope.language,
    );
  const idle = found.filter((one) => !one.is_in_service);
  if (idle.length > 0) return new Problem('resource.not_in_service', { name: named(idle) });
  if (found.some((one) => !one.is_current)) return new TryAgain();
  if (found.some((one) => !one.is_allowed)) return new Problem('booking.offer_unknown');
  const closed = found.filter((one) => !one.is_open);
  const ending = closed.filter((one) => one.partner_until !== null);
  if (ending.length > 0) {
    const [day = ''] = ending.map((one) => one.partner_until ?? '').toSorted();
    return new Problem('booking.opened_until', { names: named(ending), day: dayInWords(day, scope.language) });
  }
  const bound = closed.filter((one) => one.is_by_agreement);
  if (bound.length > 0) return new Problem('booking.agreement_missing', { names: named(bound) });
  if (closed.length > 0) return new Problem('booking.not_for_you', { names: named(closed) });
  const missing = found.flatMap((one) => one.missing);
  if (missing.length > 0) return new Problem('booking.passport_missing', { names: namesOf(missing, scope.language) });
  const arranged = found.map((one) => ({ one, arrangement: arrangementOf(one, plan) }));
  const taken = arranged.flatMap(({ one, arrangement }) => (arrangement ? [] : [one]));
  if (taken.length > 0) return new Problem('booking.clash', { names: named(taken) });
  const moving = arranged.flatMap(({ arrangement }) =>
    arrangement && arrangement.moves.length > 0 ? [arrangement] : [],
  );
  if (moving.length === 0) return new TryAgain();
  return new TryAgain({ given: moving.flatMap(({ given }) => given), moves: moving.flatMap(({ moves }) => moves) });
}

/** How a resource can serve the plan; undefined when it is taken. */
function arrangementOf({ id, is_free, pool }: Standing, plan: Plan): Arrangement | undefined {
  if (pool) return arrange(pool, wantedOf(plan, id));
  return is_free ? { given: [], moves: [] } : undefined;
}

async function readStandings(
  scope: Scope,
  plan: Plan,
  holder: Holder,
  { releasing, allowed }: { releasing: string | null; allowed: RawBuilder<boolean> | undefined },
): Promise<Standing[]> {
  const t = tablesOf(scope);
  const day = scope.clock.now().toISOString().slice(0, 10);
  const last = plan.occurrences.reduce((max, { endsAt }) => (endsAt > max ? endsAt : max), new Date(0));
  const { rows } = await sql<Standing>`
    with wanted as materialized (select * from jsonb_to_recordset(${jsonb(plan.wanted)}) wanted
      (resource_id uuid, quantity integer, occupied_from timestamptz, occupied_until timestamptz, holds boolean))
    select resource.id, resource.name, ${visibleResources(scope.actor, day)} as is_visible,
      resource.version = guarded.version as is_current, ${allowed ?? sql`true`} as is_allowed, resource.state = 'in_service' as is_in_service,
      (resource.organisation_id = ${holder.organisationId}::uuid or guarded.open = 'network' or (guarded.open = 'partners'
        and coalesce(partner.until >= guarded.last_day, false))) as is_open, guarded.open = 'partners' and ${namesAgreements} as is_by_agreement,
      case when guarded.open = 'partners' and resource.organisation_id <> ${holder.organisationId}::uuid then partner.until end::text as partner_until,
      (${jsonList(sql`select needed.name from ${t}.resource_qualification asked
        join ${t}.qualification needed on needed.id = asked.qualification_id
        where asked.resource_id = resource.id
          and not exists (${passportOf(t, holder.personId, sql`asked.qualification_id`, last)})`)}) as missing,
      not exists (select from wanted where wanted.resource_id = resource.id and wanted.holds
        and ${freeItems(t, releasing)} < wanted.quantity) as is_free, ${poolOf(t, releasing)} as pool
    from jsonb_to_recordset(${jsonb(plan.guards)}) guarded (id uuid, version integer, open text, last_day date)
    join ${t}.resource on resource.id = guarded.id
    cross join lateral (select ${partnerUntil(sql`${holder.organisationId}::uuid`, day)} as until) partner order by resource.id`.execute(
    scope.db,
  );
  return rows.map((row) => ({
    ...row,
    missing: (row.missing as unknown as { name: LocalisedText }[]).map(({ name }) => name),
  }));
}

/** How many items of the row in `wanted` nobody holds. */
function freeItems(t: Tables, releasing: string | null): RawBuilder<number> {
  return sql<number>`(select count(*) from ${t}.resource_item item
    where item.resource_id = wanted.resource_id and item.retired_at is null
      and not exists (select from ${t}.booking_item held where held.released_at is null
        and held.booking_id is distinct from ${releasing}::uuid
        and held.item_key = item.key and held.occupied_from < wanted.occupied_until
        and held.occupied_until > wanted.occupied_from))`;
}

function namesOf(names: LocalisedText[], language: string): string {
  return names.map((name) => pickText(name, language)).join(language.startsWith('zh') ? '、' : ', ');
}
