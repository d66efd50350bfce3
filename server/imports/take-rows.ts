import type { ImportKind } from '@collegium/contract/imports.ts';
import { sql } from 'kysely';
import { recordImported } from '../platform/audit/record-imported.ts';
import { problemOfDatabase } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import type { FileRow } from './file-row.ts';
import { type Interpret, interpreter } from './interpret.ts';
import type { Mapping } from './mapping.ts';
import { findOrganisations, noteSeen } from './queries.ts';
import type { ReadRow, ResolvedRow, RowHandler } from './row-handler.ts';
import { rowHandlers } from './row-handlers.ts';
import type { Tally } from './tally.ts';

interface TakerOptions {
  kind: ImportKind;
  mapping?: Mapping | undefined;
  importId: string;
  tally: Tally;
}

type Numbered<Row> = Row & { row: number };

/** Takes rows a batch at a time: reads, finds their organisations, leaves out repeats, writes. Faults go to the tally. */
export class RowTaker {
  readonly #scope: MemberScope;
  readonly #options: TakerOptions;
  readonly #handler: RowHandler;
  readonly #interpret: Interpret;

  constructor(scope: MemberScope, options: TakerOptions) {
    this.#scope = scope;
    this.#options = options;
    this.#handler = rowHandlers[options.kind];
    this.#interpret = interpreter(scope, options);
  }

  /** At most nine round trips for a batch without faults. */
  async take(batch: readonly FileRow[]): Promise<void> {
    const read = batch.flatMap((row) => this.#interpret(row));
    const resolved = await this.#resolve(read);
    const fresh = await this.#leaveOutRepeats(resolved);
    this.#options.tally.rowsValid += fresh.length;
    await this.#write(fresh);
  }

  async #resolve(rows: Numbered<ReadRow>[]): Promise<Numbered<ResolvedRow>[]> {
    const names = [...new Set(rows.flatMap(({ organisationName }) => organisationName ?? []))];
    const found =
      names.length === 0 ? new Map() : await findOrganisations(this.#scope.db, this.#scope.network.slug, names);
    return rows.flatMap((row) => {
      if (row.organisationName === null) return [{ ...row, organisation: null }];
      const organisation = found.get(row.organisationName);
      if (organisation) return [{ ...row, organisation }];
      const code = organisation === null ? 'import.organisation_ambiguous' : 'import.organisation_unknown';
      this.#options.tally.addProblem(row.row, code, { organisation: row.organisationName });
      return [];
    });
  }

  async #leaveOutRepeats(rows: Numbered<ResolvedRow>[]): Promise<Numbered<ResolvedRow>[]> {
    const { tally, mapping } = this.#options;
    const inBatch = new Map<string, number>();
    for (const { key, row } of rows) if (!inBatch.has(key)) inBatch.set(key, row);
    const firsts = rows.filter(({ key, row }) => inBatch.get(key) === row);
    const earlier = firsts.length === 0 ? new Map<string, number>() : await noteSeen(this.#scope.db, firsts);
    return rows.filter(({ key, row }) => {
      const first = earlier.get(key) ?? inBatch.get(key) ?? row;
      if (first === row) return true;
      if (mapping?.allowsRepeats) tally.rowsLeftOut += 1;
      else tally.addProblem(row, 'import.row_repeated', { key, row: first });
      return false;
    });
  }

  /** Rows that the database refuses are found by halving the batch; each attempt is undone by itself. */
  async #write(rows: Numbered<ResolvedRow>[]): Promise<void> {
    if (rows.length === 0) return;
    const { db } = this.#scope;
    await sql`savepoint batch`.execute(db);
    try {
      await this.#writeAll(rows);
      await sql`release savepoint batch`.execute(db);
    } catch (error) {
      const problem = problemOfDatabase(error);
      if (!problem || problem.status >= 500) throw error;
      await sql`rollback to savepoint batch`.execute(db);
      const half = Math.ceil(rows.length / 2);
      if (rows.length > 1) {
        await this.#write(rows.slice(0, half));
        await this.#write(rows.slice(half));
        return;
      }
      this.#options.tally.rowsValid -= 1;
      this.#options.tally.addProblem(rows[0]?.row ?? 0, problem.code, problem.parameters);
    }
  }

  async #writeAll(rows: Numbered<ResolvedRow>[]): Promise<void> {
    const { tally, mapping, importId } = this.#options;
    const { created, notices } = await this.#handler.write(this.#scope, mapping?.source ?? 'import', rows);
    const { objectType } = this.#handler;
    await recordImported(this.#scope, { objectType, importId }, [...created.values()]);
    tally.rowsCreated += created.size;
    tally.rowsUnchanged += rows.length - created.size;
    for (const { index, code, parameters } of notices) tally.addNotice(rows[index]?.row ?? 0, code, parameters);
  }
}
