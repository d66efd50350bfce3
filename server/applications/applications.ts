import type { ApplicationPage, ApplicationQuery, ApplicationView } from '@collegium/contract/applications.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { Scope } from '../platform/scope.ts';
import { presentApplication } from './present.ts';
import { findApplication, listApplications } from './queries.ts';

/** One application; throws application.not_found. */
export async function getApplication(scope: Scope, id: string): Promise<ApplicationView> {
  const row = await findApplication(scope.db, scope.actor, id);
  if (!row) throw new Problem('application.not_found');
  return presentApplication(scope, row);
}

/** A page of the applications that the actor may see, newest first. */
export async function searchApplications(scope: Scope, query: ApplicationQuery): Promise<ApplicationPage> {
  const limit = query.limit ?? 30;
  const rows = await listApplications(scope.db, scope.actor, { ...query, limit });
  return pageOf(
    rows,
    limit,
    (row) => [row.created_at.toISOString(), row.id],
    (row) => presentApplication(scope, row),
  );
}
