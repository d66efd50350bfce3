import { findBuiltInTemplate } from '@collegium/contract/agreement-templates/index.ts';
import type { TemplateView } from '@collegium/contract/agreements/library.ts';
import type { TemplateContent } from '@collegium/contract/agreements/template.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';

/** The template of a key: built in, or a version of one that the actor's organisation keeps. Throws agreement.template_not_found. */
export async function getTemplate(scope: MemberScope, key: string): Promise<TemplateContent> {
  const { content } = await getTemplateView(scope, key);
  return content;
}

/** The same with what may be done with it, and every version of it when it is one's own. Throws agreement.template_not_found. */
export async function getTemplateView(scope: MemberScope, key: string): Promise<TemplateView> {
  const canKeep = roleHas(scope.actor.role, 'agreement_template:change');
  const [, id, number] = /^own:([0-9a-f-]{36}):([0-9]{1,5})$/.exec(key) ?? [];
  const builtIn = id === undefined ? findBuiltInTemplate(key) : undefined;
  if (builtIn) return { key, content: builtIn, own: null, abilities: { change: false, copy: canKeep } };
  const versions = id === undefined ? [] : await listVersions(scope, id);
  const content = versions.find((one) => one.number === Number(number))?.content;
  if (id === undefined || !content) throw new Problem('agreement.template_not_found');
  return {
    key,
    content,
    own: {
      id,
      number: Number(number),
      versions: versions.map((one) => ({
        number: one.number,
        changedAt: one.created_at.toISOString(),
        changedBy: one.name,
      })),
    },
    abilities: { change: canKeep && versions[0]?.number === Number(number), copy: false },
  };
}

function listVersions(scope: MemberScope, id: string) {
  return scope.db
    .selectFrom('agreement_template')
    .innerJoin('person', 'person.id', 'agreement_template.created_by')
    .select(['number', 'content', 'agreement_template.created_at', 'person.name'])
    .where('agreement_template.id', '=', id)
    .where('agreement_template.organisation_id', '=', scope.actor.organisationId)
    .where('archived_at', 'is', null)
    .orderBy('number', 'desc')
    .limit(200)
    .execute();
}
