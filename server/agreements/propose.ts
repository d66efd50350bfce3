import type { AgreementMoved } from '@collegium/contract/agreements/views.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import { canonicalHash } from '@collegium/matching';
import { change } from '../platform/audit/change.ts';
import { jsonb } from '../platform/database/database.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { abilitiesOf } from './abilities.ts';
import { readAgreement } from './get-agreement.ts';
import { actsForParty } from './policy.ts';
import { checkRecord, recordOf } from './record-of.ts';

const { propose } = versionMachine.moves;

/**
 * Proposes the draft of this version: from now on its text is immutable and named by its hash, and every party reviews it.
 * The draft is read and frozen with `version`, so nothing is proposed that the actor has not seen.
 * Throws agreement.not_found, agreement.no_draft, request.version_stale, agreement.unfilled, agreement.faulty.
 */
export async function proposeDraft(scope: MemberScope, id: string, version: number): Promise<AgreementMoved> {
  const row = await readAgreement(scope, id);
  const { open } = row;
  if (!open || !propose.from.includes(open.state)) throw new Problem('agreement.no_draft');
  if (open.version !== version) throw new Problem('request.version_stale');
  const record = recordOf(row, open);
  checkRecord(record, scope.language);
  const hash = canonicalHash(record);
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('agreement_version')
          .from('agreement')
          .set((eb) => ({
            state: propose.to,
            content: jsonb(record),
            hash,
            proposed_at: scope.clock.now(),
            proposed_by: scope.actor.personId,
            version: eb('agreement_version.version', '+', 1),
          }))
          .whereRef('agreement.id', '=', 'agreement_version.agreement_id')
          .where('agreement_version.id', '=', open.id)
          .where('agreement_version.state', 'in', [...propose.from])
          .where('agreement_version.version', '=', version)
          .where(actsForParty(scope.actor, 'agreement:change'))
          .returning(['agreement.id', 'agreement_version.version']),
      ),
    {
      action: 'agreement.proposed',
      objectType: 'agreement',
      details: { number: open.number, hash, parties: record.parties.map(({ organisationId }) => organisationId) },
    },
  );
  const [proposed] = rows;
  if (proposed) return proposed;
  throw new Problem(canPropose(scope, row) ? 'request.version_stale' : 'agreement.not_found');
}

function canPropose(scope: MemberScope, row: Awaited<ReturnType<typeof readAgreement>>): boolean {
  return abilitiesOf(scope.actor, row).propose;
}
