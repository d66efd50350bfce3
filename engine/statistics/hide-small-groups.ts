import { findBridge } from './bridges.ts';

/** Counts of people: `counts[row][column]`, whole numbers from 0 up. */
export interface Table {
  counts: readonly (readonly number[])[];
  /** Columns are parts of a whole, so that a total per row says something about its cells. */
  hasRowTotals: boolean;
  /** Rows are parts of a whole, so that a total per column says something about its cells. */
  hasColumnTotals: boolean;
}

/** True where a number must not be shown. */
export interface HiddenCells {
  cells: boolean[][];
  rowTotals: boolean[];
  columnTotals: boolean[];
  grandTotal: boolean;
}

/**
 * Hides every count of fewer people than `threshold` (zero may be shown: it is nobody), and then, as complementary
 * suppression, as many other numbers as it takes that no hidden one can be computed from what is shown:
 *
 * 1. a line (a row or column with its total) hides none or at least two of its numbers;
 * 2. what the hidden cells of a line sum to is not itself a small group;
 * 3. no hidden number is the only link between two parts of the table, since then it could be computed.
 *
 * After Cox, L. H. (1980), "Suppression methodology and statistical disclosure control", JASA 75(370): a hidden cell of a
 * two-way table with shown totals is determined exactly when it is a bridge of the graph whose vertices are the lines
 * and whose edges are the hidden cells.
 */
export function hideSmallGroups(table: Table, threshold: number): HiddenCells {
  const grid = withTotals(table);
  const hidden = grid.map((row) => row.map((count) => count > 0 && count < threshold));
  const lines = linesOf(table, grid);
  for (let isSafe = false; !isSafe;) {
    isSafe = lines.every((line) => protect(line, grid, hidden, threshold));
    if (isSafe && table.hasRowTotals && table.hasColumnTotals) isSafe = cutNoBridge(lines, grid, hidden);
  }
  return split(hidden);
}

type Cell = readonly [row: number, column: number];
type Line = readonly Cell[];

/** The table with a last row and column of totals. */
function withTotals({ counts }: Table): number[][] {
  const rows = counts.map((row) => [...row, sum(row)]);
  const width = counts[0]?.length ?? 0;
  return [...rows, Array.from({ length: width + 1 }, (_, column) => sum(rows.map((row) => row[column] ?? 0)))];
}

/** Every set of cells in which the last is the sum of the others. */
function linesOf(table: Table, grid: number[][]): Line[] {
  const rowIndexes = grid.map((_, row) => row);
  const columnIndexes = (grid[0] ?? []).map((_, column) => column);
  const rows = rowIndexes.map((row) => columnIndexes.map((column) => [row, column] as const));
  const columns = columnIndexes.map((column) => rowIndexes.map((row) => [row, column] as const));
  return [...(table.hasRowTotals ? rows : []), ...(table.hasColumnTotals ? columns : [])];
}

/** Rules 1 and 2 for one line. False when it had to hide one more number. */
function protect(line: Line, grid: number[][], hidden: boolean[][], threshold: number): boolean {
  const total = line.at(-1);
  if (!total) return true;
  const isHidden = ([row, column]: Cell) => hidden[row]?.[column] === true;
  const hiddenParts = line.slice(0, -1).filter(isHidden);
  if (hiddenParts.length === 0) return !isHidden(total) || hideOneMore(line, grid, hidden);
  const hiddenSum = sum(hiddenParts.map(([row, column]) => grid[row]?.[column] ?? 0));
  const isEnough = isHidden(total) || (hiddenParts.length > 1 && (hiddenSum === 0 || hiddenSum >= threshold));
  return isEnough || hideOneMore(line, grid, hidden);
}

/** Hides the smallest shown number of the line, a total only when nothing else is left. False: something was hidden. */
function hideOneMore(line: Line, grid: number[][], hidden: boolean[][]): boolean {
  const candidates = line.filter(([row, column]) => hidden[row]?.[column] === false);
  const cost = ([row, column]: Cell) => {
    const count = grid[row]?.[column] ?? 0;
    const isTotal = row === grid.length - 1 || column === (grid[0]?.length ?? 0) - 1;
    return (isTotal ? 2e12 : 0) + (count === 0 ? 1e12 : count);
  };
  const [cheapest] = candidates.toSorted((a, b) => cost(a) - cost(b));
  if (!cheapest) return true;
  hide(hidden, cheapest);
  return false;
}

/** Rule 3. False when it had to hide one more number. */
function cutNoBridge(lines: Line[], grid: number[][], hidden: boolean[][]): boolean {
  const edges = hidden.flatMap((row, rowIndex) =>
    row.flatMap((isHidden, column) => (isHidden ? [[rowIndex, grid.length + column] as const] : [])),
  );
  const bridge = findBridge(edges);
  if (!bridge) return true;
  const [row, column] = bridge;
  return lines
    .filter((line) => line.every(([r]) => r === row) || line.every(([, c]) => c === column - grid.length))
    .every((line) => hideOneMore(line, grid, hidden));
}

function hide(hidden: boolean[][], [row, column]: Cell): void {
  const line = hidden[row];
  if (line) line[column] = true;
}

function split(hidden: boolean[][]): HiddenCells {
  const rows = hidden.slice(0, -1);
  const last = hidden.at(-1) ?? [];
  return {
    cells: rows.map((row) => row.slice(0, -1)),
    rowTotals: rows.map((row) => row.at(-1) ?? false),
    columnTotals: last.slice(0, -1),
    grandTotal: last.at(-1) ?? false,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
