import type { SealedSignature } from '@collegium/contract/agreements/seal.ts';
import type { Database } from '../../platform/database/database.ts';
import { isoOf } from './present.ts';

/** The signatures of a version that count, in the order of signing steps and parties; and how many are missing. */
export async function listSealable(
  db: Database,
  versionId: string,
): Promise<{ signatures: SealedSignature[]; missing: number; lastSignedAt: Date | null }> {
  const rows = await db
    .selectFrom('agreement_signatory')
    .innerJoin('agreement_version', 'agreement_version.id', 'agreement_signatory.agreement_version_id')
    .innerJoin('organisation', 'organisation.id', 'agreement_signatory.organisation_id')
    .leftJoin('agreement_party', (join) =>
      join
        .onRef('agreement_party.agreement_id', '=', 'agreement_version.agreement_id')
        .onRef('agreement_party.organisation_id', '=', 'agreement_signatory.organisation_id'),
    )
    .leftJoin('agreement_signature as given', (join) =>
      join
        .onRef('given.signatory_id', '=', 'agreement_signatory.id')
        .on('given.refused_at', 'is', null)
        .on((on) => on.or([on('given.method', '<>', 'elsewhere'), on('given.confirmed_at', 'is not', null)])),
    )
    .leftJoin('file', 'file.id', 'given.file_id')
    .leftJoin('organisation as confirmer', 'confirmer.id', 'given.confirmed_for')
    .select([
      'agreement_signatory.organisation_id',
      'organisation.name as organisation',
      'agreement_signatory.kind',
      'given.method',
      'given.name',
      'given.office',
      'given.signed_at',
      'given.signed_on',
      'given.version_hash',
      'given.statement',
      'file.sha256',
      'confirmer.name as confirmer',
      'given.confirmed_at',
    ])
    .where('agreement_signatory.agreement_version_id', '=', versionId)
    .orderBy('agreement_signatory.step')
    .orderBy('agreement_party.position')
    .orderBy('agreement_signatory.id')
    .execute();
  const given = rows.filter((row) => row.method !== null);
  const instants = given
    .flatMap(({ signed_at, confirmed_at }) => [signed_at, confirmed_at])
    .filter((at) => at !== null);
  return {
    signatures: given.map((row) => ({
      organisationId: row.organisation_id,
      organisation: row.organisation,
      kind: row.kind,
      method: row.method as SealedSignature['method'],
      name: row.name ?? '',
      office: row.office ?? '',
      at: isoOf(row.signed_at),
      on: row.signed_on,
      versionHash: row.version_hash ?? '',
      statement: row.statement ?? '',
      documentSha256: row.sha256,
      confirmedBy: row.confirmer,
      confirmedAt: isoOf(row.confirmed_at),
    })),
    missing: rows.length - given.length,
    lastSignedAt: instants.length === 0 ? null : new Date(Math.max(...instants.map((at) => at.getTime()))),
  };
}
