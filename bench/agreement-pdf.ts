import { createHash } from 'node:crypto';
import type { AgreementFile } from '@collegium/contract/agreements/seal.ts';
import { Typesetter } from '../server/platform/documents/typeset.ts';
import { agreementPdf } from '../server/agreements/document/agreement-pdf.ts';
import { longAgreement } from './documents/long-agreement.ts';

/**
 * A PDF of 40 pages, accessible, with its record attached: first when nothing is loaded, then again with another text. Compared with the
 * time that SHA-256 takes over 500 MB on the same machine, so that machines can be compared. Goal: about a second.
 */
const goalMs = 1_500;
const setter = new Typesetter();
const firstMs = await timed(1);
const laterMs = Math.min(await timed(2), await timed(3), await timed(4));
const yardstickMs = yardstick();
const pages = await countPages();
await setter.stop();

if (process.argv.includes('--json'))
  console.log(
    JSON.stringify({
      name: 'agreement-pdf',
      pages,
      firstMs,
      laterMs,
      yardstickMs,
      ratio: laterMs / yardstickMs,
      goalMs,
    }),
  );
else
  console.table([
    {
      what: `PDF of ${pages} pages, first`,
      ms: Math.round(firstMs),
      'to SHA-256 of 500 MB': (firstMs / yardstickMs).toFixed(2),
    },
    {
      what: `PDF of ${pages} pages, later`,
      ms: Math.round(laterMs),
      'to SHA-256 of 500 MB': (laterMs / yardstickMs).toFixed(2),
    },
  ]);
process.exitCode = laterMs <= goalMs && pages >= 40 ? 0 : 1;

async function timed(mark: number): Promise<number> {
  const file = longAgreement(40, mark);
  const begin = performance.now();
  await make(file);
  return performance.now() - begin;
}

function make(one: AgreementFile): Promise<Uint8Array> {
  return agreementPdf(one, { language: 'en', createdAt: new Date('2026-10-13T09:00:00Z') }, setter);
}

async function countPages(): Promise<number> {
  const { inflateSync } = await import('node:zlib');
  const pdf = Buffer.from(await make(longAgreement(40, 5)));
  const text = pdf.toString('latin1');
  const packed = [...text.matchAll(/\/Type\s*\/ObjStm[\s\S]*?stream\r?\n/g)].map(({ index, 0: head }) =>
    inflateSync(pdf.subarray(index + head.length)).toString('latin1'),
  );
  return [text, ...packed].join('\n').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

function yardstick(): number {
  const bytes = Buffer.alloc(50 * 1_048_576);
  const begin = performance.now();
  const hash = createHash('sha256');
  for (let i = 0; i < 10; i++) hash.update(bytes);
  hash.digest();
  return performance.now() - begin;
}
