import { join } from 'node:path';
import type { AgreementFile } from '@collegium/contract/agreements/seal.ts';
import { type Typesetter, typesetter } from '../../platform/documents/typeset.ts';
import { documentData } from './document-data.ts';

const template = join(import.meta.dirname, 'agreement.typ');

/**
 * The accessible PDF of a version in a language: text, commitments and signature page to read, and the record with its
 * signatures and seal attached, for programs.
 */
export function agreementPdf(
  file: AgreementFile,
  { language, createdAt }: { language: string; createdAt: Date },
  setter: Pick<Typesetter, 'pdf'> = typesetter,
): Promise<Uint8Array> {
  const attachment = JSON.stringify(file);
  return setter.pdf({ template, data: documentData(file, language), attachment, createdAt });
}
