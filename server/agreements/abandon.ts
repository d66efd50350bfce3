import type { AgreementMoved } from '@collegium/contract/agreements/views.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { readAgreement } from './get-agreement.ts';
import { ended } from './next-version.ts';
import { actsForParty } from './policy.ts';

/**
 * Abandons the negotiation that is open, with a reason that all parties read. When a version is in force, this reverts to it:
 * nothing else changes. When nothing ever was, the agreement is abandoned with it.
 * Throws agreement.not_found, agreement.no_draft, request.move_not_allowed.
 */
export async function abandonNegotiation(scope: MemberScope, id: string, reason: string): Promise<AgreementMoved> {
  const now = scope.clock.now();
  const { abandon } = agreementMachine.moves;
  const rows = await change(
    scope,
    (db) =>
      db
        .with('closed', (qc) =>
          qc
            .updateTable('agreement_version')
            .from('agreement')
            .set((eb) => ({
              state: versionMachine.moves.abandon.to,
              closed_at: now,
              closed_by: scope.actor.personId,
              close_reason: reason,
              version: eb('agreement_version.version', '+', 1),
            }))
            .whereRef('agreement.id', '=', 'agreement_version.agreement_id')
            .where('agreement.id', '=', id)
            .where('agreement_version.state', 'in', [...versionMachine.moves.abandon.from])
            .where(actsForParty(scope.actor, 'agreement:change'))
            .returning(['agreement_version.agreement_id', 'agreement_version.number']),
        )
        .with('changed', (qc) =>
          qc
            .updateTable('agreement')
            .from('closed')
            .set((eb) => ({
              version: eb('agreement.version', '+', 1),
              state: sql`case when ${isNothingInForce()} then ${abandon.to} else agreement.state end`,
              ended_at: sql<Date>`case when ${isNothingInForce()} then ${now}::timestamptz else agreement.ended_at end`,
              end_reason: sql<string>`case when ${isNothingInForce()} then ${reason}::text else agreement.end_reason end`,
            }))
            .whereRef('agreement.id', '=', 'closed.agreement_id')
            .returning(['agreement.id', 'agreement.version', 'agreement.state']),
        )
        .with('gone', (qc) => qc.selectFrom('changed').select('changed.id').where('changed.state', '=', abandon.to))
        .with('reverted', (qc) =>
          qc.selectFrom('changed').select('changed.id').where('changed.state', '<>', abandon.to),
        ),
    { action: 'agreement.abandoned', objectType: 'agreement', of: 'gone', reason },
    { action: 'agreement.reverted', objectType: 'agreement', of: 'reverted', reason },
  );
  const [changed] = rows;
  if (changed) return { id, version: changed.version };
  const row = await readAgreement(scope, id);
  if (!agreementMachine.groups.open.includes(row.state)) throw ended(scope, row.state);
  throw new Problem(row.open === null ? 'agreement.no_draft' : 'agreement.not_found');
}

/** Nothing is in force, and no sealed version waits for its first day. */
function isNothingInForce() {
  return sql<boolean>`agreement.in_force_version_id is null`;
}
