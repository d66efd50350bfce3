import type { AgreementFile } from '@collegium/contract/agreements/seal.ts';
import type { FastifyReply } from 'fastify';
import { contentDisposition } from '../../platform/files/answer.ts';
import type { Scope } from '../../platform/scope.ts';
import { agreementPdf } from './agreement-pdf.ts';

/** Answers with the document of a version, in the language asked for, else in the authentic one. */
export async function answerWithPdf(
  scope: Scope,
  reply: FastifyReply,
  file: AgreementFile,
  language: string = file.record.terms.authenticLanguage,
): Promise<FastifyReply> {
  const pdf = await agreementPdf(file, { language, createdAt: scope.clock.now() });
  const name = `${file.record.reference}-${file.record.number}-${file.hash.slice(0, 8)}.pdf`;
  return reply
    .type('application/pdf')
    .headers({ 'content-disposition': contentDisposition(name), 'cache-control': 'private, no-cache' })
    .send(Buffer.from(pdf));
}
