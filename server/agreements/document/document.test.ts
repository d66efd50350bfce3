import { inflateSync } from 'node:zlib';
import type { AgreementFile } from '@collegium/contract/agreements/seal.ts';
import { afterAll, expect, test } from 'vitest';
import { canonicalHash } from '@collegium/matching';
import { Typesetter } from '../../platform/documents/typeset.ts';
import { readAttachment } from '../../platform/documents/read-attachment.ts';
import { agreementPdf } from './agreement-pdf.ts';
import { documentData } from './document-data.ts';

const setter = new Typesetter();
afterAll(() => setter.stop());

const [ribeira, kade] = ['01990000-0000-7000-8000-000000000001', '01990000-0000-7000-8000-000000000002'] as const;
const record: AgreementFile['record'] = {
  format: 'collegium.agreement/1',
  agreementId: '01990000-0000-7000-8000-00000000000a',
  reference: 'BC-2026-7',
  number: 4,
  basedOn: null,
  terms: {
    title: { en: 'Coast exchange', 'zh-CN': '海岸交换协议' },
    authenticLanguage: 'en',
    startsOn: null,
    endsOn: '2028-08-31',
    renewal: 'none',
    renewalMonths: null,
    noticeDays: 180,
    accession: 'all_sign',
    withdrawal: 'by_notice',
  },
  parties: [
    { organisationId: ribeira, name: 'Ribeira #eval("1") $x$ @ref', country: 'PT', role: 'lead' },
    { organisationId: kade, name: 'Kade 港务局', country: null, role: 'party' },
  ],
  clauses: [
    {
      key: 'places',
      kind: 'commitment',
      title: { en: 'Exchange places', 'zh-CN': '交换名额' },
      text: {
        en: '{host} offers {places} places from {day}.\n\nNone is sold.',
        'zh-CN': '{host}提供 {places} 个名额。',
      },
      fields: [
        { key: 'host', type: 'organisation', label: { en: 'Host' }, value: kade },
        { key: 'places', type: 'number', label: { en: 'Places' }, value: 1200 },
        { key: 'day', type: 'date', label: { en: 'Day' }, value: '2026-09-01' },
      ],
      commitment: {
        measure: 'places_offered',
        promiser: kade,
        beneficiary: 'all',
        quantity: 1200,
        unit: 'places',
        periodStart: '2026-09-01',
        periodEnd: '2028-08-31',
        every: 'year',
      },
    },
  ],
};
const file: AgreementFile = {
  format: 'collegium.agreement-file/1',
  network: 'test',
  checkUrl: 'https://collegium.example.org/test/check/ABCDEFGHJKLMNPQR',
  hash: canonicalHash(record),
  record,
  signatures: [],
  seal: null,
};
const createdAt = new Date('2026-10-13T09:00:00Z');
const pdfIn = (language: string) => agreementPdf(file, { language, createdAt }, setter);

/** All objects of a PDF as text: those outside streams, and those in compressed object streams. */
function objectsOf(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  const packed = [...text.matchAll(/\/Type\s*\/ObjStm[\s\S]*?stream\r?\n/g)].map(({ index, 0: head }) =>
    inflateSync(Buffer.from(pdf).subarray(index + head.length)).toString('latin1'),
  );
  return [text, ...packed].join('\n');
}

test('the document is tagged and says so: PDF/UA-1, a title that is shown, a language, a structure', async () => {
  const objects = objectsOf(await pdfIn('en'));
  expect(objects).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
  expect(objects).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
  expect(objects).toMatch(/\/DisplayDocTitle true/);
  expect(objects).toMatch(/\/Lang\s*\(en\)/);
  expect(objects).toMatch(/<dc:title>[\s\S]*Coast exchange/);
  for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD', 'P', 'Link'])
    expect(objects, `a structure element ${tag}`).toMatch(new RegExp(`/S\\s*/${tag}\\b`));
});

test('a document in Chinese says so, and every sign has a glyph', async () => {
  const pdf = await pdfIn('zh-CN');
  expect(objectsOf(pdf)).toMatch(/\/Lang\s*\(zh-CN\)/);
  expect(objectsOf(pdf)).toMatch(/NotoSerifSC/);
});

test('a sign that no font has is printed as its code point, and the document stays accessible', async () => {
  const parties = record.parties.map((party) => ({ ...party, name: `${party.name} 🚢 𓀀` }));
  const rare = { ...file, record: { ...record, parties } };
  const pdf = await agreementPdf(rare, { language: 'en', createdAt }, setter);
  expect(objectsOf(pdf)).toMatch(/<pdfuaid:part>1/);
  expect(JSON.parse(Buffer.from(readAttachment(pdf, 'agreement.json') ?? []).toString())).toEqual(rare);
});

test('the record can be taken out of the document again, byte for byte', async () => {
  const attached = readAttachment(await pdfIn('en'), 'agreement.json');
  expect(JSON.parse(Buffer.from(attached ?? []).toString())).toEqual(file);
});

test('gaps are filled in the language of the reader, and what is promised stands in one table', () => {
  const { clauses, commitments, missing } = documentData(file, 'en');
  expect(clauses[0]?.paragraphs).toEqual(['Kade 港务局 offers 1,200 places from 1 September 2026.', 'None is sold.']);
  expect(commitments).toEqual([
    [
      '1',
      'Exchange places: Places offered',
      'Kade 港务局 → all other parties',
      '1,200 places each year',
      '1 September 2026 – 31 August 2028',
    ],
  ]);
  expect(missing).toHaveLength(2);
  expect(documentData(file, 'zh-CN').clauses[0]?.paragraphs).toEqual(['Kade 港务局提供 1,200 个名额。']);
});

test('a failure names the typesetter’s reason, and the next document is made all the same', async () => {
  const broken = setter.pdf({ template: '/nowhere.typ', data: {}, attachment: '', createdAt });
  await expect(broken).rejects.toThrow(/nowhere|root|access|file/i);
  expect((await pdfIn('en')).length).toBeGreaterThan(5_000);
});
