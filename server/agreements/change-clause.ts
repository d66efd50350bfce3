import type { Clause } from '@collegium/contract/agreements/clause.ts';
import type { DraftClauseView } from '@collegium/contract/agreements/input.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import type { QueryCreator } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { jsonb } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { abilitiesOf } from './abilities.ts';
import { readAgreement } from './get-agreement.ts';
import { editableAgreements } from './policy.ts';

/**
 * Changes one clause of the draft, when nobody else changed it meanwhile: else agreement.clause_stale with the text as it
 * stands now. Throws agreement.not_found, agreement.no_draft, agreement.clause_not_found, agreement.clause_key_differs.
 */
export async function changeClause(
  scope: MemberScope,
  id: string,
  key: string,
  version: number,
  clause: Clause,
): Promise<DraftClauseView> {
  if (clause.key !== key) throw new Problem('agreement.clause_key_differs');
  const rows = await change(
    scope,
    (db) =>
      db
        .with('held', (qc) => holdDraft(qc, scope, id, { key, version }))
        .with('written', (qc) =>
          qc
            .updateTable('draft_clause')
            .from('held')
            .set((eb) => ({
              body: jsonb(clause),
              version: eb('draft_clause.version', '+', 1),
              changed_at: scope.clock.now(),
              changed_by: scope.actor.personId,
            }))
            .whereRef('draft_clause.agreement_version_id', '=', 'held.version_id')
            .where('draft_clause.clause_key', '=', key)
            .where('draft_clause.version', '=', version)
            .returning(['held.id', 'draft_clause.version']),
        )
        .with('changed', (qc) => qc.selectFrom('written').select(['written.id', 'written.version'])),
    { action: 'agreement.clause_changed', objectType: 'agreement', details: { clause: key } },
  );
  const [changed] = rows;
  return changed ? { clause, version: changed.version } : refuseClause(scope, id, key, version);
}

/** Takes a clause out of the draft. Throws what `changeClause` throws. */
export async function removeClause(scope: MemberScope, id: string, key: string, version: number): Promise<void> {
  const rows = await change(
    scope,
    (db) =>
      db
        .with('held', (qc) => holdDraft(qc, scope, id, { key, version }))
        .with('removed', (qc) =>
          qc
            .deleteFrom('draft_clause')
            .using('held')
            .whereRef('draft_clause.agreement_version_id', '=', 'held.version_id')
            .where('draft_clause.clause_key', '=', key)
            .where('draft_clause.version', '=', version)
            .returning('held.id'),
        )
        .with('changed', (qc) => qc.selectFrom('removed').select('removed.id')),
    { action: 'agreement.clause_removed', objectType: 'agreement', details: { clause: key } },
  );
  if (rows.length === 0) await refuseClause(scope, id, key, version);
}

/**
 * Locks the draft for one change and counts it, so that whoever proposes proposes what they have read, and nothing is
 * written into a draft that was proposed in the same instant. Returns nothing when the actor may not edit, there is no
 * draft, or the clause named is of another version.
 */
export function holdDraft(
  qc: QueryCreator<Tables>,
  scope: MemberScope,
  id: string,
  only: { key?: string; version?: number } = {},
) {
  return qc
    .updateTable('agreement_version')
    .from('agreement')
    .set((eb) => ({ version: eb('agreement_version.version', '+', 1) }))
    .whereRef('agreement.id', '=', 'agreement_version.agreement_id')
    .where('agreement.id', '=', id)
    .where('agreement_version.state', '=', versionMachine.moves.edit.to)
    .where(editableAgreements(scope.actor))
    .$if(only.key !== undefined, (q) =>
      q.where((eb) =>
        eb.exists(
          eb
            .selectFrom('draft_clause as meant')
            .select('meant.id')
            .whereRef('meant.agreement_version_id', '=', 'agreement_version.id')
            .where('meant.clause_key', '=', only.key ?? '')
            .where('meant.version', '=', only.version ?? 0),
        ),
      ),
    )
    .returning(['agreement.id', 'agreement_version.id as version_id', 'agreement_version.version']);
}

/** Says why a clause of the draft could not be changed. */
export async function refuseClause(scope: MemberScope, id: string, key: string, version: number): Promise<never> {
  const row = await readAgreement(scope, id);
  if (row.open?.state !== versionMachine.moves.edit.to) throw new Problem('agreement.no_draft');
  const clause = row.open.draft.find((one) => one.clause_key === key);
  if (!clause) throw new Problem('agreement.clause_not_found');
  if (clause.version === version || !abilitiesOf(scope.actor, row).edit) throw new Problem('agreement.not_found');
  throw new Problem('agreement.clause_stale', {}, [], {
    clause: clause.body,
    version: clause.version,
    changedBy: clause.editor_name,
  });
}
