import type { SigningView } from '@collegium/contract/agreements/signing.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { visibleAgreements } from '../policy.ts';
import { presentSigning } from './present.ts';
import { findSigning } from './signing-query.ts';

/** Who is to sign the version that was approved last, and who did. Throws `agreement.not_found`, `signing.not_approved`. */
export async function getSigning(scope: MemberScope, agreementId: string): Promise<SigningView> {
  const row = await findSigning(scope.db, agreementId, scope.clock.now())
    .where(visibleAgreements(scope.actor))
    .executeTakeFirst();
  if (row) return presentSigning(row, scope.actor);
  const seen = await scope.db
    .selectFrom('agreement')
    .select('agreement.id')
    .where('agreement.id', '=', agreementId)
    .where(visibleAgreements(scope.actor))
    .executeTakeFirst();
  throw new Problem(seen ? 'signing.not_approved' : 'agreement.not_found');
}
