import type { ImportKind } from '@collegium/contract/imports.ts';
import type { ValidateFunction } from 'ajv';
import { fieldProblems, isStorable, validatorCompiler } from '../platform/http/validation.ts';
import { type FieldProblem, Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { applyMapping, CellFault, isWanted } from './apply-mapping.ts';
import type { FileRow } from './file-row.ts';
import { type Mapping, mappingOfColumns } from './mapping.ts';
import type { ReadRow } from './row-handler.ts';
import { rowHandlers } from './row-handlers.ts';
import { rowSchemas } from './row-schemas.ts';
import type { Tally } from './tally.ts';

/** One row as input of its kind, or nothing when it is left out or at fault; the tally knows which. */
export type Interpret = (row: FileRow) => (ReadRow & { row: number })[];

/** Reads rows by the mapping and checks them as the interface checks what people send. */
export function interpreter(
  scope: MemberScope,
  { kind, mapping, tally }: { kind: ImportKind; mapping?: Mapping | undefined; tally: Tally },
): Interpret {
  const validate = validatorCompiler({ schema: rowSchemas[kind], httpPart: 'body', method: 'POST', url: '' });
  const mappingOf = mapping ? () => mapping : ownColumns(kind);
  return (fileRow) => {
    const { row } = fileRow;
    if (fileRow.fault) {
      tally.addProblem(row, fileRow.fault.code, fileRow.fault.parameters);
      return [];
    }
    const used = mappingOf(fileRow.columns);
    if (!isWanted(used, fileRow.cells)) {
      tally.rowsLeftOut += 1;
      return [];
    }
    const columns = new Map<string, string>();
    try {
      const value = applyMapping(used, fileRow.cells, columns);
      const faults = faultsOf(validate as ValidateFunction, value, scope.language);
      if (faults.length > 0) throw new Problem('request.invalid', {}, faults);
      return [{ row, ...rowHandlers[kind].read(value, scope) }];
    } catch (error) {
      addProblems(tally, row, error, columns);
      return [];
    }
  };
}

/** Rows of JSON may each have other fields; few shapes come again and again. */
function ownColumns(kind: ImportKind): (columns: readonly string[]) => Mapping {
  const known = new Map<string, Mapping>();
  return (columns) => {
    const shape = columns.join('\n');
    const mapping = known.get(shape) ?? mappingOfColumns(columns, kind);
    if (known.size < 1_000) known.set(shape, mapping);
    return mapping;
  };
}

function faultsOf(validate: ValidateFunction, value: unknown, language: string): FieldProblem[] {
  if (!validate(value)) return fieldProblems(validate.errors ?? [], language);
  if (isStorable(value)) return [];
  throw new Problem('import.characters_wrong');
}

function addProblems(tally: Tally, row: number, error: unknown, columns: ReadonlyMap<string, string>): void {
  if (error instanceof CellFault) tally.addProblem(row, error.fault.code, error.fault.parameters, error.fault.column);
  else if (error instanceof Problem && error.fields.length > 0)
    for (const { pointer, message } of error.fields)
      tally.addProblem(row, 'import.value_wrong', { message }, columnAt(pointer, columns));
  else if (error instanceof Problem) tally.addProblem(row, error.code, error.parameters);
  else throw error;
}

/** The column behind a place of the input, or behind the nearest place around or below it; else the field itself. */
function columnAt(pointer: string, columns: ReadonlyMap<string, string>): string {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const column = columns.get(at) ?? [...columns].find(([place]) => place.startsWith(`${at}/`))?.[1];
    if (column !== undefined) return column;
  }
  return pointer.slice(1);
}
