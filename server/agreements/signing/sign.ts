import type { DeclineInput, SignInput, SigningMoved } from '@collegium/contract/agreements/signing.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { recordDecline } from './record-decline.ts';
import { canSign } from './policy.ts';
import { findForSigner } from './queries.ts';
import { checkSignable, recordSignature } from './record-signature.ts';

/**
 * Signs on behalf of the actor's organisation. `signInToken` is that of the browser's cookie: whoever signs has proved who
 * they are within five minutes, and no machine signs. Throws `signatory.not_found`, `signature.sign_in_again`,
 * `signature.given`, `signature.not_your_turn`, `signing.not_open`, `signing.other_text`.
 */
export async function sign(
  scope: MemberScope,
  signatoryId: string,
  input: SignInput & { signInToken: string | undefined },
): Promise<SigningMoved> {
  const signatory = await ownSignatory(scope, signatoryId, input.signInToken);
  checkSignable(signatory, input.hash);
  if (!signatory.is_fresh) throw new Problem('signature.sign_in_again');
  await recordSignature(scope, signatory, {
    method: 'signed_in',
    name: signatory.signer_name ?? '',
    office: input.office,
    language: input.language,
    hash: input.hash,
    personId: scope.actor.personId,
    email: null,
    recordedFor: signatory.organisation_id,
  });
  return { id: signatory.id, agreementId: signatory.agreement_id };
}

/**
 * Declines to sign, with a reason that every party reads; the version goes back to negotiation. Throws
 * `signatory.not_found`, `signing.not_open`, `signature.given`.
 */
export async function declineToSign(
  scope: MemberScope,
  signatoryId: string,
  { reason }: DeclineInput,
): Promise<SigningMoved> {
  const signatory = await ownSignatory(scope, signatoryId, undefined);
  await recordDecline(scope, signatory, { name: signatory.signer_name ?? '', reason });
  return { id: signatory.id, agreementId: signatory.agreement_id };
}

async function ownSignatory(scope: MemberScope, id: string, token: string | undefined) {
  const now = scope.clock.now();
  const { personId, accountId } = scope.actor;
  const signatory = await findForSigner(scope.db, id, { personId, accountId, token, now });
  if (!signatory || !canSign(scope.actor, signatory)) throw new Problem('signatory.not_found');
  return signatory;
}
