import { builtInTemplateKeys, builtInTemplates } from '@collegium/contract/agreement-templates/index.ts';
import type { Clause } from '@collegium/contract/agreements/clause.ts';
import type {
  ClauseLibrary,
  KeptClauseView,
  TemplateList,
  TemplateSummary,
} from '@collegium/contract/agreements/library.ts';
import type { TemplateContent } from '@collegium/contract/agreements/template.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';

/** The templates that come with Collegium and the latest version of each that the actor's organisation keeps. */
export async function listTemplates(scope: MemberScope): Promise<TemplateList> {
  const rows = await scope.db
    .selectFrom('agreement_template')
    .innerJoin('person', 'person.id', 'agreement_template.created_by')
    .distinctOn('agreement_template.id')
    .select([
      'agreement_template.id',
      'number',
      'content',
      'agreement_template.created_at',
      'archived_at',
      'person.name',
    ])
    .where('organisation_id', '=', scope.actor.organisationId)
    .orderBy('agreement_template.id')
    .orderBy('number', 'desc')
    .limit(500)
    .execute();
  const own = rows
    .filter((row) => row.archived_at === null)
    .map((row) => ({
      ...summary(`own:${row.id}:${row.number}`, row.content),
      own: { id: row.id, number: row.number, changedAt: row.created_at.toISOString(), changedBy: row.name },
    }));
  return {
    items: [...own, ...builtInTemplateKeys.map((key) => summary(key, builtInTemplates[key]))],
    abilities: { keep: canKeep(scope) },
  };
}

/** Clauses to take into a draft: those that the actor's organisation keeps, then each that comes with a template. */
export async function listClauses(scope: MemberScope): Promise<ClauseLibrary> {
  const rows = await scope.db
    .selectFrom('clause_template')
    .innerJoin('organisation', 'organisation.id', 'clause_template.organisation_id')
    .distinctOn('clause_template.id')
    .select(['clause_template.id', 'clause_template.number', 'clause_template.body', 'clause_template.archived_at'])
    .innerJoin('person', 'person.id', 'clause_template.created_by')
    .select(['organisation.name', 'clause_template.created_at', 'person.name as changed_by'])
    .where('clause_template.organisation_id', '=', scope.actor.organisationId)
    .orderBy('clause_template.id')
    .orderBy('number', 'desc')
    .limit(500)
    .execute();
  const own = rows
    .filter((row) => row.archived_at === null)
    .map((row) => ({
      id: row.id,
      number: row.number,
      source: row.name,
      clause: row.body,
      changedAt: row.created_at.toISOString(),
      changedBy: row.changed_by,
    }));
  return { items: [...own, ...builtInClauses()], abilities: { keep: canKeep(scope) } };
}

/** A clause that the actor's organisation keeps, with all its versions. Throws agreement.template_not_found. */
export async function getKeptClause(scope: MemberScope, id: string): Promise<KeptClauseView> {
  const rows = await scope.db
    .selectFrom('clause_template')
    .innerJoin('person', 'person.id', 'clause_template.created_by')
    .select(['number', 'body', 'clause_template.created_at', 'person.name'])
    .where('clause_template.id', '=', id)
    .where('clause_template.organisation_id', '=', scope.actor.organisationId)
    .where('archived_at', 'is', null)
    .orderBy('number', 'desc')
    .limit(200)
    .execute();
  if (rows.length === 0) throw new Problem('agreement.template_not_found');
  const versions = rows.map((row) => ({
    number: row.number,
    changedAt: row.created_at.toISOString(),
    changedBy: row.name,
    clause: row.body,
  }));
  return { id, versions, abilities: { change: canKeep(scope) } };
}

function canKeep({ actor }: MemberScope): boolean {
  return roleHas(actor.role, 'agreement_template:change');
}

/** Each clause once, though several templates end alike. */
function builtInClauses() {
  const seen = new Set<Clause>();
  return builtInTemplateKeys.flatMap((key) =>
    builtInTemplates[key].clauses.flatMap((clause) => {
      if (seen.has(clause)) return [];
      seen.add(clause);
      return [{ id: null, number: 1, source: key, clause, changedAt: null, changedBy: null }];
    }),
  );
}

function summary(key: string, content: TemplateContent): TemplateSummary {
  return {
    key,
    title: content.title,
    purpose: content.purpose,
    clauses: content.clauses.length,
    promises: content.clauses.filter(({ kind }) => kind === 'commitment').length,
    own: null,
  };
}
