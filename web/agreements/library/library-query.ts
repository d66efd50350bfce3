import type { Clause } from '@collegium/contract/agreements/clause';
import type {
  ClauseLibrary,
  Kept,
  KeptClauseView,
  TemplateList,
  TemplateView,
} from '@collegium/contract/agreements/library';
import type { TemplateContent } from '@collegium/contract/agreements/template';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';

/** Templates: one's own and those that come with Collegium. */
export function templatesQuery() {
  return queryOptions({
    queryKey: ['agreement-templates'],
    queryFn: ({ signal }) => api.get<TemplateList>('/agreement-templates', { signal }),
  });
}

/** A template with its clauses. */
export function templateQuery(key: string) {
  return queryOptions({
    queryKey: ['agreement-templates', key],
    queryFn: ({ signal }) => api.get<TemplateView>(`/agreement-templates/${key}`, { signal }),
  });
}

/** Clauses to take into a draft. */
export function clauseLibraryQuery() {
  return queryOptions({
    queryKey: ['clause-templates'],
    queryFn: ({ signal }) => api.get<ClauseLibrary>('/clause-templates', { signal }),
  });
}

/** A clause of one's own with all its versions. */
export function keptClauseQuery(id: string) {
  return queryOptions({
    queryKey: ['clause-templates', id],
    queryFn: ({ signal }) => api.get<KeptClauseView>(`/clause-templates/${id}`, { signal }),
  });
}

/** The key with which an agreement is begun from a version of one's own template. */
export function keyOf({ id, version }: Kept): string {
  return `own:${id}:${version}`;
}

/** Keeps a template: a new one, or the next version of one. */
export function keepTemplate(content: TemplateContent, of?: { id: string; number: number }): Promise<Kept> {
  return of
    ? api.put<Kept>(`/agreement-templates/${of.id}`, content, { ifMatch: of.number })
    : api.post<Kept>('/agreement-templates', content);
}

/** Keeps a clause: a new one, or the next version of one. */
export function keepClause(clause: Clause, of?: { id: string; number: number }): Promise<Kept> {
  return of
    ? api.put<Kept>(`/clause-templates/${of.id}`, clause, { ifMatch: of.number })
    : api.post<Kept>('/clause-templates', clause);
}

/** After something was kept or retired: asks again for both lists. */
export async function libraryChanged(): Promise<void> {
  await Promise.all(
    [['agreement-templates'], ['clause-templates']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  );
}
