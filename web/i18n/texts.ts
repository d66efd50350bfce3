import { i18n, type Messages } from '@lingui/core';
import type { Language } from './languages.ts';

type Catalogue = () => Promise<{ messages: Messages }>;

const catalogues: Record<string, Catalogue | undefined> = import.meta.glob<{ messages: Messages }>('../locales/*/*.po');
/** Folders whose texts are on the page already; they are loaded again when the language changes. */
const wanted = new Set<string>(['ui', 'shell']);
/** The language that is on its way; the current one once its texts are there. */
let coming: Language | undefined;

/** Loads the texts of one folder of `web/` in the current language. A folder without texts loads nothing. */
export async function loadTexts(folder: string): Promise<void> {
  wanted.add(folder);
  const languages = new Set([i18n.locale, coming ?? '']);
  languages.delete('');
  await Promise.all([...languages].map((language) => loadFolder(folder, language)));
}

/** Makes a language current: texts of everything on the page first, then one change of all of them at once. */
export async function activateLanguage(language: Language): Promise<void> {
  coming = language;
  if (language === 'zh-CN') void import('../fonts-zh.css');
  await Promise.all([...wanted].map((folder) => loadFolder(folder, language)));
  i18n.activate(language);
  document.documentElement.lang = language;
}

async function loadFolder(folder: string, language: string): Promise<void> {
  const catalogue = catalogues[`../locales/${language}/${folder}.po`];
  if (catalogue) i18n.load(language, (await catalogue()).messages);
}
