import type {
  AgreementCommitments,
  CommitmentDetail,
  EntryPage,
  EntryQuery,
  HealthPage,
  HealthQuery,
} from '@collegium/contract/commitments/views.ts';
import { addMonths } from '@collegium/contract/commitments/days.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { listEntries, presentEntry } from './entries.ts';
import { factsOf, presentCommitment, presentHealth, presentHealthLine } from './present.ts';
import { presentContribution, presentDispute } from './present-records.ts';
import { findAgreementHealth, listHealth, selectCommitments } from './queries.ts';
import { contributionsOf, disputesOf } from './record-queries.ts';

const yearsOfFlow = 5;

/** The promises of an agreement, in the order of its clauses; closed ones last. Throws agreement.not_found. */
export async function listCommitments(scope: MemberScope, agreementId: string): Promise<AgreementCommitments> {
  const today = todayOf(scope);
  const since = `${addMonths(today, -12 * yearsOfFlow).slice(0, 7)}-01`;
  const [agreement, rows] = await Promise.all([
    findAgreementHealth(scope.db, scope.actor, agreementId, since),
    selectCommitments(scope.db, scope.actor)
      .where('commitment.agreement_id', '=', agreementId)
      .orderBy('commitment.closed_on', (by) => by.desc().nullsFirst())
      .orderBy('commitment.position')
      .orderBy('commitment.id')
      .limit(1_000)
      .execute(),
  ]);
  if (!agreement) throw new Problem('agreement.not_found');
  return {
    health: presentHealth(agreement),
    parties: agreement.parties,
    commitments: rows.map((row) => presentCommitment(scope.actor, row, today)),
    flows: agreement.flows,
  };
}

/** One promise with what people recorded and disputed. Throws commitment.not_found. */
export async function getCommitment(scope: MemberScope, id: string): Promise<CommitmentDetail> {
  const row = await selectCommitments(scope.db, scope.actor)
    .select((eb) => [contributionsOf(eb).as('contributions'), disputesOf(eb).as('disputed')])
    .where('commitment.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem('commitment.not_found');
  const facts = factsOf(row);
  return {
    commitment: presentCommitment(scope.actor, row, todayOf(scope)),
    agreementTitle: row.agreement_title,
    contributions: row.contributions.map((one) => presentContribution(scope.actor, facts, one)),
    disputes: row.disputed.map((one) => presentDispute(scope.actor, facts, one)),
  };
}

/** The rows behind a figure, newest first: every party of the agreement sees the same. Throws commitment.not_found. */
export async function listFigureRows(scope: MemberScope, id: string, query: EntryQuery): Promise<EntryPage> {
  const limit = query.limit ?? 30;
  const rows = await listEntries(scope, id, { ...query, limit });
  if (rows === undefined) throw new Problem('commitment.not_found');
  return pageOf(rows, limit, (row) => [row.counted_on, row.source_id], presentEntry);
}

/** “Are we keeping our promises?” for the actor's organisation: the least kept agreements first. */
export async function listAgreementHealth(scope: MemberScope, query: HealthQuery): Promise<HealthPage> {
  const limit = query.limit ?? 30;
  const today = todayOf(scope);
  const rows = await listHealth(scope.db, scope.actor, { ...query, limit });
  return pageOf(
    rows,
    limit,
    (row) => [row.rank, row.id],
    (row) => presentHealthLine(row, today),
  );
}

function todayOf(scope: MemberScope): string {
  return scope.clock.now().toISOString().slice(0, 10);
}
