import type { ConfirmationInput, ElsewhereInput, SigningMoved } from '@collegium/contract/agreements/signing.ts';
import { sql } from 'kysely';
import { change } from '../../platform/audit/change.ts';
import type { AnswerableFile } from '../../platform/files/answer.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { today } from '../today.ts';
import { canWitnessDocuments } from './policy.ts';
import { findSignatory, selectSignatory } from './queries.ts';
import { checkSignable, recordSignature } from './record-signature.ts';

const documentTypes = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'];

/**
 * Brings a document that was signed elsewhere, on paper or with another tool, as the evidence of a signature. It counts
 * when another party confirms it. Throws `signatory.not_found`, `signature.file_not_found`, `signature.document_type`,
 * `signature.in_future`, `signature.given`, `signature.not_your_turn`, `signing.not_open`, `signing.other_text`.
 */
export async function bringDocument(
  scope: MemberScope,
  signatoryId: string,
  input: ElsewhereInput,
): Promise<SigningMoved> {
  const { organisationId, personId } = scope.actor;
  const signatory = await selectSignatory(scope.db)
    .select((eb) => [
      eb
        .selectFrom('file')
        .select('file.media_type')
        .where('file.id', '=', input.fileId)
        .where('file.organisation_id', '=', organisationId)
        .as('media_type'),
      sql<boolean>`${input.signedOn}::date between (agreement_version.proposed_at)::date - 1 and ${today(scope.clock.now())}`.as(
        'is_possible_day',
      ),
    ])
    .where('agreement_signatory.id', '=', signatoryId)
    .executeTakeFirst();
  if (!signatory || !canWitnessDocuments(scope.actor, signatory)) throw new Problem('signatory.not_found');
  checkSignable(signatory, input.hash);
  if (signatory.media_type === null) throw new Problem('signature.file_not_found');
  if (!documentTypes.includes(signatory.media_type)) throw new Problem('signature.document_type');
  if (!signatory.is_possible_day)
    throw new Problem('signature.in_future', { proposedOn: signatory.proposed_at?.toISOString().slice(0, 10) ?? '' });
  await recordSignature(scope, signatory, {
    method: 'elsewhere',
    name: input.name,
    office: input.office,
    language: signatory.language,
    hash: input.hash,
    personId,
    email: null,
    recordedFor: organisationId,
    fileId: input.fileId,
    signedOn: input.signedOn,
  });
  return { id: signatoryId, agreementId: signatory.agreement_id };
}

/**
 * Says, for another party than the one that brought it, whether the document is this signature of this text. Raises
 * `agreement.document_confirmed` or `agreement.document_refused`. Throws `signatory.not_found`,
 * `signature.nothing_to_confirm`, `signature.refusal_reason_missing`.
 */
export async function confirmDocument(
  scope: MemberScope,
  signatoryId: string,
  { decision, reason }: ConfirmationInput,
): Promise<SigningMoved> {
  const { organisationId, personId } = scope.actor;
  if (decision === 'refused' && reason === undefined) throw new Problem('signature.refusal_reason_missing');
  const signatory = await findSignatory(scope.db, signatoryId);
  if (!signatory || !canWitnessDocuments(scope.actor, signatory)) throw new Problem('signatory.not_found');
  const now = scope.clock.now();
  const decided =
    decision === 'confirmed'
      ? { confirmed_at: now, confirmed_by: personId, confirmed_for: organisationId }
      : { refused_at: now, refused_by: personId, refused_for: organisationId, refusal_reason: reason ?? '' };
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('agreement_signature')
          .from('agreement_version')
          .set(decided)
          .where('agreement_signature.signatory_id', '=', signatoryId)
          .where('agreement_signature.method', '=', 'elsewhere')
          .where('agreement_signature.confirmed_at', 'is', null)
          .where('agreement_signature.refused_at', 'is', null)
          .where('agreement_signature.recorded_for', '<>', organisationId)
          .where('agreement_version.id', '=', signatory.agreement_version_id)
          .where('agreement_version.state', '=', 'signing')
          .returning('agreement_signature.id'),
      ),
    {
      action: decision === 'confirmed' ? 'agreement.document_confirmed' : 'agreement.document_refused',
      objectType: 'agreement',
      objectId: signatory.agreement_id,
      ...(reason !== undefined && { reason }),
      details: {
        signatoryId,
        versionId: signatory.agreement_version_id,
        organisationId: signatory.organisation_id,
      },
    },
  );
  if (rows.length === 0) throw new Problem('signature.nothing_to_confirm');
  return { id: signatoryId, agreementId: signatory.agreement_id };
}

/** The document that was brought for a signatory, for the parties. Throws `signatory.not_found`. */
export async function getDocument(scope: MemberScope, signatoryId: string): Promise<AnswerableFile> {
  const found = await selectSignatory(scope.db)
    .innerJoin('agreement_signature as signature', 'signature.signatory_id', 'agreement_signatory.id')
    .innerJoin('file', 'file.id', 'signature.file_id')
    .select(['file.name as file_name', 'file.media_type', 'file.sha256'])
    .where('agreement_signatory.id', '=', signatoryId)
    .where('signature.refused_at', 'is', null)
    .executeTakeFirst();
  if (!found || !canWitnessDocuments(scope.actor, found)) throw new Problem('signatory.not_found');
  return { name: found.file_name, media_type: found.media_type, sha256: found.sha256 };
}
