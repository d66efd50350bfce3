import type { ReactNode } from 'react';

/** A column: figures are aligned at the end, and the one that names the row is its head. */
export interface Column<T> {
  head: ReactNode;
  render: (row: T) => ReactNode;
  isNumber?: boolean;
  isName?: boolean;
}

interface DataTableProps<T> {
  /** Says what the table holds. */
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
}

/** Facts in rows and columns. On narrow screens it scrolls in a box of its own, by keyboard too. */
export function DataTable<T>({ label, columns, rows, keyOf }: DataTableProps<T>) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard
    <div className="scroll-x" tabIndex={0} role="region" aria-label={label}>
      <table className="datatable">
        <caption className="vh">{label}</caption>
        <thead>
          <tr>
            {columns.map(({ head, isNumber }, index) => (
              <th key={index} scope="col" className={isNumber ? 'end' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ render, isNumber, isName }, index) =>
                isName ? (
                  <th key={index} scope="row">
                    {render(row)}
                  </th>
                ) : (
                  <td key={index} className={isNumber ? 'num end' : undefined}>
                    {render(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
