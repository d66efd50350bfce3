import { type ImportEncoding, importEncodings, type ImportKind } from '@collegium/contract/imports.ts';
import { Problem } from '../platform/problem/problem.ts';
import { fieldSchema, itemSchema, type Schema, typeOf, type ValueType } from './fields.ts';

/** Where a value comes from and how its text is read: `docs/guide/import.md` tells each. */
export interface Leaf {
  column?: string;
  constant?: unknown;
  firstOf?: Leaf[];
  join?: Leaf[];
  with?: string;
  pattern?: RegExp;
  values?: Record<string, unknown>;
  prefix?: string;
  split?: string;
  number?: 'comma' | 'point';
  default?: unknown;
  expects: ValueType;
}

/** The shape of the input, with a leaf in place of every value. */
export type MappingNode = { leaf: Leaf } | { entries: [string, MappingNode][] } | { items: MappingNode[] };

export interface Mapping {
  /** The register that the file's ids belong to; offers keep it as their external source. */
  source: string;
  encoding?: ImportEncoding;
  separator?: string;
  where: [column: string, values: string[]][];
  /** Rows that repeat what an earlier row brought are left out instead of reported. */
  allowsRepeats: boolean;
  fields: MappingNode;
  /** Every column that it reads. */
  columns: string[];
}

const settings = ['source', 'encoding', 'separator', 'where', 'repeats', 'fields'];
const leafKeys = [
  'column',
  'constant',
  'firstOf',
  'join',
  'with',
  'pattern',
  'values',
  'prefix',
  'split',
  'number',
  'default',
];

/** Reads a mapping. Throws import.mapping_wrong with the place and what to write there. */
export function parseMapping(text: string, kind: ImportKind): Mapping {
  const value = parseJson(text);
  const given = asObject(value, 'the top');
  for (const key of Object.keys(given))
    if (!settings.includes(key)) throw wrong(key, `there is no such setting; there are ${settings.join(', ')}.`);
  const { source = 'import', encoding, separator, repeats, where = {}, fields } = given;
  if (typeof source !== 'string' || source === '') throw wrong('source', 'write the name of the register as text.');
  if (repeats !== undefined && repeats !== 'allowed') throw wrong('repeats', 'write "allowed" or leave it out.');
  const known = importEncodings.find((one) => one === encoding);
  if (encoding !== undefined && !known) throw wrong('encoding', `choose one of ${importEncodings.join(', ')}.`);
  if (separator !== undefined && (typeof separator !== 'string' || separator.length !== 1))
    throw wrong('separator', 'write one character.');
  const columns = new Set<string>();
  const mapping: Mapping = {
    source,
    where: Object.entries(asObject(where, 'where')).map(([column, wanted]) => {
      columns.add(column);
      return [column, (Array.isArray(wanted) ? wanted : [wanted]).map(String)];
    }),
    allowsRepeats: repeats === 'allowed',
    fields: readNode(asObject(fields, 'fields'), 'fields', fieldSchema(kind), columns),
    columns: [],
    ...(known && { encoding: known }),
    ...(typeof separator === 'string' && { separator }),
  };
  return { ...mapping, columns: [...columns] };
}

/** The mapping of a file whose columns are named like fields: `title.en`, `places`, `identifiers.erasmus`. */
export function mappingOfColumns(names: readonly string[], kind: ImportKind): Mapping {
  const tree: Record<string, unknown> = {};
  for (const column of names.filter((name) => name !== '')) {
    const path = column.split('.');
    if (path[0] === 'identifiers' && path.length === 2) {
      const list = (tree['identifiers'] ??= []) as unknown[];
      list.push({ scheme: { constant: path[1] }, value: { column } });
      continue;
    }
    let node = tree;
    for (const key of path.slice(0, -1)) node = (node[key] ??= {}) as Record<string, unknown>;
    node[path.at(-1) ?? ''] = { column };
  }
  const columns = new Set<string>();
  const fields = readNode(tree, '', fieldSchema(kind), columns);
  return { source: 'import', where: [], allowsRepeats: false, fields, columns: [...columns] };
}

function readNode(value: unknown, place: string, schema: Schema, columns: Set<string>): MappingNode {
  if (Array.isArray(value))
    return { items: value.map((item, index) => readNode(item, `${place}[${index}]`, itemSchema(schema), columns)) };
  if (typeof value !== 'object' || value === null || isLeaf(value))
    return { leaf: readLeaf(value, place, typeOf(schema), columns) };
  return {
    entries: Object.entries(value).map(([key, child]) => {
      const at = place === '' ? key : `${place}.${key}`;
      const below = schema.child(key);
      if (!below) throw wrong(at, `there is no such field; there are ${schema.names().join(', ')}.`);
      return [key, readNode(child, at, below, columns)];
    }),
  };
}

function isLeaf(value: object): boolean {
  return ['column', 'constant', 'firstOf', 'join'].some((key) => Object.hasOwn(value, key));
}

function readLeaf(value: unknown, place: string, expects: ValueType, columns: Set<string>): Leaf {
  if (typeof value === 'string') return readLeaf({ column: value }, place, expects, columns);
  const given = asObject(value, place);
  const unknown = Object.keys(given).find((key) => !leafKeys.includes(key));
  if (unknown !== undefined) throw wrong(place, `“${unknown}” is none of ${leafKeys.join(', ')}.`);
  const { column, firstOf, join, pattern, values, number, ...rest } = given;
  if (column !== undefined && typeof column !== 'string') throw wrong(place, 'the column is written as text.');
  if (column !== undefined) columns.add(column);
  if (number !== undefined && number !== 'comma' && number !== 'point')
    throw wrong(place, 'number is "comma" or "point": what stands before the decimals.');
  const parts = (list: unknown) => asList(list, place).map((part) => readLeaf(part, place, 'anything', columns));
  return {
    ...(rest as Omit<Leaf, 'expects'>),
    ...(column !== undefined && { column }),
    ...(firstOf !== undefined && { firstOf: parts(firstOf) }),
    ...(join !== undefined && { join: parts(join) }),
    ...(pattern !== undefined && { pattern: readPattern(pattern, place) }),
    ...(values !== undefined && { values: asObject(values, place) }),
    ...(number !== undefined && { number }),
    expects,
  };
}

function readPattern(value: unknown, place: string): RegExp {
  try {
    return new RegExp(String(value), 'u');
  } catch {
    throw wrong(place, 'the pattern is no regular expression.');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw wrong('the top', `it is not JSON (${error instanceof Error ? error.message.slice(0, 120) : ''}).`);
  }
}

function asObject(value: unknown, place: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw wrong(place, 'write an object in braces.');
}

function asList(value: unknown, place: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw wrong(place, 'write a list in brackets.');
}

function wrong(place: string, reason: string): Problem {
  return new Problem('import.mapping_wrong', { place, reason });
}
