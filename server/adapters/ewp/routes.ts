import { IiaImportInput, IiaPreviewInput, IiaPreviewList } from '@collegium/contract/agreements/exchange.ts';
import { AgreementMoved } from '@collegium/contract/agreements/views.ts';
import { Id } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { visibleAgreements } from '../../agreements/policy.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { Problem } from '../../platform/problem/problem.ts';
import { exportIia } from './export-iia.ts';
import { importFromFile, previewFile } from './import-file.ts';

/** Room for five megabytes as base64, and for what stands around them. */
const bodyLimit = 7_200_000;

/** Agreements in the format of Erasmus Without Paper, version 7. */
export const ewpRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/agreements/:agreementId/iia.xml',
    permission: 'agreement:read',
    summary: 'The version in force, else the last proposed one, as Erasmus Without Paper writes it (IIAs, version 7)',
    params: Type.Object({ agreementId: Id }),
    query: Type.Object({
      language: Type.Optional(Type.String({ pattern: '^[a-z]{2,3}$', description: 'Where no clause says one' })),
      level: Type.Optional(Type.String({ pattern: '^[ABC][12]$' })),
    }),
    produces: 'application/xml',
    response: { 200: Type.String() },
    handle: async ({ scope, params, query, reply }) => {
      const found = await exportIia(scope.db, {
        agreement: params.agreementId,
        language: { language: query.language ?? 'en', cefrLevel: query.level ?? 'B1' },
        isVisible: visibleAgreements(scope.actor),
      });
      if (!found) throw new Problem('agreement.not_found');
      return reply
        .type('application/xml; charset=utf-8')
        .header('content-disposition', `attachment; filename="${found.reference.replaceAll(/[^\w.-]/g, '-')}.xml"`)
        .serializer(String)
        .send(found.xml);
    },
  }),
  route({
    method: 'POST',
    url: '/agreement-exchange/preview',
    permission: 'agreement:create',
    summary: 'Read a file of Erasmus Without Paper and say what would be begun; nothing is kept',
    bodyLimit,
    body: IiaPreviewInput,
    response: { 200: IiaPreviewList },
    handle: ({ scope, body }) => previewFile(scope, body),
  }),
  route({
    method: 'POST',
    url: '/agreement-exchange/import',
    permission: 'agreement:create',
    summary: 'Begin an agreement from a file of Erasmus Without Paper, of which own organisation is a partner',
    bodyLimit,
    body: IiaImportInput,
    response: { 201: AgreementMoved },
    handle: async ({ scope, body, reply }) => {
      reply.status(201);
      return importFromFile(scope, body);
    },
  }),
];
