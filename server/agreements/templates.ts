import { findBuiltInTemplate } from '@collegium/contract/agreement-templates/index.ts';
import type { TemplateContent } from '@collegium/contract/agreements/template.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';

/** The template of a key: built in, or a version of one that the actor's organisation keeps. Throws agreement.template_not_found. */
export async function getTemplate(scope: MemberScope, key: string): Promise<TemplateContent> {
  const [, id, number] = /^own:([0-9a-f-]{36}):([0-9]{1,5})$/.exec(key) ?? [];
  const content = id === undefined ? findBuiltInTemplate(key) : await findOwnTemplate(scope, id, Number(number));
  if (!content) throw new Problem('agreement.template_not_found');
  return content;
}

async function findOwnTemplate(scope: MemberScope, id: string, number: number): Promise<TemplateContent | undefined> {
  const row = await scope.db
    .selectFrom('agreement_template')
    .select('content')
    .where('id', '=', id)
    .where('number', '=', number)
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  return row?.content;
}
