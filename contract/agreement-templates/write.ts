import type { Clause, ClauseField, DraftAccess, DraftCommitment, FieldType } from '../agreements/clause.ts';
import type { LocalisedText } from '../localised-text.ts';

/** English and Chinese of one text. */
export type Both = readonly [en: string, zh: string];

/** A text in both languages. */
export function both([en, zh]: Both): LocalisedText {
  return { en, 'zh-CN': zh };
}

/** Paragraphs of both languages, side by side. */
export function paragraphs(...each: Both[]): LocalisedText {
  return { en: each.map(([en]) => en).join('\n\n'), 'zh-CN': each.map(([, zh]) => zh).join('\n\n') };
}

/** A gap in the text, to be filled in by whoever negotiates. */
export function gap(key: string, type: FieldType, label: Both, value: string | number | null = null): ClauseField {
  return { key, type, label: both(label), value };
}

/** A clause of words alone. */
export function words(key: string, title: Both, text: LocalisedText, ...fields: ClauseField[]): Clause {
  return { key, kind: 'text', title: both(title), text, fields };
}

/** A clause that promises; who, how much and when are still to be filled in. */
export function promise(
  key: string,
  title: Both,
  text: LocalisedText,
  commitment: DraftCommitment,
  ...fields: ClauseField[]
): Clause {
  return { key, kind: 'commitment', title: both(title), text, fields, commitment };
}

/** A clause that opens data; from whom to whom and until when are still to be filled in. */
export function opening(key: string, title: Both, text: LocalisedText, access: DraftAccess): Clause {
  return { key, kind: 'access', title: both(title), text, fields: [], access };
}
