import { builtInTemplateKeys, builtInTemplates } from '@collegium/contract/agreement-templates/index.ts';
import type { Clause } from '@collegium/contract/agreements/clause.ts';
import type { ClauseLibrary, TemplateList, TemplateSummary } from '@collegium/contract/agreements/library.ts';
import type { TemplateContent } from '@collegium/contract/agreements/template.ts';
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
  return { items: [...own, ...builtInTemplateKeys.map((key) => summary(key, builtInTemplates[key]))] };
}

/** Clauses to take into a draft: those that the actor's organisation keeps, then each that comes with a template. */
export async function listClauses(scope: MemberScope): Promise<ClauseLibrary> {
  const rows = await scope.db
    .selectFrom('clause_template')
    .innerJoin('organisation', 'organisation.id', 'clause_template.organisation_id')
    .distinctOn('clause_template.id')
    .select(['clause_template.id', 'clause_template.number', 'clause_template.body', 'clause_template.archived_at'])
    .select('organisation.name')
    .where('clause_template.organisation_id', '=', scope.actor.organisationId)
    .orderBy('clause_template.id')
    .orderBy('number', 'desc')
    .limit(500)
    .execute();
  const own = rows
    .filter((row) => row.archived_at === null)
    .map((row) => ({ id: row.id, number: row.number, source: row.name, clause: row.body }));
  return { items: [...own, ...builtInClauses()] };
}

/** Each clause once, though several templates end alike. */
function builtInClauses() {
  const seen = new Set<Clause>();
  return builtInTemplateKeys.flatMap((key) =>
    builtInTemplates[key].clauses.flatMap((clause) => {
      if (seen.has(clause)) return [];
      seen.add(clause);
      return [{ id: null, number: 1, source: key, clause }];
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
