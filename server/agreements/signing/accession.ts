import type { AccessionSeal, SealedSignature } from '@collegium/contract/agreements/seal.ts';
import type { SignInput } from '@collegium/contract/agreements/signing.ts';
import { accessionStatement } from '@collegium/contract/agreements/statement.ts';
import { pickText } from '@collegium/contract/pick-text.ts';
import { sealKeyOf } from '../../platform/seal/kept-key.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { Scope } from '../../platform/scope.ts';
import type { AgreementRow } from '../detail-query.ts';
import { makeSeal } from './seal-version.ts';

/** What is kept of the signature of whoever joins. */
export interface JoiningSignature {
  name: string;
  office: string;
  hash: string;
  statement: string;
}

/**
 * The signature with which an organisation joins the version in force. Throws agreement.signature_missing,
 * signing.other_text, signature.sign_in_again.
 */
export function signatureOfWhoJoins(
  row: Pick<AgreementRow, 'in_force'> & { signer_name: string | null; is_fresh: unknown },
  joining: { organisation_name: string; effective_on: string },
  input: SignInput | undefined,
): JoiningSignature {
  if (!input) throw new Problem('agreement.signature_missing');
  if (row.in_force?.hash !== input.hash) throw new Problem('signing.other_text');
  if (!row.is_fresh) throw new Problem('signature.sign_in_again');
  const { office, hash, language } = input;
  const name = row.signer_name ?? '';
  const title = pickText(row.in_force.terms.title, language);
  const { organisation_name: organisation, effective_on: joinsOn } = joining;
  const { number } = row.in_force;
  const statement = accessionStatement({ name, office, organisation, title, number, hash, joinsOn }, language);
  return { name, office, hash, statement };
}

/** An accession that was agreed, with the signature of whoever joins; null for one from before they were asked for. */
export interface SignedAccession {
  agreement_id: string;
  organisation_id: string;
  organisation_name: string;
  effective_on: string;
  signed_name: string | null;
  office: string | null;
  statement: string | null;
  version_hash: string | null;
  signed_at: Date | null;
  in_force_number: number | null;
}

/** The platform's seal on the signature of whoever joins, as it does on all signatures of a version. */
export function sealAccession(scope: Scope, row: SignedAccession): AccessionSeal | null {
  if (row.version_hash === null || row.in_force_number === null) return null;
  const signature: SealedSignature = {
    organisationId: row.organisation_id,
    organisation: row.organisation_name,
    kind: 'signatory',
    method: 'signed_in',
    name: row.signed_name ?? '',
    office: row.office ?? '',
    at: row.signed_at?.toISOString() ?? null,
    on: null,
    versionHash: row.version_hash,
    statement: row.statement ?? '',
    documentSha256: null,
    confirmedBy: null,
    confirmedAt: null,
  };
  return makeSeal(sealKeyOf(scope.config), {
    format: 'collegium.accession-seal/1',
    network: scope.network.slug,
    agreementId: row.agreement_id,
    number: row.in_force_number,
    versionHash: row.version_hash,
    joinedOn: row.effective_on,
    signature,
  });
}
