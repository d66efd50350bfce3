import type { AgreementFile } from '@collegium/contract/agreements/seal.ts';
import { canonicalHash } from '@collegium/matching';

const sentence =
  'Each party names a person who answers for this clause, keeps a record of what was done under it, and tells the other parties within ten working days when it cannot keep what it promised. ';

/** An agreement whose document has at least so many pages; with another `mark`, no paragraph is the same. */
export function longAgreement(pages: number, mark: number): AgreementFile {
  const [lead, other] = ['01990000-0000-7000-8000-000000000001', '01990000-0000-7000-8000-000000000002'];
  const record: AgreementFile['record'] = {
    format: 'collegium.agreement/1',
    agreementId: '01990000-0000-7000-8000-00000000000a',
    reference: 'BENCH-1',
    number: 1,
    basedOn: null,
    terms: {
      title: { en: 'A long agreement' },
      authenticLanguage: 'en',
      startsOn: '2026-09-01',
      endsOn: '2028-08-31',
      renewal: 'none',
      renewalMonths: null,
      noticeDays: 180,
      accession: 'all_sign',
      withdrawal: 'by_notice',
    },
    parties: [
      { organisationId: lead, name: 'Ribeira', country: 'PT', role: 'lead' },
      { organisationId: other, name: 'Kade', country: 'NL', role: 'party' },
    ],
    clauses: Array.from({ length: pages * 3 }, (_, index) => ({
      key: `clause-${index}`,
      kind: 'text' as const,
      title: { en: `Clause ${index + 1}` },
      text: { en: [3, 2, 1].map((times) => `${mark} ${sentence.repeat(times)}`).join('\n\n') },
      fields: [],
    })),
  };
  return {
    format: 'collegium.agreement-file/1',
    network: 'bench',
    checkUrl: null,
    hash: canonicalHash(record),
    record,
    signatures: [],
    seal: null,
  };
}
