import { Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { Problem } from '../platform/problem/problem.ts';
import { columnLimit, type FileRow, rowLengthLimit } from './file-row.ts';

/**
 * The rows of a CSV file below its header, the first row that is not blank. Blank rows count and are passed over. Never
 * holds more than one row. Throws import.header_repeated, .separator_wrong, .quote_open and the like for a faulty file.
 */
export async function* readCsvRows(
  text: AsyncIterable<string>,
  { separator, columns }: { separator: string; columns: readonly string[] },
): AsyncGenerator<FileRow> {
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: rowLengthLimit,
    info: true,
  });
  const source = Readable.from(limitLines(text));
  // The parser's own end carries the failure of its source to the loop below.
  source.on('error', (error) => parser.destroy(error));
  let header: string[] | undefined;
  let row = 0;
  try {
    for await (const { record: cells } of source.pipe(parser) as AsyncIterable<{ record: string[]; info: Info }>) {
      row += 1;
      if (cells.length > columnLimit)
        throw new Problem('import.too_many_columns', { row, count: cells.length, limit: columnLimit });
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (header) yield asRow(row, header, cells);
      else header = readHeader(cells, columns);
    }
  } catch (error) {
    throw explain(error);
  } finally {
    source.destroy();
  }
  if (!header) throw new Problem('import.file_empty');
}

function asRow(row: number, header: string[], cells: string[]): FileRow {
  if (cells.length !== header.length)
    return { row, fault: { code: 'import.cells_wrong', parameters: { count: cells.length, expected: header.length } } };
  return { row, columns: header, cells: Object.fromEntries(header.map((column, index) => [column, cells[index]])) };
}

function readHeader(cells: string[], needed: readonly string[]): string[] {
  const header = cells.map((cell) => cell.trim());
  const column = header.find((name, index) => name !== '' && header.indexOf(name) !== index);
  if (column !== undefined) throw new Problem('import.header_repeated', { column });
  const missing = needed.find((name) => !header.includes(name));
  if (header.length === 1 && (missing !== undefined || needed.length === 0))
    throw new Problem('import.separator_wrong', {
      header: (header[0] ?? '').slice(0, 200),
      separator: likelySeparator(header[0] ?? ''),
    });
  if (missing !== undefined)
    throw new Problem('import.column_missing', { column: missing, columns: header.join(', ').slice(0, 1_000) });
  return header;
}

function likelySeparator(header: string): string {
  const count = (separator: string) => header.split(separator).length;
  const best = [';', ',', '\t', '|'].sort((a, b) => count(b) - count(a))[0] ?? ',';
  return best === '\t' ? String.raw`\t` : best;
}

/** The parser counts the characters of cells; this stops what is all separators. */
async function* limitLines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let length = 0;
  let lines = 0;
  for await (const portion of text) {
    const end = portion.lastIndexOf('\n');
    length = end === -1 ? length + portion.length : portion.length - end;
    if (length > 2 * rowLengthLimit) throw new Problem('import.row_too_long', { row: lines, limit: rowLengthLimit });
    if (end !== -1) lines += portion.split('\n').length - 1;
    yield portion;
  }
}

function explain(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const row = Number(error['records'] ?? 0);
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new Problem('import.row_too_long', { row, limit: rowLengthLimit });
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new Problem('import.quote_open', { row: row + 1 });
  return new Problem('import.quote_wrong', { line: Number(error['lines'] ?? row + 1) });
}
