import { sql } from 'kysely';
import { schemaOf } from '../platform/database/database.ts';
import type { Scope } from '../platform/scope.ts';
import { candidates } from './candidates.ts';
import { judgeAgreements } from './judge-agreements.ts';
import { promisesTowards, type Part } from './promised.ts';

/**
 * Counts anew what these participations, offers, plans, bookings, resources or records touch, and nothing else: the cost grows with what
 * changed. To be called inside a transaction. Returns the agreements of which a figure changed.
 */
export async function refreshSources(scope: Scope, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  return refresh(scope, { of: 'sources' }, ids);
}

/** Counts everything of some commitments anew: when they begin, and when the parties change. Inside a transaction. */
export async function refreshCommitments(scope: Scope, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  return refresh(scope, { of: 'commitments', ids }, []);
}

/** Two processes that count the same row at once would each add it; the second waits, and reads what the first wrote. */
export async function waitForTurn({ db, network }: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`${schemaOf(network.slug)} commitments`}))`.execute(db);
}

/**
 * What should be counted meets what was counted in one full join: only that lets PostgreSQL, which cannot know how much
 * changed, compare the two by hash instead of each with each.
 */
async function refresh(scope: Scope, part: Part, objectIds: readonly string[]): Promise<string[]> {
  const { db, clock } = scope;
  await waitForTurn(scope);
  const t = sql.raw(schemaOf(scope.network.slug));
  const now = clock.now();
  const day = now.toISOString().slice(0, 10);
  const mine =
    part.of === 'sources'
      ? sql`e.source_id = any((select array_agg(id) from affected)::uuid[])`
      : sql`e.commitment_id = any(${part.ids}::uuid[])`;
  const { rows } = await sql<{ agreement_id: string }>`
    with about as materialized (
      select pt.id, pt.offer_id from ${t}.participation pt where pt.id = any(${objectIds}::uuid[])
      union select pt.id, pt.offer_id from ${t}.participation pt where pt.offer_id = any(${objectIds}::uuid[])),
    planned as materialized (
      select pl.id, pl.provider_supervisor_id from ${t}.plan pl where pl.participation_id = any((select array_agg(id) from about)::uuid[])),
    affected as materialized (
      select unnest(${objectIds}::uuid[]) as id union select id from about union select offer_id from about
      union select id from planned union select provider_supervisor_id from planned where provider_supervisor_id is not null
      union select held.booking_id from ${t}.booking_resource held where held.resource_id = any(${objectIds}::uuid[])),
    ${part.of === 'commitments' ? promisesTowards(t, part.ids) : sql``}candidate (commitment_id, source, source_id, counted_on, amount, base, due_on) as (${candidates(t, part, day)}),
    wanted as materialized (
      select k.commitment_id, f.period, k.source_id, min(k.source) as source, min(k.counted_on) as counted_on,
        max(k.amount) as amount, max(k.base) as base, min(k.due_on) as due_on
      from candidate k join ${t}.commitment_figure f on f.commitment_id = k.commitment_id and k.counted_on between f.starts_on and f.ends_on
      group by 1, 2, 3),
    old as materialized (
      select e.* from ${t}.commitment_entry e join ${t}.commitment c on c.id = e.commitment_id and c.closed_on is null where ${mine}),
    step as materialized (
      select commitment_id, period, source_id, w.source, w.counted_on, w.amount, w.base, w.due_on,
        coalesce(w.amount, 0) - coalesce(old.amount, 0) as more, coalesce(w.base, 0) - coalesce(old.base, 0) as more_base,
        (old.source_id is null)::int - (w.source_id is null)::int as more_entries,
        w.source_id is null as is_gone, old.left_out_at is not null as is_left_out
      from wanted w full join old using (commitment_id, period, source_id)
      where (w.amount, w.base, w.counted_on, w.due_on) is distinct from (old.amount, old.base, old.counted_on, old.due_on)),
    gone as (
      delete from ${t}.commitment_entry e using step
      where step.is_gone and e.commitment_id = step.commitment_id and e.period = step.period and e.source_id = step.source_id),
    put as (
      insert into ${t}.commitment_entry (commitment_id, period, source_id, source, counted_on, amount, base, due_on)
      select commitment_id, period, source_id, source, counted_on, amount, base, due_on from step where not is_gone
      on conflict (commitment_id, period, source_id) do update set
        counted_on = excluded.counted_on, amount = excluded.amount, base = excluded.base, due_on = excluded.due_on),
    delta as (
      select commitment_id, period, sum(more) as amount, sum(more_base) as base, sum(more_entries) as n
      from step where not is_left_out group by 1, 2),
    moved as (
      update ${t}.commitment_figure f set delivered = f.delivered + delta.amount, base = f.base + delta.base,
        entries = f.entries + delta.n, changed_at = ${now}
      from delta where f.commitment_id = delta.commitment_id and f.period = delta.period
      returning f.commitment_id)
    select distinct c.agreement_id from moved join ${t}.commitment c on c.id = moved.commitment_id`.execute(db);
  const agreementIds = rows.map(({ agreement_id }) => agreement_id);
  await judgeAgreements(scope, agreementIds);
  return agreementIds;
}
