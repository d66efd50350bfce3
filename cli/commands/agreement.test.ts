import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AgreementFile, SealedSignature } from '@collegium/contract/agreements/seal.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { longAgreement } from '../../bench/documents/long-agreement.ts';
import { agreementPdf } from '../../server/agreements/document/agreement-pdf.ts';
import { makeSeal } from '../../server/agreements/signing/seal-version.ts';
import { typesetter } from '../../server/platform/documents/typeset.ts';
import { keyOfSeed, newSeed, type SealKey } from '../../server/platform/seal/keys.ts';
import { createScratchFolder } from '../../server/testing/scratch-folder.ts';
import { main } from '../collegium.ts';

const key = keyOfSeed(newSeed()) as SealKey;
const publicKey = key.publicKey.toString('hex');
let folder: string;
beforeAll(() => {
  folder = createScratchFolder('agreement-command');
});
afterAll(async () => {
  await typesetter.stop();
  await rm(folder, { recursive: true });
});

function sealed(): AgreementFile {
  const file = longAgreement(1, 1);
  const { record, hash } = file;
  const signatures: SealedSignature[] = record.parties.map(({ organisationId, name }, index) => ({
    organisationId,
    organisation: name,
    kind: 'signatory',
    method: index === 0 ? 'signed_in' : 'link',
    name: index === 0 ? 'Ines Prado' : 'Piet Vos',
    office: 'Rector',
    at: '2026-10-13T09:00:00.000Z',
    on: null,
    versionHash: hash,
    statement: 'I sign.',
    documentSha256: null,
    confirmedBy: null,
    confirmedAt: null,
  }));
  const seal = makeSeal(key, {
    format: 'collegium.agreement-seal/1',
    network: file.network,
    agreementId: record.agreementId,
    number: record.number,
    versionHash: hash,
    sealedAt: '2026-10-13T09:05:00.000Z',
    checkCode: 'ABCDEFGHJKLMNPQR',
    signatures,
  });
  return { ...file, signatures, seal };
}

async function verify(content: string | Uint8Array, ...args: string[]) {
  const path = join(folder, 'file');
  await writeFile(path, content);
  const [out, err]: [string[], string[]] = [[], []];
  const io = { out: (text: string) => out.push(text), err: (text: string) => err.push(text), env: {} };
  const code = await main(['agreement', 'verify', path, ...args], io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('a sealed document is checked without the platform: who signed what when', async () => {
  const pdf = await agreementPdf(sealed(), { language: 'en', createdAt: new Date() });
  const { code, out } = await verify(pdf);
  expect(code).toBe(0);
  expect(out).toContain('A long agreement, BENCH-1, version 1');
  expect(out).toContain('2026-10-13T09:00:00.000Z  Ines Prado, Rector, for Ribeira, signed with an account');
  expect(out).toContain('Piet Vos, Rector, for Kade, signed by a link');
  expect(out).toContain(`Sealed on 2026-10-13T09:05:00.000Z with key ${key.id}. Everything fits.`);
  expect((await verify(pdf, '--key', publicKey)).out).toContain('The key is the one you gave.');
  expect(await verify(pdf, '--key', 'ab'.repeat(32))).toMatchObject({
    code: 1,
    err: expect.stringContaining('another key'),
  });
});

test('the record alone is checked as well, and answers programs', async () => {
  const { code, out } = await verify(JSON.stringify(sealed()), '--json', '--key', publicKey);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ faults: [], isSealed: true, isKeyKnown: true });
});

test.each<[string, (file: AgreementFile) => AgreementFile, string]>([
  [
    'a changed text',
    (file) => ({ ...file, record: { ...file.record, reference: 'BENCH-2' } }),
    'The text was changed: its fingerprint is not the one on the document.',
  ],
  [
    'a signature on another text',
    (file) => ({
      ...file,
      signatures: file.signatures.map((one, i) => (i ? { ...one, versionHash: 'ab'.repeat(32) } : one)),
    }),
    'The signature of Piet Vos (Kade) is on another text.',
  ],
  [
    'a signature that was added',
    (file) => ({ ...file, signatures: [...file.signatures, { ...file.signatures[0]!, name: 'Nobody' }] }),
    'The signatures are not those that were sealed.',
  ],
  [
    'a seal whose words were changed',
    (file) => ({
      ...file,
      seal: file.seal && { ...file.seal, statement: { ...file.seal.statement, sealedAt: '2020-01-01T00:00:00.000Z' } },
    }),
    'The seal is not the signature of what it says.',
  ],
  [
    'the seal of another version',
    (file) => ({
      ...file,
      seal: file.seal && makeSeal(key, { ...file.seal.statement, number: 2 }),
    }),
    'The seal is that of another version.',
  ],
])('%s is found', async (_what, tamper, sentence) => {
  const { code, err } = await verify(JSON.stringify(tamper(sealed())));
  expect([code, err]).toEqual([1, expect.stringContaining(sentence)]);
});

test('a copy that nobody sealed says so', async () => {
  const { code, out } = await verify(JSON.stringify(longAgreement(1, 1)));
  expect([code, out]).toEqual([0, expect.stringContaining('It is not sealed')]);
});

test.each([
  ['hello', 'neither a PDF with a record nor a record as JSON'],
  ['%PDF-1.7\n%%EOF', 'No record is attached to this PDF'],
  ['{"format":"collegium.agreement-file/1"}', 'The record is not as it should be'],
])('%j is refused with a sentence', async (content, words) => {
  expect(await verify(content)).toMatchObject({ code: 1, err: expect.stringContaining(words) });
});
