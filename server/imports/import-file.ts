import type { ImportChoice, ImportEncoding, ImportKind, ImportSummary } from '@collegium/contract/imports.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import { recordEvent } from '../platform/audit/change.ts';
import { newId } from '../platform/ids.ts';
import { Problem, problemOfDatabase } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { type Bytes, Gauge } from './decode.ts';
import type { FileRow } from './file-row.ts';
import type { Mapping } from './mapping.ts';
import { createSeen, insertImport, refreshStatistics, waitForTurn } from './queries.ts';
import { readRows } from './read-rows.ts';
import { Tally } from './tally.ts';
import { RowTaker } from './take-rows.ts';

export interface ImportOptions {
  kind: ImportKind;
  fileName: string;
  /** Without one, columns are named like fields. */
  mapping?: Mapping | undefined;
  encoding?: ImportEncoding | undefined;
  separator?: string | undefined;
  /** undefined is a dry run: everything is tried, and nothing stays. */
  apply?: ImportChoice | undefined;
  /** Told after every batch. */
  onProgress?: (progress: { rows: number; bytes: number }) => void;
}

const batchSize = 500;

/**
 * Reads a file into the network, in one transaction: all valid rows, all rows or none, or in a dry run nothing. What an
 * earlier import brought stays as it is, so the same file twice changes nothing. Rows are held a batch at a time.
 * Throws request.not_found to all but administrators, the faults of a file as a whole (`import.…`), server.no_space.
 */
export async function importFile(scope: MemberScope, bytes: Bytes, options: ImportOptions): Promise<ImportSummary> {
  if (!roleHas(scope.actor.role, 'import:create')) throw new Problem('request.not_found');
  const startedAt = scope.clock.now();
  const id = newId();
  const gauge = new Gauge();
  const tally = new Tally(scope.language);
  const summarise = (state: ImportSummary['state']) =>
    tally.summary({
      id: options.apply === undefined ? null : id,
      kind: options.kind,
      fileName: options.fileName,
      fileSha256: gauge.sha256(),
      isDryRun: options.apply === undefined,
      state,
    });
  const record = (on: MemberScope, summary: ImportSummary) => keep(on, { id, startedAt, options, summary });
  try {
    const done = await scope.db.transaction().execute(async (transaction) => {
      const inside = { ...scope, db: transaction };
      await waitForTurn(transaction, scope.network.slug);
      await createSeen(transaction);
      const taker = new RowTaker(inside, { ...options, importId: id, tally });
      await readAll(gauge, bytes, options, taker, tally);
      const isRefused = options.apply === 'all' && tally.problemCount > 0;
      const summary = summarise(isRefused ? 'refused' : 'finished');
      if (isRefused || options.apply === undefined) throw new Undone(summary);
      await record(inside, summary);
      return summary;
    });
    if (done.rowsCreated >= batchSize) await refreshStatistics(scope.db, scope.network.slug);
    return done;
  } catch (error) {
    if (!(error instanceof Undone)) throw problemOfDatabase(error) ?? error;
    if (options.apply !== undefined) await record(scope, error.summary);
    return error.summary;
  }
}

/** Ends the transaction without leaving anything. */
class Undone extends Error {
  override readonly name = 'Undone';
  readonly summary: ImportSummary;

  constructor(summary: ImportSummary) {
    super('undone');
    this.summary = summary;
  }
}

async function readAll(
  gauge: Gauge,
  bytes: Bytes,
  { mapping, encoding, separator, onProgress }: ImportOptions,
  taker: RowTaker,
  tally: Tally,
): Promise<void> {
  const rows = readRows(gauge.through(bytes), {
    encoding: encoding ?? mapping?.encoding ?? 'utf-8',
    separator: separator ?? mapping?.separator ?? ',',
    columns: mapping?.columns ?? [],
  });
  let batch: FileRow[] = [];
  const flush = async () => {
    await taker.take(batch);
    batch = [];
    onProgress?.({ rows: tally.rowsRead, bytes: gauge.bytes });
  };
  for await (const row of rows) {
    batch.push(row);
    tally.rowsRead += 1;
    if (batch.length === batchSize) await flush();
  }
  if (tally.rowsRead === 0) throw new Problem('import.no_rows');
  await flush();
}

async function keep(
  scope: MemberScope,
  { id, startedAt, options, summary }: { id: string; startedAt: Date; options: ImportOptions; summary: ImportSummary },
): Promise<void> {
  const { apply, mapping } = options;
  const { rowsRead, rowsValid, rowsCreated, rowsUnchanged, state, kind } = summary;
  const facts = { rowsRead, rowsValid, rowsCreated: state === 'refused' ? 0 : rowsCreated, rowsUnchanged };
  await insertImport(
    scope.db,
    {
      id,
      kind,
      file_name: summary.fileName.slice(0, 300),
      file_sha256: summary.fileSha256,
      mapping: { source: mapping?.source ?? 'import', columns: mapping?.columns ?? [] },
      on_error: apply === 'valid' ? 'apply_valid' : 'apply_nothing',
      is_dry_run: false,
      state,
      rows_read: facts.rowsRead,
      rows_valid: facts.rowsValid,
      rows_created: facts.rowsCreated,
      rows_unchanged: facts.rowsUnchanged,
      started_at: startedAt,
      started_by: scope.actor.personId,
      finished_at: scope.clock.now(),
    },
    summary.problems,
  );
  await recordEvent(scope, {
    action: `import.${state}`,
    objectType: 'import',
    objectId: id,
    details: { kind, fileName: summary.fileName.slice(0, 300), ...facts },
  });
}
