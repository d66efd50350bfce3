import { stringify } from 'csv-stringify/sync';

/**
 * CSV as spreadsheets open it: UTF-8 with a byte order mark, CRLF, and every text that a spreadsheet could take for a
 * formula (beginning with = + - @ tab or return) shown as text (OWASP, "CSV injection").
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const body = stringify([[...header], ...rows.map((row) => row.map((cell) => cell ?? ''))], {
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { number: (value) => String(value) },
  });
  return `\uFEFF${body}`;
}
