import { sql } from 'kysely';
import { schemaOf } from '../platform/database/database.ts';
import type { Scope } from '../platform/scope.ts';
import { judgeAgreements } from './judge-agreements.ts';
import { waitForTurn } from './refresh.ts';

/** After a dispute was accepted: the figure is the sum of the rows that still count. Inside a transaction. */
export async function addUpAnew(scope: Scope, disputeId: string): Promise<void> {
  await waitForTurn(scope);
  const t = sql.raw(schemaOf(scope.network.slug));
  const { rows } = await sql<{ agreement_id: string }>`
    update ${t}.commitment_figure f set (delivered, base, entries) = (
      select coalesce(sum(amount), 0), coalesce(sum(base), 0), count(*) from ${t}.commitment_entry e
      where e.commitment_id = f.commitment_id and e.period = f.period and e.left_out_at is null)
    from ${t}.figure_dispute d join ${t}.commitment c on c.id = d.commitment_id
    where d.id = ${disputeId} and f.commitment_id = d.commitment_id and f.period = d.period
    returning c.agreement_id`.execute(scope.db);
  await judgeAgreements(
    scope,
    rows.map(({ agreement_id }) => agreement_id),
  );
}
