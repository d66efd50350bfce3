import { Type, type Static } from 'typebox';

/** The languages in which Collegium itself speaks, BCP 47; the first is the fallback. */
export const interfaceLanguages = ['en', 'zh-CN'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** A text per language: keys are BCP 47 tags, for instance `{ "en": "Port logistics", "zh-CN": "港口物流" }`. */
export const LocalisedText = Type.Record(
  Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' }),
  Type.String({ maxLength: 20_000 }),
);
export type LocalisedText = Static<typeof LocalisedText>;

export { pickText } from './pick-text.ts';
