import { Clause } from '@collegium/contract/agreements/clause.ts';
import {
  ClauseLibrary,
  Kept,
  KeptClauseView,
  TemplateList,
  TemplateView,
} from '@collegium/contract/agreements/library.ts';
import { TemplateContent } from '@collegium/contract/agreements/template.ts';
import { Id } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { route, type Route } from '../platform/http/route.ts';
import { archiveKept, keepNew, keepNext } from './keep-template.ts';
import { getKeptClause, listClauses, listTemplates } from './library.ts';
import { getTemplateView } from './templates.ts';

const templateParams = Type.Object({ templateId: Id });
const clauseParams = Type.Object({ clauseTemplateId: Id });

/** Templates and the library of clauses: built in, and one's own with their versions. */
export const templateRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/agreement-templates',
    permission: 'agreement:create',
    summary: 'Templates: one’s own and those that come with Collegium',
    response: { 200: TemplateList },
    handle: ({ scope }) => listTemplates(scope),
  }),
  route({
    method: 'GET',
    url: '/agreement-templates/:templateKey',
    permission: 'agreement:create',
    summary: 'A template with its clauses',
    params: Type.Object({ templateKey: Type.String({ maxLength: 100 }) }),
    response: { 200: TemplateView },
    handle: ({ scope, params }) => getTemplateView(scope, params.templateKey),
  }),
  route({
    method: 'POST',
    url: '/agreement-templates',
    permission: 'agreement_template:change',
    summary: 'Keep a template of one’s own',
    body: TemplateContent,
    response: { 201: Kept },
    handle: async ({ scope, body, reply }) => {
      reply.status(201);
      return keepNew(scope, { table: 'agreement_template', content: body });
    },
  }),
  route({
    method: 'PUT',
    url: '/agreement-templates/:templateId',
    permission: 'agreement_template:change',
    summary: 'Keep the next version of a template',
    params: templateParams,
    needsVersion: true,
    body: TemplateContent,
    response: { 200: Kept },
    handle: ({ scope, params, version, body }) =>
      keepNext(scope, { table: 'agreement_template', content: body }, params.templateId, version),
  }),
  route({
    method: 'DELETE',
    url: '/agreement-templates/:templateId',
    permission: 'agreement_template:change',
    summary: 'Take a template out of use; agreements made from it keep their text',
    params: templateParams,
    response: { 204: Type.Null() },
    handle: ({ scope, params }) => archiveKept(scope, 'agreement_template', params.templateId),
  }),
  route({
    method: 'GET',
    url: '/clause-templates',
    permission: 'agreement:read',
    summary: 'The library of clauses',
    response: { 200: ClauseLibrary },
    handle: ({ scope }) => listClauses(scope),
  }),
  route({
    method: 'GET',
    url: '/clause-templates/:clauseTemplateId',
    permission: 'agreement:read',
    summary: 'A clause that one’s organisation keeps, with all its versions',
    params: clauseParams,
    response: { 200: KeptClauseView },
    handle: ({ scope, params }) => getKeptClause(scope, params.clauseTemplateId),
  }),
  route({
    method: 'POST',
    url: '/clause-templates',
    permission: 'agreement_template:change',
    summary: 'Keep a clause in the library',
    body: Clause,
    response: { 201: Kept },
    handle: async ({ scope, body, reply }) => {
      reply.status(201);
      return keepNew(scope, { table: 'clause_template', content: body });
    },
  }),
  route({
    method: 'PUT',
    url: '/clause-templates/:clauseTemplateId',
    permission: 'agreement_template:change',
    summary: 'Keep the next version of a clause',
    params: clauseParams,
    needsVersion: true,
    body: Clause,
    response: { 200: Kept },
    handle: ({ scope, params, version, body }) =>
      keepNext(scope, { table: 'clause_template', content: body }, params.clauseTemplateId, version),
  }),
  route({
    method: 'DELETE',
    url: '/clause-templates/:clauseTemplateId',
    permission: 'agreement_template:change',
    summary: 'Take a clause out of the library',
    params: clauseParams,
    response: { 204: Type.Null() },
    handle: ({ scope, params }) => archiveKept(scope, 'clause_template', params.clauseTemplateId),
  }),
];
