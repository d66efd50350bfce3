import type { AgreementCheck, AgreementFile } from '@collegium/contract/agreements/seal.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { canonicalHash } from '@collegium/matching';
import { sql, type ExpressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tables } from '../../platform/database/tables.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope, Scope } from '../../platform/scope.ts';
import { visibleAgreements } from '../policy.ts';
import { listSealable } from './sealed-signatures.ts';
import { isSealSound } from './seal-version.ts';

/** What a document says to whoever holds its code, and whether it still fits its seal. Throws `agreement_check.not_found`. */
export async function checkByCode(scope: Scope, code: string): Promise<AgreementCheck> {
  const row = await selectVersion(scope)
    .innerJoin('agreement', 'agreement.id', 'agreement_version.agreement_id')
    .select(['agreement.state as agreement_state', 'agreement.in_force_version_id', 'agreement.reference'])
    .where('signing.check_code', '=', code.replaceAll(/[\s-]/g, '').toUpperCase())
    .executeTakeFirst();
  if (!row?.content || !row.hash) throw new Problem('agreement_check.not_found');
  const { signatures, missing } = await listSealable(scope.db, row.id);
  return {
    reference: row.reference,
    title: row.content.terms.title,
    number: row.number,
    hash: row.hash,
    standing: standingOf(row),
    parties: row.content.parties.map(({ name }) => name),
    signatures,
    missing,
    accessions: row.accessions.map(({ seal }) => ({
      joinedOn: seal.statement.joinedOn,
      signature: seal.statement.signature,
    })),
    sealedAt: row.sealed_at?.toISOString() ?? null,
    keyId: row.seal?.keyId ?? null,
    isSealRight: row.seal
      ? [row.seal, ...row.accessions.map(({ seal }) => seal)].every(
          (seal) => isSealSound(seal) && seal.statement.versionHash === row.hash,
        ) && canonicalHash(row.content) === row.hash
      : null,
  };
}

/** The record, its signatures and its seal: all that is needed to check them elsewhere. Throws `agreement.version_not_found`. */
export async function getAgreementFile(
  scope: MemberScope,
  agreementId: string,
  number: number,
): Promise<AgreementFile> {
  const row = await selectVersion(scope)
    .innerJoin('agreement', 'agreement.id', 'agreement_version.agreement_id')
    .where('agreement.id', '=', agreementId)
    .where('agreement_version.number', '=', number)
    .where(visibleAgreements(scope.actor))
    .executeTakeFirst();
  if (!row?.content || !row.hash) throw new Problem('agreement.version_not_found', { number });
  const signatures = row.seal?.statement.signatures ?? (await listSealable(scope.db, row.id)).signatures;
  return {
    format: 'collegium.agreement-file/1',
    network: scope.network.slug,
    checkUrl: row.check_code === null ? null : checkUrl(scope, row.check_code),
    hash: row.hash,
    record: row.content,
    signatures,
    seal: row.seal,
    ...(row.accessions.length > 0 && { accessions: row.accessions.map(({ seal }) => seal) }),
  };
}

/** Where anybody checks the document that has this code. */
export function checkUrl({ config, network }: Pick<Scope, 'config' | 'network'>, code: string): string {
  return `${config.url}/${network.slug}/check/${code}`;
}

function selectVersion(scope: Scope) {
  return scope.db
    .selectFrom('agreement_version')
    .leftJoin('agreement_signing as signing', 'signing.agreement_version_id', 'agreement_version.id')
    .select([
      'agreement_version.id',
      'agreement_version.number',
      'agreement_version.state',
      'agreement_version.content',
      'agreement_version.hash',
      'agreement_version.seal',
      'agreement_version.sealed_at',
      'signing.check_code',
    ])
    .select((eb) => jsonArrayFrom(accessionsTo(eb)).as('accessions'));
}

/** Who joined the version since, by its own signature on this text. */
function accessionsTo(eb: ExpressionBuilder<Tables, 'agreement_version'>) {
  return eb
    .selectFrom('agreement_request')
    .select((request) => request.ref('agreement_request.seal').$notNull().as('seal'))
    .whereRef('agreement_request.agreement_id', '=', 'agreement_version.agreement_id')
    .where('agreement_request.state', '=', 'done')
    .where(sql<boolean>`agreement_request.seal -> 'statement' ->> 'versionHash' = agreement_version.hash`)
    .orderBy('agreement_request.effective_on')
    .orderBy('agreement_request.id');
}

function standingOf(row: {
  id: string;
  state: string;
  agreement_state: string;
  in_force_version_id: string | null;
}): AgreementCheck['standing'] {
  if (row.state === 'signing') return 'being_signed';
  if (row.state === 'superseded') return 'replaced';
  if (row.state !== 'sealed') return 'declined';
  if (agreementMachine.groups.ended.some((state) => state === row.agreement_state)) return 'ended';
  return row.in_force_version_id === row.id ? 'in_force' : 'sealed';
}
