import { signingStatement } from '@collegium/contract/agreements/statement.ts';
import { pickText } from '@collegium/contract/pick-text.ts';
import { sql } from 'kysely';
import { change } from '../../platform/audit/change.ts';
import { newId } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { Scope } from '../../platform/scope.ts';
import { isTheirTurn, type SignatoryRow } from './queries.ts';

/** What differs between signing with an account, by a link, and elsewhere. */
export interface GivenSignature {
  method: 'signed_in' | 'link' | 'elsewhere';
  name: string;
  office: string;
  language: string;
  hash: string;
  personId: string | null;
  email: string | null;
  recordedFor: string;
  fileId?: string;
  signedOn?: string;
  linkId?: string;
}

/** Throws the sentence for which a signature cannot be given now, whoever gives it. */
export function checkSignable(signatory: SignatoryRow, hash: string): void {
  if (signatory.given) throw new Problem('signature.given');
  if (signatory.version_state !== 'signing' || signatory.declined_at !== null) throw new Problem('signing.not_open');
  if (signatory.hash !== hash) throw new Problem('signing.other_text');
  if (signatory.before.length > 0)
    throw new Problem('signature.not_your_turn', { names: signatory.before.map(({ name }) => name).join(', ') });
}

/**
 * Records a signature in one statement that holds the version as it is, so that none is given to a text that is declined
 * or sealed at the same moment. Raises `agreement.signed`, or `agreement.document_brought` for one given elsewhere.
 */
export async function recordSignature(scope: Scope, signatory: SignatoryRow, given: GivenSignature): Promise<void> {
  const now = scope.clock.now();
  const isHere = given.method !== 'elsewhere';
  const row = {
    id: newId(),
    signatory_id: signatory.id,
    method: given.method,
    person_id: given.personId,
    email: given.email,
    name: given.name,
    office: given.office,
    version_hash: given.hash,
    statement: statementOf(signatory, given),
    language: given.language,
    signed_at: isHere ? now : null,
    signed_on: given.signedOn ?? null,
    recorded_at: now,
    recorded_for: given.recordedFor,
    file_id: given.fileId ?? null,
  };
  const columns = Object.keys(row) as (keyof typeof row)[];
  const rows = await change(
    scope,
    (db) =>
      db
        .with('held', (qc) =>
          qc
            .selectFrom('agreement_version')
            .select('agreement_version.id')
            .where('agreement_version.id', '=', signatory.agreement_version_id)
            .where('agreement_version.state', '=', 'signing')
            .where('agreement_version.hash', '=', given.hash)
            .forShare(),
        )
        .with('changed', (qc) =>
          qc
            .insertInto('agreement_signature')
            .columns(columns)
            .expression((eb) =>
              eb
                .selectFrom('held')
                .innerJoin('agreement_signatory', 'agreement_signatory.agreement_version_id', 'held.id')
                .select(columns.map((column) => sql`${row[column]}::${sql.raw(typeOf(column))}`.as(column)) as never)
                .where('agreement_signatory.id', '=', signatory.id)
                .where('agreement_signatory.version', '=', signatory.version)
                .where('agreement_signatory.declined_at', 'is', null)
                .where(isTheirTurn()),
            )
            .returning('id'),
        )
        .with('spent', (qc) =>
          qc
            .updateTable('signing_link')
            .from('changed')
            .set({ used_at: now, code_sha256: null })
            .where('signing_link.id', '=', given.linkId ?? null),
        ),
    {
      action: isHere ? 'agreement.signed' : 'agreement.document_brought',
      objectType: 'agreement',
      objectId: signatory.agreement_id,
      details: {
        versionId: signatory.agreement_version_id,
        signatoryId: signatory.id,
        organisationId: signatory.organisation_id,
        method: given.method,
        name: given.name,
        versionHash: given.hash,
      },
    },
  );
  if (rows.length === 0) throw new Problem('signing.not_open');
}

/** The words that the signatory declares, in the language that was shown. */
export function statementOf(
  signatory: SignatoryRow,
  { name, office, language, hash }: Pick<GivenSignature, 'name' | 'office' | 'language' | 'hash'>,
): string {
  const { kind, organisation_name: organisation, number, content } = signatory;
  const title = content ? pickText(content.terms.title, language) : '';
  return signingStatement({ kind, name, office, organisation, title, number, hash }, language);
}

function typeOf(column: string): string {
  if (column === 'id' || column === 'recorded_for' || column.endsWith('_id')) return 'uuid';
  if (column.endsWith('_at')) return 'timestamptz';
  return column === 'signed_on' ? 'date' : 'text';
}
