import type { Column, Table } from './catalogue.ts';

const header = '// Made from the migrations by `npm run generate`; `npm run check` compares.';

/** Kysely's table interfaces: those of the platform by their full name, those of a network bare. */
export function generateTypes(platform: Table[], network: Table[]): string {
  const body = [
    dictionary('PlatformTables', platform, 'platform.'),
    dictionary('NetworkTables', network, ''),
    ...platform.map((table) => tableInterface(table, 'Platform')),
    ...network.map((table) => tableInterface(table, '')),
  ].join('\n\n');
  return [header, ...imports(body, [...platform, ...network]), '', body, ''].join('\n');
}

function imports(body: string, tables: Table[]): string[] {
  const jsonTypes = tables.flatMap((table) => table.columns.flatMap((column) => jsonTypeNames(column)));
  const kyselyTypes = ['Generated', 'GeneratedAlways'].filter((name) => body.includes(`${name}<`));
  return [
    ...(kyselyTypes.length > 0 ? [`import type { ${kyselyTypes.join(', ')} } from 'kysely';`] : []),
    ...(jsonTypes.length > 0
      ? [`import type {\n  ${[...new Set(jsonTypes)].sort().join(',\n  ')},\n} from '@collegium/contract/json.ts';`]
      : []),
  ];
}

function dictionary(name: string, tables: Table[], prefix: string): string {
  const lines = tables.map(
    (table) => `  ${prefix ? `'${prefix}${table.name}'` : table.name}: ${interfaceName(table, prefix && 'Platform')};`,
  );
  return `export interface ${name} {\n${lines.join('\n')}\n}`;
}

function tableInterface(table: Table, prefix: string): string {
  const columns = table.columns.map((column) => `  ${column.name}: ${columnType(column, table)};`);
  const comment = table.comment === null ? '' : `/** ${table.comment.replaceAll('*/', '* /')} */\n`;
  return `${comment}export interface ${interfaceName(table, prefix)} {\n${columns.join('\n')}\n}`;
}

function interfaceName(table: Table, prefix: string): string {
  return `${prefix}${pascal(table.name)}Table`;
}

function pascal(name: string): string {
  return name.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function columnType(column: Column, table: Table): string {
  const type = valueType(column, table) + (column.isNullable ? ' | null' : '');
  if (column.isGenerated || column.isIdentity) return `GeneratedAlways<${type}>`;
  return column.default === null ? type : `Generated<${type}>`;
}

function valueType(column: Column, table: Table): string {
  const values = allowedValues(column, table);
  if (values !== undefined) return values.map((value) => `'${value}'`).join(' | ');
  const element = column.type.endsWith('[]') ? column.type.slice(0, -2) : undefined;
  if (element !== undefined) return `${scalarType(element)}[]`;
  if (column.type === 'jsonb' || column.type === 'json') return jsonType(column) ?? 'unknown';
  return scalarType(column.type);
}

function scalarType(type: string): string {
  if (/^(?:smallint|integer|bigint|numeric|real|double precision)/.test(type)) return 'number';
  if (type === 'boolean') return 'boolean';
  if (type.startsWith('timestamp')) return 'Date';
  if (type === 'bytea') return 'Buffer';
  return 'string';
}

/** The words that `check (kind in ('a', 'b'))` allows, as PostgreSQL prints it. */
function allowedValues(column: Column, table: Table): string[] | undefined {
  for (const { definition } of table.constraints) {
    const [, name, list] = /^CHECK \(\((\w+) = ANY \(ARRAY\[([^\]]+)\]\)\)\)$/.exec(definition) ?? [];
    if (name === column.name && list !== undefined) return quotedWords(list);
    const [, only, word] = /^CHECK \(\((\w+) = '([^']+)'::text\)\)$/.exec(definition) ?? [];
    if (only === column.name && word !== undefined) return [word];
  }
  return undefined;
}

function quotedWords(list: string): string[] | undefined {
  const words = list.split(', ').map((item) => /^'([^']+)'::text$/.exec(item)?.[1]);
  return words.every((word) => word !== undefined) ? words : undefined;
}

/** `@type LocalisedText` in a column's comment names the type of its JSON, from `contract/json.ts`. */
function jsonType(column: Column): string | undefined {
  return /@type ([^\s.;,]+)/.exec(column.comment ?? '')?.[1];
}

function jsonTypeNames(column: Column): string[] {
  return jsonType(column)?.match(/[A-Z]\w*/g) ?? [];
}
