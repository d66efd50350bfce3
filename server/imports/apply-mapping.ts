import type { RowFault } from './file-row.ts';
import type { Leaf, Mapping, MappingNode } from './mapping.ts';

export type Cells = Record<string, unknown>;

/** Whether the mapping takes the row at all. */
export function isWanted({ where }: Mapping, cells: Cells): boolean {
  return where.every(([column, wanted]) => wanted.includes(textOf(cells[column])));
}

/**
 * The input that a row stands for. What is empty is left out; an entry of a list is left out when any part of it is
 * empty. `columns` is filled with the column behind every place (JSON pointer) of the input. Unreadable cells are thrown
 * as a `CellFault`.
 */
export function applyMapping({ fields }: Mapping, cells: Cells, columns = new Map<string, string>()): unknown {
  return valueOf(fields, '', { cells, columns }) ?? {};
}

/** A cell that cannot be read as its field needs it. */
export class CellFault extends Error {
  override readonly name = 'CellFault';
  readonly fault: RowFault;

  constructor(fault: RowFault) {
    super(fault.code);
    this.fault = fault;
  }
}

interface Row {
  cells: Cells;
  columns: Map<string, string>;
}

/** undefined: the row says nothing there. */
function valueOf(node: MappingNode, at: string, row: Row): unknown {
  if ('leaf' in node) {
    const column = columnOf(node.leaf);
    if (column !== undefined) row.columns.set(at, column);
    return read(node.leaf, row.cells);
  }
  if ('items' in node) return listOf(node.items, at, row);
  const entries = node.entries.flatMap(([key, child]): [string, unknown][] => {
    const value = valueOf(child, `${at}/${key}`, row);
    return value === undefined ? [] : [[key, value]];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function listOf(items: MappingNode[], at: string, row: Row): unknown {
  const list: unknown[] = [];
  for (const item of items) {
    const value = valueOf(item, `${at}/${list.length}`, row);
    const isWhole = !('entries' in item) || Object.keys(value ?? {}).length === item.entries.length;
    if (value !== undefined && isWhole) list.push(value);
  }
  return list.length === 0 ? undefined : list;
}

function read(leaf: Leaf, cells: Cells): unknown {
  if ('constant' in leaf) return leaf.constant;
  const raw = rawOf(leaf, cells);
  const value = typeof raw === 'string' ? readText(leaf, raw.trim()) : (raw ?? undefined);
  return value ?? leaf.default;
}

function rawOf({ column, firstOf, join, with: between = '\n' }: Leaf, cells: Cells): unknown {
  if (column !== undefined) return cells[column];
  if (firstOf) return firstOf.map((part) => read(part, cells)).find((value) => value !== undefined);
  const parts = (join ?? []).map((part) => read(part, cells)).filter((value) => value !== undefined);
  return parts.length === 0 ? undefined : parts.map(textOf).join(between);
}

function readText(leaf: Leaf, whole: string): unknown {
  const match = leaf.pattern ? leaf.pattern.exec(whole) : [whole];
  const text = match?.[1] ?? match?.[0] ?? '';
  if (text === '') return undefined;
  if (leaf.split !== undefined || leaf.expects === 'list') {
    const list = text.split(leaf.split ?? '|').map((part) => mapped(leaf, part.trim()));
    return list.filter((part) => part !== undefined && part !== '');
  }
  const value = mapped(leaf, text);
  if (typeof value !== 'string') return value;
  return convert(leaf, `${leaf.prefix ?? ''}${value}`);
}

/** `"*"` stands for every text that the values do not list; null for nothing. */
function mapped({ values }: Leaf, text: string): unknown {
  if (!values) return text;
  const value = Object.hasOwn(values, text) ? values[text] : Object.hasOwn(values, '*') ? values['*'] : text;
  return value ?? undefined;
}

function convert(leaf: Leaf, text: string): unknown {
  if (leaf.number !== undefined || leaf.expects === 'number') return readNumber(leaf, text);
  if (leaf.expects !== 'boolean') return text;
  if (/^(true|yes|1)$/i.test(text)) return true;
  if (/^(false|no|0)$/i.test(text)) return false;
  throw new CellFault({ code: 'import.not_yes_or_no', parameters: { value: shown(text) }, ...place(leaf) });
}

const numberPatterns = {
  point: /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/,
  comma: /^[+-]?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/,
};

function readNumber(leaf: Leaf, text: string): number {
  const style = leaf.number ?? 'point';
  const digits = text.replace(/[\s\u00A0\u202F]/g, '');
  if (numberPatterns[style].test(digits))
    return Number(style === 'point' ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.'));
  const example = style === 'point' ? '12.5' : '12,5';
  throw new CellFault({ code: 'import.not_a_number', parameters: { value: shown(text), example }, ...place(leaf) });
}

function columnOf({ column, firstOf, join }: Leaf): string | undefined {
  return column ?? [...(firstOf ?? []), ...(join ?? [])].map(columnOf).find((name) => name !== undefined);
}

function place(leaf: Leaf): { column?: string } {
  const column = columnOf(leaf);
  return column === undefined ? {} : { column };
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return value === null || value === undefined ? '' : JSON.stringify(value);
}
