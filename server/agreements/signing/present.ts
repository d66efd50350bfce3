import type {
  SignatoryStanding as Standing,
  SignatoryView,
  SignatureView,
  SigningView,
} from '@collegium/contract/agreements/signing.ts';
import type { Actor } from '../../platform/scope.ts';
import { canActFor } from '../policy.ts';
import { canArrange, canSign, canWitnessDocuments } from './policy.ts';
import type { SignatoryInSigning, SigningRow } from './signing-query.ts';

/** The signing as the reader sees it. */
export function presentSigning(row: SigningRow, actor: Actor): SigningView {
  const { parties } = row;
  return {
    agreementId: row.agreement_id,
    reference: row.reference,
    title: row.terms.title,
    authenticLanguage: row.terms.authenticLanguage,
    number: row.number,
    state: row.state,
    hash: row.hash ?? '',
    dueOn: row.due_on,
    checkCode: row.check_code,
    startedAt: row.started_at?.toISOString() ?? null,
    sealedAt: row.sealed_at?.toISOString() ?? null,
    parties: parties
      .filter(({ left_on }) => left_on === null)
      .map(({ organisation_id, name, short_mark }) => ({ id: organisation_id, name, shortMark: short_mark })),
    signatories: row.signatories.map((signatory) => presentSignatory(signatory, row, actor)),
    joined: row.joined.map((one) => ({
      organisation: { id: one.id, name: one.organisation_name, shortMark: one.short_mark },
      joinedOn: one.effective_on,
      name: one.signed_name ?? '',
      office: one.office ?? '',
      at: isoOf(one.at) ?? '',
      statement: one.statement ?? '',
    })),
    canStart: row.state === 'approved' && canActFor(actor, { parties, guests: [], joining: [] }, 'agreement:sign'),
  };
}

function presentSignatory(row: SignatoryInSigning, signing: SigningRow, actor: Actor): SignatoryView {
  const standing = standingOf(row);
  const isOpen = signing.state === 'signing';
  const isLacking = isOpen && (standing === 'due' || standing === 'waiting');
  const one = { ...row, parties: signing.parties };
  const arranges = isLacking && canArrange(actor, one);
  return {
    id: row.id,
    organisation: { id: row.organisation_id, name: row.organisation_name, shortMark: row.short_mark },
    kind: row.kind,
    step: row.step,
    person: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '' },
    name: row.name,
    email: row.email === null || canArrange(actor, one) ? row.email : '…',
    office: row.office,
    delegates: row.delegates,
    standing,
    hasLeft: row.has_left,
    askedAt: isoOf(row.asked_at),
    linkExpiresAt: row.email === null ? null : isoOf(row.link_expires_at),
    declined:
      row.declined_at === null
        ? null
        : { at: isoOf(row.declined_at) ?? '', by: row.declined_by ?? '', reason: row.decline_reason ?? '' },
    signature: row.signature ? presentSignature(row.signature) : null,
    version: row.version,
    abilities: {
      sign: isOpen && standing === 'due' && canSign(actor, one),
      decline: isLacking && canSign(actor, one),
      replace: arranges,
      delegate: arranges && row.person_id !== null,
      sendLink: arranges && row.email !== null && standing === 'due',
      bringDocument: isOpen && standing === 'due' && canWitnessDocuments(actor, one),
      confirmDocument:
        isOpen &&
        standing === 'unconfirmed' &&
        row.signature?.recorded_for !== actor.organisationId &&
        canWitnessDocuments(actor, one),
    },
  };
}

function standingOf({ declined_at, signature, is_their_turn }: SignatoryInSigning): Standing {
  if (declined_at !== null) return 'declined';
  if (signature) return signature.method === 'elsewhere' && signature.confirmed_at === null ? 'unconfirmed' : 'signed';
  return is_their_turn ? 'due' : 'waiting';
}

function presentSignature(row: NonNullable<SignatoryInSigning['signature']>): SignatureView {
  return {
    method: row.method,
    name: row.name,
    office: row.office,
    at: isoOf(row.signed_at),
    on: row.signed_on,
    statement: row.statement,
    versionHash: row.version_hash,
    document:
      row.file_id === null
        ? null
        : { name: row.file_name ?? '', sizeBytes: Number(row.size_bytes), sha256: row.file_sha256 ?? '' },
    recordedFor: row.recorded_for,
    confirmed:
      row.confirmed_at === null || row.confirmed_for === null
        ? null
        : {
            at: isoOf(row.confirmed_at) ?? '',
            by: row.confirmed_by === null ? null : { id: row.confirmed_by, name: row.confirmer_name ?? '' },
            organisationId: row.confirmed_for,
          },
  };
}

/** Instants inside JSON come as text. */
export function isoOf(at: Date | string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
