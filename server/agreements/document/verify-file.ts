import { AgreementFile } from '@collegium/contract/agreements/seal.ts';
import { canonicalHash, canonicalJson } from '@collegium/matching';
import { Check, Errors } from 'typebox/value';
import { readAttachment } from '../../platform/documents/read-attachment.ts';
import { isSealSound } from '../signing/seal-version.ts';

/** What was found in a document, without asking anybody. `faults` is empty when everything in it fits together. */
export interface FileReport {
  file: AgreementFile | null;
  faults: string[];
  /** Whether the platform sealed it; an unsealed file that fits is only a copy of a text. */
  isSealed: boolean;
  /** Whether the key of the seal is the one that the reader gave; null when none was given. */
  isKeyKnown: boolean | null;
}

/** Takes the record out of a PDF, or reads it as JSON, and checks text, signatures and seal against each other. */
export function verifyAgreementFile(bytes: Uint8Array, publicKey?: string): FileReport {
  const read = readFile(bytes);
  if (typeof read === 'string') return { file: null, faults: [read], isSealed: false, isKeyKnown: null };
  const { seal, accessions = [] } = read;
  const isKeyKnown =
    seal && publicKey !== undefined
      ? [seal, ...accessions].every((one) => one.publicKey === publicKey.toLowerCase())
      : null;
  return {
    file: read,
    faults: [...faultsOf(read), ...(isKeyKnown === false ? [otherKey] : [])],
    isSealed: seal !== null,
    isKeyKnown,
  };
}

const otherKey = 'The seal was made with another key than the one you gave.';

function readFile(bytes: Uint8Array): AgreementFile | string {
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
  const text = isPdf ? readAttachment(bytes, 'agreement.json') : bytes;
  if (!text) return 'No record is attached to this PDF. It was not made by Collegium, or it was printed anew.';
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text).toString('utf8'));
  } catch {
    return 'This is neither a PDF with a record nor a record as JSON.';
  }
  if (Check(AgreementFile, value)) return value;
  const [first] = Errors(AgreementFile, value);
  return `The record is not as it should be: ${first?.instancePath || '/'} ${first?.message ?? ''}.`;
}

function faultsOf({ record, hash, signatures, seal, network, accessions = [] }: AgreementFile): string[] {
  const faults: string[] = [];
  if (canonicalHash(record) !== hash)
    faults.push('The text was changed: its fingerprint is not the one on the document.');
  for (const { name, organisation, versionHash } of signatures)
    if (versionHash !== hash) faults.push(`The signature of ${name} (${organisation}) is on another text.`);
  for (const { statement, ...rest } of accessions) {
    const { name, organisation } = statement.signature;
    if (!isSealSound({ statement, ...rest }))
      faults.push(`The seal on the accession of ${organisation} is not the signature of what it says.`);
    const isOnThis = [statement.versionHash, statement.signature.versionHash].every((one) => one === hash);
    if (!isOnThis || statement.agreementId !== record.agreementId || statement.network !== network)
      faults.push(`${name} (${organisation}) joined another text.`);
  }
  if (!seal) return faults;
  const { statement } = seal;
  if (!isSealSound(seal)) faults.push('The seal is not the signature of what it says.');
  const isAboutThis =
    statement.versionHash === hash &&
    statement.agreementId === record.agreementId &&
    statement.number === record.number &&
    statement.network === network;
  if (!isAboutThis) faults.push('The seal is that of another version.');
  if (canonicalJson(statement.signatures) !== canonicalJson(signatures))
    faults.push('The signatures are not those that were sealed.');
  return faults;
}
