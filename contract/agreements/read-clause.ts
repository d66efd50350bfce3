import { pickText } from '../pick-text.ts';
import type { Clause } from './clause.ts';
import type { ReadClause } from './redline/index.ts';
import { gapPattern } from './unfilled.ts';

/** What the words of a clause are filled with. */
export interface ClauseReading {
  language: string;
  /** The name of an organisation by its id. */
  nameOf: (organisationId: string) => string;
}

/** A clause as people read it: gaps filled with values in the reader's language, an empty one shown as `[label]`. */
export function readClause(clause: Clause, reading: ClauseReading): ReadClause {
  const text = pickText(clause.text, reading.language);
  return {
    key: clause.key,
    title: pickText(clause.title, reading.language),
    paragraphs: text
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== '')
      .map((paragraph) => paragraph.replace(gapPattern, (_, key: string) => valueOf(clause, key, reading))),
  };
}

function valueOf(clause: Clause, key: string, reading: ClauseReading): string {
  const field = clause.fields.find((one) => one.key === key);
  if (field) {
    const { value, type, label } = field;
    if (value === null || value === '') return `[${pickText(label, reading.language)}]`;
    if (type === 'organisation') return reading.nameOf(String(value));
    if (type === 'date') return dayWords(String(value), reading.language);
    return typeof value === 'number' ? new Intl.NumberFormat(reading.language).format(value) : value;
  }
  const words = partWords(clause, key, reading);
  return words ?? `[${(emptyWords[key] ?? [key, key])[reading.language.startsWith('zh') ? 1 : 0]}]`;
}

/** A part of the promise or of what is opened, in words; undefined while it is missing. */
function partWords({ commitment, access }: Clause, key: string, reading: ClauseReading): string | undefined {
  const { language } = reading;
  const parts: Record<string, unknown> = { ...access, ...commitment };
  const part = parts[key];
  if (key === 'quantity' && part !== undefined && commitment?.unit === 'money' && commitment.currency)
    return moneyWords(Number(part), commitment.currency, language);
  if (typeof part === 'number') return new Intl.NumberFormat(language).format(part);
  if (Array.isArray(part)) {
    const names = part.map((name: string) => (grantWords[name] ?? [name, name])[language.startsWith('zh') ? 1 : 0]);
    return new Intl.ListFormat(language).format(names);
  }
  if (typeof part !== 'string') return undefined;
  if (['promiser', 'beneficiary', 'from', 'to'].includes(key)) return partyWords(part, reading);
  if (['periodStart', 'periodEnd', 'start', 'end'].includes(key)) return dayWords(part, language);
  return part;
}

function partyWords(party: string, { language, nameOf }: ClauseReading): string {
  if (party !== 'all') return nameOf(party);
  return language.startsWith('zh') ? '其他各方' : 'the other parties';
}

/** How dates are written in a text of this language: an English text is British, whoever reads it. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

/** A calendar date in words; the same in every time zone. */
function dayWords(day: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

function moneyWords(minorUnits: number, currency: string, language: string): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  return format.format(minorUnits / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

const emptyWords: Record<string, readonly [string, string]> = {
  promiser: ['who promises', '承诺方'],
  beneficiary: ['to whom', '受益方'],
  quantity: ['how many', '数量'],
  periodStart: ['first day', '开始日期'],
  periodEnd: ['last day', '结束日期'],
  from: ['whose data', '数据提供方'],
  to: ['who sees it', '数据接收方'],
  fields: ['which data', '数据项'],
  purpose: ['purpose', '用途'],
  start: ['first day', '开始日期'],
  end: ['last day', '结束日期'],
};

const grantWords: Record<string, readonly [string, string]> = {
  name: ['name', '姓名'],
  email: ['e-mail address', '电子邮箱'],
  level: ['level', '学习层次'],
  field: ['field of education', '学科领域'],
  grades: ['grades', '成绩'],
  languages: ['languages', '语言'],
  participations: ['participations', '参与记录'],
  outcomes: ['outcomes', '成果'],
};
