import { readdirSync } from 'node:fs';
import { formatter } from '@lingui/format-po';
import { defineConfig } from '@lingui/cli';

const withoutTexts = new Set(['api', 'build', 'dist', 'i18n', 'locales', 'node_modules', 'public', 'routes']);
/** Where the catalogues are; the drift check extracts into a copy. */
const locales = process.env['COLLEGIUM_LOCALES'] ?? '<rootDir>/locales';
/** The folders to extract, separated by commas; all when unset. */
const only = process.env['COLLEGIUM_I18N_FOLDERS']?.split(',');

/** The folders of `web/` that hold translatable texts; each has a catalogue of its own, so that a page loads only its own texts. */
export const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !withoutTexts.has(entry.name))
  .map((entry) => entry.name)
  .filter((name) => !only || only.includes(name))
  .sort();

export default defineConfig({
  rootDir: import.meta.dirname,
  sourceLocale: 'en',
  locales: ['en', 'zh-CN'],
  fallbackLocales: { default: 'en' },
  format: formatter({ origins: true, lineNumbers: false, printPlaceholdersInComments: false }),
  catalogs: folders.map((folder) => ({
    path: `${locales}/{locale}/${folder}`,
    include: [`<rootDir>/${folder}`],
    exclude: ['**/*.test.ts', '**/*.test.tsx'],
  })),
});
