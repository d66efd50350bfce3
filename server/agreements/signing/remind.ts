import { sql } from 'kysely';
import { change } from '../../platform/audit/change.ts';
import type { JobDefinition } from '../../platform/jobs/job.ts';
import { inEveryNetwork } from '../../platform/jobs/in-every-network.ts';
import type { Scope } from '../../platform/scope.ts';
import { today } from '../today.ts';
import { hasSigned } from './queries.ts';

/** On how many days before the last one a missing signature is reminded of; never after it. */
const daysBefore = [7, 3, 1];

/** Reminds signatories whose turn it is and whose last day is near; once a day at most. Returns how many. */
export async function remindSignatories(scope: Scope): Promise<number> {
  const now = scope.clock.now();
  const due = await scope.db
    .selectFrom('agreement_signatory')
    .innerJoin(
      'agreement_signing as signing',
      'signing.agreement_version_id',
      'agreement_signatory.agreement_version_id',
    )
    .innerJoin('agreement_version', 'agreement_version.id', 'agreement_signatory.agreement_version_id')
    .select(['agreement_signatory.id', 'agreement_version.agreement_id', 'agreement_signatory.agreement_version_id'])
    .where('agreement_version.state', '=', 'signing')
    .where('agreement_signatory.asked_at', 'is not', null)
    .where(sql<boolean>`signing.due_on - ${today(now)} = any(${daysBefore}::int[])`)
    .where(sql<boolean>`agreement_signatory.reminded_on is distinct from ${today(now)}`)
    .where(sql<boolean>`(agreement_signatory.asked_at)::date < ${today(now)}`)
    .where((eb) => eb.not(hasSigned()))
    .execute();
  for (const { id, agreement_id: agreementId, agreement_version_id: versionId } of due)
    await change(
      scope,
      (db) =>
        db.with('changed', (qc) =>
          qc
            .updateTable('agreement_signatory')
            .set({ reminded_on: today(now) })
            .where('id', '=', id)
            .where(sql<boolean>`reminded_on is distinct from ${today(now)}`)
            .returning('id'),
        ),
      {
        action: 'agreement.signature_reminded',
        objectType: 'agreement',
        objectId: agreementId,
        details: { signatoryId: id, versionId },
      },
    );
  return due.length;
}

/** Every hour: the day begins at another hour in each network. */
export const remindSignatoriesJob: JobDefinition = inEveryNetwork(
  'agreement.signature_reminded',
  '23 * * * *',
  remindSignatories,
);
