import type { AgreementView, VersionText } from '@collegium/contract/agreements/views.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { canRead } from './abilities.ts';
import { findAgreement, selectText, type AgreementRow } from './detail-query.ts';
import { visibleAgreements } from './policy.ts';
import { presentAgreement, presentText } from './present.ts';

/** An agreement with its texts, parties, review and requests. Throws agreement.not_found. */
export async function getAgreement(scope: MemberScope, id: string): Promise<AgreementView> {
  return presentAgreement(scope, await readAgreement(scope, id));
}

/** The same as a row, for a verb that needs more than conditions, or must find out why it could not act. */
export async function readAgreement(scope: MemberScope, id: string): Promise<AgreementRow> {
  const row = await findAgreement(scope.db, id, scope.clock.now());
  if (!row || !canRead(scope.actor, row)) throw new Problem('agreement.not_found');
  return row;
}

/** The text of one version, for reading and for comparing. Throws agreement.not_found, agreement.version_not_found. */
export async function getVersion(scope: MemberScope, id: string, number: number): Promise<VersionText> {
  const row = await selectText(scope.db)
    .innerJoin('agreement', 'agreement.id', 'v.agreement_id')
    .where('agreement.id', '=', id)
    .where('v.number', '=', number)
    .where(visibleAgreements(scope.actor))
    .executeTakeFirst();
  if (row) return presentText(row);
  await readAgreement(scope, id);
  throw new Problem('agreement.version_not_found', { number });
}
