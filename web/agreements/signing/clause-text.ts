import type { Clause, ClauseField } from '@collegium/contract/agreements/clause';

/** How the reader's language writes numbers and days, and what organisations are called. */
export interface Writer {
  number: (value: number) => string;
  date: (day: string) => string;
  nameOf: (organisationId: string) => string;
}

/** The paragraphs of a clause with its gaps filled in. */
export function paragraphsOf(clause: Pick<Clause, 'fields'>, text: string, writer: Writer): string[] {
  const values = new Map(clause.fields.map((field) => [field.key, valueOf(field, writer)]));
  return text
    .replaceAll(/\{([a-z][A-Za-z0-9]{0,39})\}/g, (gap, key: string) => values.get(key) ?? gap)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

function valueOf({ type, value }: ClauseField, writer: Writer): string {
  if (value === null) return '…';
  if (type === 'number') return writer.number(Number(value));
  if (type === 'date') return writer.date(String(value));
  return type === 'organisation' ? writer.nameOf(String(value)) : String(value);
}
