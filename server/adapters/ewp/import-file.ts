import type { IiaImportInput, IiaPreview, IiaPreviewInput } from '@collegium/contract/agreements/exchange.ts';
import type { AgreementMoved } from '@collegium/contract/agreements/views.ts';
import { errorSentence } from '@collegium/contract/errors.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { begunFrom, readBegun } from './begun.ts';
import { readHeiCodes, type HeiCodes } from './codes.ts';
import { IiaError, type Iia } from './iia.ts';
import { importIia, refuseEmpty } from './import-iia.ts';
import { readIias } from './read-iias.ts';

/** What a file holds and whom of the register it means; nothing is kept of it. Throws an `IiaError`. */
export async function previewFile(scope: MemberScope, { file }: IiaPreviewInput): Promise<{ items: IiaPreview[] }> {
  const iias = readIias(bytesOf(file));
  const [codes, begun] = [await readHeiCodes(scope.db), await readBegun(scope, iias)];
  return { items: iias.map((iia) => ({ ...preview(iia, codes, scope.language), begun: begunFrom(iia, begun) })) };
}

/** Begins one agreement of a file. Throws an `IiaError`, and what `createAgreement` throws. */
export async function importFromFile(scope: MemberScope, input: IiaImportInput): Promise<AgreementMoved> {
  const iia = readIias(bytesOf(input.file))[input.number - 1];
  if (!iia) throw new IiaError('iia.not_in_file');
  const codes = await readHeiCodes(scope.db, input.organisations);
  const id = await importIia(scope, iia, (heiId) => codes.organisationOf.get(heiId)?.id);
  return { id, version: 1 };
}

const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, 'base64');

function preview(iia: Iia, { organisationOf }: HeiCodes, language: string): Omit<IiaPreview, 'begun'> {
  return {
    partners: iia.partners.map(({ heiId, iiaId }) => ({
      code: heiId,
      theirNumber: iiaId ?? null,
      organisation: organisationOf.get(heiId) ?? null,
    })),
    inEffect: iia.inEffect,
    mobilities: iia.mobilities.map((mobility) => ({
      isStaff: mobility.kind.startsWith('staff'),
      fromCode: mobility.sendingHeiId,
      toCode: mobility.receivingHeiId,
      peopleAYear: mobility.mobilitiesPerYear,
      firstYear: mobility.firstYear,
      lastYear: mobility.lastYear,
    })),
    refusal: refusalOf(iia, language),
  };
}

function refusalOf(iia: Iia, language: string): string | null {
  try {
    refuseEmpty(iia);
    return null;
  } catch (error) {
    if (error instanceof IiaError) return errorSentence(error.code, language, error.parameters);
    throw error;
  }
}
