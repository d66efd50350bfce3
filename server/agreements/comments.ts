import type { CommentInput, CommentPage, CommentView } from '@collegium/contract/agreements/comments.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import type { Clause } from '@collegium/contract/agreements/clause.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { decodeCursor, pageOf } from '../platform/http/cursor.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { readAgreement } from './get-agreement.ts';
import { commentableAgreements, visibleAgreements } from './policy.ts';

/** Comments of an agreement in the order in which they were written, all versions. Empty for whoever may not read it. */
export async function listComments(
  scope: MemberScope,
  id: string,
  query: { limit?: number; cursor?: string },
): Promise<CommentPage> {
  const limit = query.limit ?? 100;
  const after = decodeCursor(query.cursor, 2);
  const rows = await selectComments(scope)
    .where('agreement.id', '=', id)
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(clause_comment.created_at, clause_comment.id) > (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy('clause_comment.created_at')
    .orderBy('clause_comment.id')
    .limit(limit + 1)
    .execute();
  if (rows.length === 0) await readAgreement(scope, id);
  return pageOf(rows, limit, (row) => [row.created_at.toISOString(), row.id], present);
}

/**
 * Comments on a clause or on the whole, answers, or suggests another wording. Throws agreement.not_found,
 * agreement.no_draft when nothing is negotiated, agreement.comment_not_found for an answer to nothing.
 */
export async function addComment(scope: MemberScope, id: string, input: CommentInput): Promise<CommentView> {
  if (input.suggestion && input.suggestion.key !== input.clauseKey) throw new Problem('agreement.clause_key_differs');
  const commentId = newId();
  const rows = await change(
    scope,
    (db) =>
      db
        .with('about', (qc) =>
          qc
            .selectFrom('agreement')
            .innerJoin('agreement_version', 'agreement_version.agreement_id', 'agreement.id')
            .select(['agreement.id', 'agreement_version.id as version_id'])
            .where('agreement.id', '=', id)
            .where('agreement.state', 'in', [...agreementMachine.groups.open])
            .where('agreement_version.state', 'in', [...versionMachine.groups.open])
            .where(commentableAgreements(scope.actor))
            .$if(input.replyTo !== undefined, (q) =>
              q.where((eb) =>
                eb.exists(
                  eb
                    .selectFrom('clause_comment as first')
                    .select('first.id')
                    .whereRef('first.agreement_id', '=', 'agreement.id')
                    .where('first.id', '=', input.replyTo ?? '')
                    .where('first.reply_to', 'is', null),
                ),
              ),
            ),
        )
        .with('written', (qc) =>
          qc
            .insertInto('clause_comment')
            .columns([
              'id',
              'agreement_id',
              'agreement_version_id',
              'clause_key',
              'reply_to',
              'text',
              'suggestion',
              'clause_version',
              'organisation_id',
              'created_at',
              'created_by',
            ])
            .expression((eb) =>
              eb.selectFrom('about').select((about) => [
                sql<string>`${commentId}::uuid`.as('id'),
                'about.id as agreement_id',
                'about.version_id as agreement_version_id',
                sql<string | null>`${input.clauseKey ?? null}::text`.as('clause_key'),
                sql<string | null>`${input.replyTo ?? null}::uuid`.as('reply_to'),
                sql<string>`${input.text.trim()}::text`.as('text'),
                sql<Clause | null>`${input.suggestion ? JSON.stringify(input.suggestion) : null}::jsonb`.as(
                  'suggestion',
                ),
                about
                  .selectFrom('draft_clause')
                  .select('draft_clause.version')
                  .whereRef('draft_clause.agreement_version_id', '=', 'about.version_id')
                  .where('draft_clause.clause_key', '=', input.clauseKey ?? '')
                  .as('clause_version'),
                sql<string>`${scope.actor.organisationId}::uuid`.as('organisation_id'),
                sql<Date>`${scope.clock.now()}::timestamptz`.as('created_at'),
                sql<string>`${scope.actor.personId}::uuid`.as('created_by'),
              ]),
            )
            .returning('agreement_id as id'),
        )
        .with('changed', (qc) => qc.selectFrom('written').select('written.id')),
    {
      action: input.suggestion ? 'agreement.suggested' : 'agreement.commented',
      objectType: 'agreement',
      details: { commentId, ...(input.clauseKey !== undefined && { clause: input.clauseKey }) },
    },
  );
  if (rows.length === 0) throw await whyNot(scope, id, input);
  const row = await selectComments(scope).where('clause_comment.id', '=', commentId).executeTakeFirstOrThrow();
  return present(row);
}

async function whyNot(scope: MemberScope, id: string, input: CommentInput): Promise<Problem> {
  const { open } = await readAgreement(scope, id);
  if (!open) return new Problem('agreement.no_draft');
  return new Problem(input.replyTo === undefined ? 'agreement.not_found' : 'agreement.comment_not_found');
}

export function selectComments(scope: MemberScope) {
  return scope.db
    .selectFrom('clause_comment')
    .innerJoin('agreement', 'agreement.id', 'clause_comment.agreement_id')
    .innerJoin('agreement_version', 'agreement_version.id', 'clause_comment.agreement_version_id')
    .innerJoin('person', 'person.id', 'clause_comment.created_by')
    .innerJoin('organisation', 'organisation.id', 'clause_comment.organisation_id')
    .select(['clause_comment.id', 'clause_comment.clause_key', 'clause_comment.reply_to', 'clause_comment.text'])
    .select(['clause_comment.suggestion', 'clause_comment.clause_version', 'clause_comment.created_at'])
    .select(['clause_comment.resolution', 'clause_comment.resolved_at', 'agreement_version.number'])
    .select(['person.id as person_id', 'person.name as person_name', 'organisation.name as organisation_name'])
    .where(visibleAgreements(scope.actor));
}

function present(row: Awaited<ReturnType<ReturnType<typeof selectComments>['execute']>>[number]): CommentView {
  return {
    id: row.id,
    versionNumber: row.number,
    clauseKey: row.clause_key,
    replyTo: row.reply_to,
    text: row.text,
    suggestion: row.suggestion,
    person: { id: row.person_id, name: row.person_name },
    organisation: row.organisation_name,
    createdAt: row.created_at.toISOString(),
    resolution: row.resolution,
    resolvedAt: row.resolved_at && row.resolved_at.toISOString(),
  };
}
