import type {
  AccessionSeal,
  AccessionStatement,
  AgreementSeal,
  SealedStatement,
} from '@collegium/contract/agreements/seal.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import { canonicalJson } from '@collegium/matching';
import { change } from '../../platform/audit/change.ts';
import { jsonb } from '../../platform/database/database.ts';
import { isSignedBy, keyIdOf, type SealKey } from '../../platform/seal/keys.ts';
import { sealKeyOf } from '../../platform/seal/kept-key.ts';
import type { Scope } from '../../platform/scope.ts';
import { enterIntoForce } from '../enter-into-force.ts';
import { hasSigned } from './queries.ts';
import { listSealable } from './sealed-signatures.ts';

const { seal } = versionMachine.moves;

/**
 * Seals a version when its last signature was given, and puts it in force when its first day has come; otherwise, and
 * when it is sealed already, changes nothing. Raises `agreement.sealed`, and `agreement.entered_into_force` through
 * `enterIntoForce`. Returns whether it was sealed now.
 */
export async function sealWhenComplete(scope: Scope, versionId: string): Promise<boolean> {
  const version = await scope.db
    .selectFrom('agreement_version')
    .innerJoin('agreement_signing as signing', 'signing.agreement_version_id', 'agreement_version.id')
    .select(['agreement_id', 'number', 'hash', 'check_code'])
    .where('agreement_version.id', '=', versionId)
    .where('agreement_version.state', 'in', [...seal.from])
    .executeTakeFirst();
  if (!version?.hash) return false;
  const { signatures, missing, lastSignedAt } = await listSealable(scope.db, versionId);
  if (missing > 0) return false;
  const sealedAt = latest(scope.clock.now(), lastSignedAt);
  const made = makeSeal(sealKeyOf(scope.config), {
    format: 'collegium.agreement-seal/1',
    network: scope.network.slug,
    agreementId: version.agreement_id,
    number: version.number,
    versionHash: version.hash,
    sealedAt: sealedAt.toISOString(),
    checkCode: version.check_code,
    signatures,
  });
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('agreement_version')
          .set((eb) => ({ state: seal.to, sealed_at: sealedAt, seal: jsonb(made), version: eb('version', '+', 1) }))
          .where('agreement_version.id', '=', versionId)
          .where('state', 'in', [...seal.from])
          .where((eb) =>
            eb.not(
              eb.exists(
                eb
                  .selectFrom('agreement_signatory')
                  .select('agreement_signatory.id')
                  .where('agreement_signatory.agreement_version_id', '=', versionId)
                  .where((one) => one.not(hasSigned())),
              ),
            ),
          )
          .returning('id'),
      ),
    {
      action: 'agreement.sealed',
      objectType: 'agreement',
      objectId: version.agreement_id,
      details: { versionId, number: version.number, versionHash: version.hash, keyId: made.keyId },
    },
  );
  if (rows.length === 0) return false;
  await enterIntoForce(scope, version.agreement_id);
  return true;
}

/** Signs the statement with the platform's key: Ed25519 over its canonical JSON. */
export function makeSeal<S extends SealedStatement | AccessionStatement>(
  key: SealKey,
  statement: S,
): Omit<AgreementSeal, 'statement'> & { statement: S } {
  return {
    statement,
    keyId: key.id,
    publicKey: key.publicKey.toString('hex'),
    signature: key.sign(canonicalJson(statement)).toString('hex'),
  };
}

/** Whether a seal is the signature of its statement by the key that it names. Whose key that is, is another question. */
export function isSealSound({ statement, keyId, publicKey, signature }: AgreementSeal | AccessionSeal): boolean {
  if (!/^[0-9a-f]{64}$/.test(publicKey) || !/^[0-9a-f]{128}$/.test(signature)) return false;
  const key = Buffer.from(publicKey, 'hex');
  return keyIdOf(key) === keyId && isSignedBy(key, canonicalJson(statement), Buffer.from(signature, 'hex'));
}

/** A clock that was set back puts no seal before the signatures under it. */
function latest(now: Date, signedAt: Date | null): Date {
  return signedAt !== null && signedAt > now ? signedAt : now;
}
