import type { Column, Table } from './catalogue.ts';

/** The schema as SQL that people read in a review: stable, one line per thing. Made for comparison, not for loading. */
export function dumpSchema(title: string, tables: Table[]): string {
  return [`-- ${title}`, ...tables.map(dumpTable)].join('\n\n');
}

function dumpTable(table: Table): string {
  const constraints = table.constraints.map(({ name, definition }) => `  constraint ${name} ${definition}`);
  const parts = [...table.columns.map(dumpColumn), ...constraints];
  return [
    ...comment(table.comment, ''),
    `create table ${table.name} (`,
    parts.map((part, index) => withComma(part, index < parts.length - 1)).join('\n'),
    ');',
    ...table.indexes.map(({ definition }) => `${definition.replace(/ ON \w+\.(\w+) /, ' ON $1 ')};`),
  ].join('\n');
}

function dumpColumn(column: Column): string {
  const words = [column.name, column.type];
  if (!column.isNullable) words.push('not null');
  if (column.isIdentity) words.push('generated as identity');
  if (column.isGenerated) words.push(`generated always as (${column.default}) stored`);
  else if (column.default !== null) words.push(`default ${column.default}`);
  return [...comment(column.comment, '  '), `  ${words.join(' ')}`].join('\n');
}

function comment(text: string | null, indent: string): string[] {
  return text === null ? [] : text.split('\n').map((line) => `${indent}-- ${line}`);
}

function withComma(part: string, isFollowed: boolean): string {
  return isFollowed ? `${part},` : part;
}
