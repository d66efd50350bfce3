import type { Resolution } from '@collegium/contract/agreements/comments.ts';
import { change } from '../platform/audit/change.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { holdDraft, refuseClause } from './change-clause.ts';
import { selectComments } from './comments.ts';
import { commentableAgreements } from './policy.ts';

/**
 * Ends a thread. Accepting a suggestion writes it into the draft, when the clause is still as it was when the suggestion was
 * made: else agreement.clause_stale. Throws agreement.comment_not_found, agreement.comment_resolved,
 * agreement.nothing_suggested, agreement.no_draft.
 */
export async function resolveComment(
  scope: MemberScope,
  id: string,
  commentId: string,
  resolution: Resolution,
): Promise<void> {
  const done =
    resolution === 'accepted' ? await accept(scope, id, commentId) : await close(scope, id, commentId, resolution);
  if (!done) await refuse(scope, id, commentId, resolution);
}

async function accept(scope: MemberScope, id: string, commentId: string): Promise<boolean> {
  const now = scope.clock.now();
  const { personId } = scope.actor;
  const rows = await change(
    scope,
    (db) =>
      db
        .with('suggested', (qc) =>
          qc
            .selectFrom('clause_comment')
            .select(['clause_comment.id', 'clause_key', 'suggestion', 'clause_version'])
            .where('clause_comment.id', '=', commentId)
            .where('clause_comment.agreement_id', '=', id)
            .where('clause_comment.resolved_at', 'is', null)
            .where('clause_comment.suggestion', 'is not', null),
        )
        .with('held', (qc) =>
          holdDraft(qc, scope, id).where((eb) =>
            eb.exists(
              eb
                .selectFrom('draft_clause as meant')
                .innerJoin('clause_comment as asked', (join) =>
                  join
                    .onRef('asked.clause_key', '=', 'meant.clause_key')
                    .onRef('asked.clause_version', '=', 'meant.version'),
                )
                .select('meant.id')
                .whereRef('meant.agreement_version_id', '=', 'agreement_version.id')
                .whereRef('asked.agreement_version_id', '=', 'agreement_version.id')
                .where('asked.id', '=', commentId)
                .where('asked.resolved_at', 'is', null),
            ),
          ),
        )
        .with('written', (qc) =>
          qc
            .updateTable('draft_clause')
            .from(['held', 'suggested'])
            .set((eb) => ({
              body: eb.ref('suggested.suggestion').$notNull(),
              version: eb('draft_clause.version', '+', 1),
              changed_at: now,
              changed_by: personId,
            }))
            .whereRef('draft_clause.agreement_version_id', '=', 'held.version_id')
            .whereRef('draft_clause.clause_key', '=', 'suggested.clause_key')
            .whereRef('draft_clause.version', '=', 'suggested.clause_version')
            .returning('held.id'),
        )
        .with('closed', (qc) =>
          qc
            .updateTable('clause_comment')
            .from('written')
            .set({ resolved_at: now, resolved_by: personId, resolution: 'accepted' })
            .where('clause_comment.id', '=', commentId),
        )
        .with('changed', (qc) => qc.selectFrom('written').select('written.id')),
    { action: 'agreement.suggestion_accepted', objectType: 'agreement', details: { commentId } },
  );
  return rows.length > 0;
}

async function close(scope: MemberScope, id: string, commentId: string, resolution: Resolution): Promise<boolean> {
  const rows = await change(
    scope,
    (db) =>
      db
        .with('closed', (qc) =>
          qc
            .updateTable('clause_comment')
            .from('agreement')
            .set({ resolved_at: scope.clock.now(), resolved_by: scope.actor.personId, resolution })
            .whereRef('agreement.id', '=', 'clause_comment.agreement_id')
            .where('agreement.id', '=', id)
            .where('clause_comment.id', '=', commentId)
            .where('clause_comment.reply_to', 'is', null)
            .where('clause_comment.resolved_at', 'is', null)
            .where(commentableAgreements(scope.actor))
            .returning('agreement.id'),
        )
        .with('changed', (qc) => qc.selectFrom('closed').select('closed.id')),
    { action: 'agreement.comment_resolved', objectType: 'agreement', details: { commentId, resolution } },
  );
  return rows.length > 0;
}

async function refuse(scope: MemberScope, id: string, commentId: string, resolution: Resolution): Promise<void> {
  const row = await selectComments(scope)
    .where('agreement.id', '=', id)
    .where('clause_comment.id', '=', commentId)
    .executeTakeFirst();
  if (!row) throw new Problem('agreement.comment_not_found');
  if (row.resolution !== null) throw new Problem('agreement.comment_resolved');
  if (resolution !== 'accepted') throw new Problem('agreement.not_found');
  if (!row.suggestion) throw new Problem('agreement.nothing_suggested');
  await refuseClause(scope, id, row.clause_key ?? '', row.clause_version ?? 0);
}
