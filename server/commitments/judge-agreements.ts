import { healthOf, type AgreementFigure, type AgreementHealth } from '@collegium/contract/commitments/health.ts';
import type { Measure } from '@collegium/contract/commitments/measures.ts';
import { sql } from 'kysely';
import { jsonb, schemaOf, type Database } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { Scope } from '../platform/scope.ts';

/**
 * Judges these agreements by their figures on this day and keeps the result. An agreement whose word turns to at risk or
 * missed raises `commitment.slipped` about its weakest promise. Two round trips however many there are.
 */
export async function judgeAgreements(scope: Scope, agreementIds: readonly string[]): Promise<void> {
  if (agreementIds.length === 0) return;
  const { db, clock } = scope;
  const now = clock.now();
  const today = now.toISOString().slice(0, 10);
  const figures = Map.groupBy(await listFigures(db, agreementIds), ({ agreementId }) => agreementId);
  const rows = agreementIds.map((agreementId) => ({
    agreement_id: agreementId,
    event_id: newId(),
    ...rowOf(healthOf(figures.get(agreementId) ?? [], today)),
  }));
  const t = sql.raw(schemaOf(scope.network.slug));
  await sql`
    with incoming as materialized (
      select * from jsonb_to_recordset(${jsonb(rows)}) as incoming (agreement_id uuid, event_id uuid, word text, kept int, on_track int,
        at_risk int, missed int, not_yet_due int, weakest_commitment_id uuid, weakest_period int, changes_on date)),
    before as materialized (select agreement_id, word from ${t}.agreement_health where agreement_id in (select agreement_id from incoming)),
    judged as (
      insert into ${t}.agreement_health (${columns}, judged_at) select ${columns}, ${now}::timestamptz from incoming
      on conflict (agreement_id) do update set (${columns}, judged_at) = (${excluded}, excluded.judged_at))
    insert into ${t}.audit_event (id, at, action, object_type, object_id, request_id)
    select event_id, ${now}::timestamptz, 'commitment.slipped', 'commitment', weakest_commitment_id, ${scope.requestId}::text
    from incoming left join before using (agreement_id)
    where incoming.word in ('at_risk', 'missed') and before.word is distinct from incoming.word`.execute(db);
}

const names =
  'agreement_id, word, kept, on_track, at_risk, missed, not_yet_due, weakest_commitment_id, weakest_period, changes_on';
const columns = sql.raw(names);
const excluded = sql.raw(names.replaceAll(/\w+/g, 'excluded.$&'));

function rowOf({ word, counts, weakest, changesOn }: AgreementHealth) {
  return {
    word,
    ...counts,
    weakest_commitment_id: weakest?.commitmentId ?? null,
    weakest_period: weakest?.period ?? null,
    changes_on: changesOn,
  };
}

async function listFigures(
  db: Database,
  agreementIds: readonly string[],
): Promise<(AgreementFigure & { agreementId: string })[]> {
  const rows = await db
    .selectFrom('commitment')
    .innerJoin('commitment_figure', 'commitment_figure.commitment_id', 'commitment.id')
    .select([
      'commitment.agreement_id as agreementId',
      'commitment.id as commitmentId',
      'commitment.measure',
      'commitment.tolerance',
      'commitment_figure.period',
      'commitment_figure.promised',
      'commitment_figure.delivered',
      'commitment_figure.base',
      'commitment_figure.starts_on as startsOn',
      'commitment_figure.ends_on as endsOn',
    ])
    .where('commitment.agreement_id', '=', sql<string>`any(${agreementIds}::uuid[])`)
    .where('commitment.closed_on', 'is', null)
    .execute();
  return rows.map((row) => ({ ...row, measure: row.measure as Measure }));
}
