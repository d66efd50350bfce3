import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hideSmallGroups, type HiddenCells, type Table } from './index.ts';

const threshold = 4;
const counts = (rows: number, columns: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });

describe('a group below the threshold', () => {
  test('is never shown, and zero, being nobody, may be', () => {
    const { cells } = hideSmallGroups(
      { counts: [[3], [0], [12], [20]], hasRowTotals: false, hasColumnTotals: false },
      threshold,
    );
    expect(cells).toEqual([[true], [false], [false], [false]]);
  });

  test('takes the next smallest group with it when the total would give it away', () => {
    const { cells, columnTotals } = hideSmallGroups(
      { counts: [[3], [30], [12]], hasRowTotals: false, hasColumnTotals: true },
      threshold,
    );
    expect(cells).toEqual([[true], [false], [true]]);
    expect(columnTotals).toEqual([false]);
  });

  test('hides the total when it is the only group', () => {
    const { columnTotals } = hideSmallGroups({ counts: [[3]], hasRowTotals: false, hasColumnTotals: true }, threshold);
    expect(columnTotals).toEqual([true]);
  });

  test('joins others until together they are no small group', () => {
    const { cells } = hideSmallGroups(
      { counts: [[1], [2], [9], [8]], hasRowTotals: false, hasColumnTotals: true },
      threshold,
    );
    expect(cells).toEqual([[true], [true], [false], [true]]);
  });
});

/**
 * The values that a hidden number may have for somebody who sees the rest and knows that counts are whole and not
 * negative; stops at two. All totals are shown.
 */
function possibleValues(table: Table, { cells }: HiddenCells, row: number, column: number): Set<number> {
  const unknown = cells.flatMap((line, r) => line.flatMap((isHidden, c) => (isHidden ? [{ r, c }] : [])));
  const restOf = (line: { r: number; c: number }[]) =>
    line.reduce((rest, { r, c }) => rest + (table.counts[r]?.[c] ?? 0), 0);
  const rows = cells.map((_, r) => restOf(unknown.filter((cell) => cell.r === r)));
  const columns = (cells[0] ?? []).map((_, c) => restOf(unknown.filter((cell) => cell.c === c)));
  const values = new Set<number>();
  const fill = (index: number, found: number): void => {
    const cell = unknown[index];
    if (!cell) {
      const isWhole = columns.every((rest) => rest === 0) && (!table.hasRowTotals || rows.every((rest) => rest === 0));
      if (isWhole) values.add(found);
      return;
    }
    const { r, c } = cell;
    const most = Math.min(columns[c] ?? 0, table.hasRowTotals ? (rows[r] ?? 0) : Infinity);
    for (let value = 0; value <= most && values.size < 2; value += 1) {
      rows[r] = (rows[r] ?? 0) - value;
      columns[c] = (columns[c] ?? 0) - value;
      fill(index + 1, r === row && c === column ? value : found);
      rows[r] = (rows[r] ?? 0) + value;
      columns[c] = (columns[c] ?? 0) + value;
    }
  };
  fill(0, -1);
  return values;
}

describe('nobody can compute a hidden number from what is shown', () => {
  test('in a list with its total', () => {
    fc.assert(
      fc.property(counts(4, 1), (cells) => {
        const table = { counts: cells, hasRowTotals: false, hasColumnTotals: true };
        const hidden = hideSmallGroups(table, threshold);
        cells.forEach(([count = 0], row) => {
          if (count > 0 && count < threshold) {
            expect(hidden.cells[row]?.[0]).toBe(true);
            if (!hidden.columnTotals[0]) expect(possibleValues(table, hidden, row, 0).size).toBeGreaterThan(1);
          }
        });
      }),
      { numRuns: 1_000 },
    );
  });

  test('in a table with totals both ways', () => {
    fc.assert(
      fc.property(counts(2, 3), (cells) => {
        const table = { counts: cells, hasRowTotals: true, hasColumnTotals: true };
        const hidden = hideSmallGroups(table, threshold);
        if (hidden.rowTotals.some(Boolean) || hidden.columnTotals.some(Boolean)) return;
        cells.forEach((line, row) =>
          line.forEach((count, column) => {
            if (count > 0 && count < threshold)
              expect(possibleValues(table, hidden, row, column).size).toBeGreaterThan(1);
          }),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('and what is shown is never below the threshold', () => {
    fc.assert(
      fc.property(counts(3, 3), (cells) => {
        const hidden = hideSmallGroups({ counts: cells, hasRowTotals: true, hasColumnTotals: true }, threshold);
        cells.forEach((line, row) =>
          line.forEach((count, column) => {
            if (!hidden.cells[row]?.[column]) expect(count === 0 || count >= threshold).toBe(true);
          }),
        );
      }),
    );
  });
});
