import type { ImportItem, ImportPage, ImportQuery, ImportView } from '@collegium/contract/import-views.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { findImport, listImports, type ImportRow } from './history-queries.ts';

/** A page of the imports of the network, the latest first. Dry runs leave no record. */
export async function searchImports(scope: MemberScope, query: ImportQuery): Promise<ImportPage> {
  const limit = query.limit ?? 30;
  const rows = await listImports(scope.db, { ...query, limit });
  return pageOf(rows, limit, (row) => [row.started_at.toISOString(), row.id], present);
}

/** One import with what was wrong with its rows. Throws import.not_found. */
export async function getImport(scope: MemberScope, id: string): Promise<ImportView> {
  const row = await findImport(scope.db, id);
  if (!row) throw new Problem('import.not_found');
  return {
    ...present(row),
    fileSha256: row.file_sha256,
    error: row.error,
    problems: row.problems.map(({ row_number, field, code, message }) => ({
      row: row_number,
      column: field,
      code,
      message,
    })),
  };
}

function present(row: ImportRow): ImportItem {
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    state: row.state,
    onError: row.on_error,
    rowsRead: row.rows_read,
    rowsFaulty: row.rows_read - row.rows_valid,
    rowsCreated: row.rows_created,
    rowsUnchanged: row.rows_unchanged,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    person: row.started_by === null ? null : { id: row.started_by, name: row.person_name ?? '' },
  };
}
