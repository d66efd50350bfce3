import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import { change } from '../../platform/audit/change.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { Scope } from '../../platform/scope.ts';
import type { SignatoryRow } from './queries.ts';

const { decline_signature: decline } = versionMachine.moves;

/**
 * Records that somebody does not sign: the version is returned, whatever others signed of it. Raises
 * `agreement.signature_declined`. Throws `signature.given`, `signing.not_open`.
 */
export async function recordDecline(
  scope: Scope,
  signatory: SignatoryRow,
  { name, reason, linkId }: { name: string; reason: string; linkId?: string },
): Promise<void> {
  if (signatory.given) throw new Problem('signature.given');
  const now = scope.clock.now();
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .updateTable('agreement_version')
            .set((eb) => ({
              state: decline.to,
              closed_at: now,
              closed_by: scope.actor.personId,
              close_reason: reason,
              version: eb('version', '+', 1),
            }))
            .where('agreement_version.id', '=', signatory.agreement_version_id)
            .where('state', 'in', [...decline.from])
            .where((eb) =>
              eb.not(
                eb.exists(
                  eb
                    .selectFrom('agreement_signature as given')
                    .select('given.id')
                    .where('given.signatory_id', '=', signatory.id)
                    .where('given.refused_at', 'is', null),
                ),
              ),
            )
            .returning('agreement_version.id'),
        )
        .with('declined', (qc) =>
          qc
            .updateTable('agreement_signatory')
            .from('changed')
            .set({ declined_at: now, declined_by: name, decline_reason: reason })
            .where('agreement_signatory.id', '=', signatory.id),
        )
        .with('spent', (qc) =>
          qc
            .updateTable('signing_link')
            .from('changed')
            .set({ used_at: now, code_sha256: null })
            .where('signing_link.id', '=', linkId ?? null),
        ),
    {
      action: 'agreement.signature_declined',
      objectType: 'agreement',
      objectId: signatory.agreement_id,
      reason,
      details: {
        versionId: signatory.agreement_version_id,
        signatoryId: signatory.id,
        organisationId: signatory.organisation_id,
        name,
      },
    },
  );
  if (rows.length === 0) throw new Problem('signing.not_open');
}
