import type { DisputeAnswer, DisputeInput, DisputeView } from '@collegium/contract/commitments/views.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { canAnswerDispute, canDispute, changeable } from './policy.ts';
import { factsOf } from './present.ts';
import { presentDispute } from './present-records.ts';
import { findDispute, findPromise } from './record-queries.ts';

/**
 * Says that a figure, or one row behind it, is wrong. Throws commitment.not_found, dispute.row_missing,
 * dispute.already_open.
 */
export async function raiseDispute(
  scope: MemberScope,
  commitmentId: string,
  input: DisputeInput,
): Promise<DisputeView> {
  const id = newId();
  const { actor, clock } = scope;
  const sourceId = input.sourceId ?? null;
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .insertInto('figure_dispute')
          .columns(['id', 'commitment_id', 'period', 'source_id', 'raised_for', 'raised_at', 'raised_by', 'reason'])
          .expression((eb) =>
            eb
              .selectFrom('commitment')
              .select([
                sql<string>`${id}::uuid`.as('id'),
                'commitment.id as commitment_id',
                sql<number>`${input.period}::int`.as('period'),
                sql<string | null>`${sourceId}::uuid`.as('source_id'),
                sql<string>`${actor.organisationId}::uuid`.as('raised_for'),
                sql<Date>`${clock.now()}::timestamptz`.as('raised_at'),
                sql<string>`${actor.personId}::uuid`.as('raised_by'),
                sql<string>`${input.reason}::text`.as('reason'),
              ])
              .where('commitment.id', '=', commitmentId)
              .where(changeable.dispute(actor))
              .where((or) =>
                or.or([
                  or(sql`${sourceId}::uuid`, 'is', null),
                  or.exists(
                    or
                      .selectFrom('commitment_entry as entry')
                      .select('entry.source_id')
                      .whereRef('entry.commitment_id', '=', 'commitment.id')
                      .where('entry.period', '=', input.period)
                      .where('entry.source_id', '=', sql<string>`${sourceId}::uuid`),
                  ),
                ]),
              ),
          )
          .returning('figure_dispute.id'),
      ),
    { action: 'dispute.raised', objectType: 'figure_dispute', reason: input.reason, details: { commitmentId } },
  );
  if (rows.length > 0) return getDispute(scope, id);
  const promise = await findPromise(scope.db, actor, commitmentId);
  throw new Problem(promise && canDispute(actor, factsOf(promise)) ? 'dispute.row_missing' : 'commitment.not_found');
}

/**
 * The other side answers. When it accepts, the row that the dispute is about no longer counts. Throws dispute.not_found,
 * dispute.already_settled, request.version_stale.
 */
export async function answerDispute(
  scope: MemberScope,
  id: string,
  version: number,
  { decision, answer }: DisputeAnswer,
): Promise<DisputeView> {
  const { actor, clock } = scope;
  const now = clock.now();
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .updateTable('figure_dispute')
            .from('commitment')
            .set((eb) => ({
              state: decision,
              answer,
              answered_at: now,
              answered_by: actor.personId,
              answered_for: actor.organisationId,
              version: eb('figure_dispute.version', '+', 1),
            }))
            .whereRef('commitment.id', '=', 'figure_dispute.commitment_id')
            .where('figure_dispute.id', '=', id)
            .where('figure_dispute.version', '=', version)
            .where('figure_dispute.state', '=', 'open')
            .where('figure_dispute.raised_for', '<>', actor.organisationId)
            .where((or) =>
              or.or([
                or('figure_dispute.raised_for', '=', or.ref('commitment.promiser_id')),
                or('commitment.promiser_id', '=', actor.organisationId),
              ]),
            )
            .where(changeable.dispute(actor))
            .returning([
              'figure_dispute.id',
              'figure_dispute.commitment_id',
              'figure_dispute.period',
              'figure_dispute.source_id',
            ]),
        )
        .with('left_out', (qc) =>
          qc
            .updateTable('commitment_entry as entry')
            .from('changed')
            .set({ left_out_at: now })
            .whereRef('entry.commitment_id', '=', 'changed.commitment_id')
            .whereRef('entry.period', '=', 'changed.period')
            .whereRef('entry.source_id', '=', 'changed.source_id')
            .where('entry.left_out_at', 'is', null)
            .where(sql<boolean>`${decision === 'accepted'}`)
            .returning(['entry.commitment_id', 'entry.period', 'entry.amount', 'entry.base']),
        )
        .with('figure', (qc) =>
          qc
            .updateTable('commitment_figure as figure')
            .from('left_out')
            .set((eb) => ({
              delivered: eb('figure.delivered', '-', eb.ref('left_out.amount')),
              base: eb('figure.base', '-', eb.ref('left_out.base')),
              entries: eb('figure.entries', '-', 1),
              changed_at: now,
            }))
            .whereRef('figure.commitment_id', '=', 'left_out.commitment_id')
            .whereRef('figure.period', '=', 'left_out.period')
            .returning('figure.commitment_id'),
        ),
    { action: `dispute.${decision}`, objectType: 'figure_dispute', reason: answer },
  );
  if (rows.length > 0) return getDispute(scope, id);
  throw await whyNotSettled(scope, id, 'answer');
}

/** Whoever raised a dispute takes it back. Throws as `answerDispute`. */
export async function withdrawDispute(scope: MemberScope, id: string, version: number): Promise<DisputeView> {
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('figure_dispute')
          .from('commitment')
          .set((eb) => ({ state: 'withdrawn' as const, version: eb('figure_dispute.version', '+', 1) }))
          .whereRef('commitment.id', '=', 'figure_dispute.commitment_id')
          .where('figure_dispute.id', '=', id)
          .where('figure_dispute.version', '=', version)
          .where('figure_dispute.state', '=', 'open')
          .where('figure_dispute.raised_for', '=', scope.actor.organisationId)
          .where(changeable.dispute(scope.actor))
          .returning('figure_dispute.id'),
      ),
    { action: 'dispute.withdrawn', objectType: 'figure_dispute' },
  );
  if (rows.length > 0) return getDispute(scope, id);
  throw await whyNotSettled(scope, id, 'withdraw');
}

async function whyNotSettled(scope: MemberScope, id: string, how: 'answer' | 'withdraw'): Promise<Problem> {
  const { db, actor } = scope;
  const row = await findDispute(db, actor, id);
  if (!row?.dispute) return new Problem('dispute.not_found');
  const facts = factsOf(row);
  const { raised_for: raisedFor, state } = row.dispute;
  const may =
    how === 'answer'
      ? canAnswerDispute(actor, facts, raisedFor)
      : raisedFor === actor.organisationId && canDispute(actor, facts);
  if (!may) return new Problem('dispute.not_found');
  return new Problem(state === 'open' ? 'request.version_stale' : 'dispute.already_settled');
}

async function getDispute(scope: MemberScope, id: string): Promise<DisputeView> {
  const row = await findDispute(scope.db, scope.actor, id);
  if (!row?.dispute) throw new Problem('dispute.not_found');
  return presentDispute(scope.actor, factsOf(row), row.dispute);
}
