import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgreementFile } from '@collegium/contract/agreements/seal.ts';
import { afterAll, expect, test } from 'vitest';
import { longAgreement } from '../../../bench/documents/long-agreement.ts';
import { Typesetter } from '../../platform/documents/typeset.ts';
import { matterhornFaults } from '../../testing/pdf/matterhorn.ts';
import { hasQpdf, PdfObjects } from '../../testing/pdf/objects.ts';
import { createScratchFolder } from '../../testing/scratch-folder.ts';
import { agreementPdf } from './agreement-pdf.ts';

const setter = new Typesetter();
const folder = createScratchFolder('accessible');
afterAll(async () => {
  await setter.stop();
  rmSync(folder, { recursive: true });
});

/** An agreement in three languages with everything that a document can have: promises, signatures, who is missing, a link. */
function everything(): AgreementFile {
  const file = longAgreement(2, 1);
  const { record } = file;
  const [first, second] = record.clauses;
  const [ribeira, harbour] = record.parties;
  if (!first || !second || !ribeira || !harbour) throw new Error('the agreement is too short');
  record.terms.title = { en: 'Exchange', 'zh-CN': '交换协议', ar: 'اتفاقية تبادل الطلاب' };
  harbour.name = 'معهد الميناء';
  first.title = { en: 'Purpose', 'zh-CN': '宗旨', ar: 'الغرض' };
  first.text = { en: 'Learners go.', 'zh-CN': '学习者交换。', ar: 'تتعاون الأطراف في تبادل 12 طالبًا كل عام.' };
  record.clauses[1] = {
    ...second,
    kind: 'commitment',
    commitment: {
      measure: 'places_offered',
      promiser: ribeira.organisationId,
      beneficiary: 'all',
      quantity: 12,
      unit: 'places',
      periodStart: '2026-09-01',
      periodEnd: '2028-08-31',
      every: 'year',
    },
  };
  const signature: AgreementFile['signatures'][number] = {
    organisationId: harbour.organisationId,
    organisation: harbour.name,
    kind: 'signatory',
    method: 'signed_in',
    name: 'يوسف الحداد',
    office: 'Rector',
    at: '2026-10-13T09:00:00.000Z',
    on: null,
    versionHash: file.hash,
    statement: 'I have read this text.',
    documentSha256: null,
    confirmedBy: null,
    confirmedAt: null,
  };
  return { ...file, checkUrl: 'https://collegium.example.org/n/check/ABCDEFGHJKLMNPQR', signatures: [signature] };
}

async function documentIn(language: string): Promise<PdfObjects> {
  const path = join(folder, `${language}.pdf`);
  const createdAt = new Date('2026-10-13T09:00:00Z');
  writeFileSync(path, await agreementPdf(everything(), { language, createdAt }, setter));
  return new PdfObjects(path);
}

test.skipIf(!hasQpdf).each(['en', 'zh-CN', 'ar'])(
  'a document in %s breaks none of the conditions of PDF/UA-1 that a program decides',
  async (language) => {
    expect(matterhornFaults(await documentIn(language))).toEqual([]);
  },
);

test.skipIf(!hasQpdf)(
  'what the parties wrote in Arabic has Arabic letters, is marked as Arabic, and the words around it are not',
  async () => {
    const pdf = await documentIn('ar');
    expect(pdf.root['/Lang']).toBe('u:en');
    const elements = pdf.all.filter((one) => typeof one['/S'] === 'string' && one['/P'] !== undefined);
    expect(elements.some((one) => one['/Lang'] === 'u:ar')).toBe(true);
    expect(pdf.all.some((one) => pdf.word(one, '/BaseFont').includes('NotoNaskhArabic'))).toBe(true);
    const data = JSON.stringify(pdf.all.map((one) => one['/Title']).filter(Boolean));
    expect(data).toContain('الغرض');
    expect(data).not.toContain('[U+');
  },
);

test.skipIf(!hasQpdf)('of a document that is not accessible, each fault is named', () => {
  const path = join(folder, 'plain.pdf');
  const objects = [
    '1 0 obj << /Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R >> endobj',
    '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
    '3 0 obj << /Type /Page /Parent 2 0 R /Contents 4 0 R /Annots [7 0 R] /Resources << /Font << /F 5 0 R >> >> >> endobj',
    '4 0 obj << /Length 67 >> stream\n/P <</MCID 9>> BDC BT /F 9 Tf (a) Tj ET EMC BT (BMC) Tj ET 0 0 m f \nendstream endobj',
    '5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Times >> endobj',
    '6 0 obj << /K [8 0 R 9 0 R 10 0 R] >> endobj',
    '7 0 obj << /Type /Annot /Subtype /Link /Rect [0 0 1 1] >> endobj',
    '8 0 obj << /S /H2 >> endobj',
    '9 0 obj << /S /TH >> endobj',
    '10 0 obj << /S /Figure >> endobj',
  ];
  writeFileSync(path, `%PDF-1.7\n${objects.join('\n')}\ntrailer << /Root 1 0 R /Size 11 >>\n%%EOF\n`);
  const found = matterhornFaults(new PdfObjects(path)).map((fault) => fault.split(' ')[0]);
  for (const checkpoint of [
    '01-005',
    '01-006',
    '06-002',
    '07-001',
    '09-004',
    '11-001',
    '13-004',
    '14-003',
    '15-003',
    '28-009',
    '28-011',
    '31-027',
  ])
    expect(found).toContain(checkpoint);
});
