import { sql } from 'kysely';
import { recordEvent } from '../../platform/audit/change.ts';
import { newId } from '../../platform/ids.ts';
import type { Scope } from '../../platform/scope.ts';
import { tablesOf } from '../tables.ts';

/**
 * Who takes an instruction earns its passport: when an outcome is assessed and every goal was reached, the learner is given
 * the passport of each qualification for which its owner named the offer. Being told twice gives nothing twice.
 */
export async function earnPassports(scope: Scope, outcomeId: string): Promise<void> {
  const t = tablesOf(scope);
  const now = scope.clock.now();
  const earned = await sql<{ id: string; person_id: string; valid_months: number | null }>`
    select qualification.id, qualification.valid_months, participation.person_id
    from ${t}.outcome join ${t}.participation on participation.id = outcome.participation_id
    join ${t}.qualification on qualification.offer_id = participation.offer_id and qualification.archived_at is null
      and qualification.organisation_id = participation.provider_organisation_id
    where outcome.id = ${outcomeId}::uuid and not exists (select from jsonb_array_elements(outcome.goal_results) result
      where result ->> 'level' not in ('reached', 'exceeded'))`.execute(scope.db);
  const evidence = `${scope.config.url}/${scope.network.slug}/outcomes/${outcomeId}`;
  for (const { id: qualificationId, person_id, valid_months } of earned.rows) {
    const id = newId();
    const { rows } = await sql<{ id: string }>`
      insert into ${t}.passport (id, qualification_id, person_id, issued_on, expires_on, evidence, created_at)
      values (${id}::uuid, ${qualificationId}::uuid, ${person_id}::uuid, ${now}::timestamptz::date,
        (${now}::timestamptz::date + ${valid_months}::integer * interval '1 month')::date, ${evidence}::text, ${now}::timestamptz)
      on conflict do nothing returning id`.execute(scope.db);
    if (rows.length > 0) await recordEvent(scope, { action: 'passport.issued', objectType: 'passport', objectId: id });
  }
}
