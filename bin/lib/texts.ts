import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
export const locales = join(root, 'web/locales');

/** Reads the sources of the pages and brings the catalogues up to date: new texts are added, unused ones removed. */
export function extractTexts(folders: readonly string[] = [], into?: string): void {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/@lingui/cli/dist/lingui.js'), 'extract', '--clean', '--workers', '1'],
    {
      cwd: join(root, 'web'),
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        ...(folders.length > 0 ? { COLLEGIUM_I18N_FOLDERS: folders.join(',') } : {}),
        ...(into ? { COLLEGIUM_LOCALES: into } : {}),
      },
    },
  );
}

/** Texts of the catalogues without a translation. */
export function listUntranslated(folder: string = locales): { file: string; text: string }[] {
  return catalogueFiles(folder)
    .filter((file) => !file.startsWith('en/'))
    .flatMap((file) =>
      readEntries(join(folder, file))
        .filter(({ translation }) => translation === '')
        .map(({ text }) => ({ file, text })),
    );
}

/** `en/shell.po`, `zh-CN/shell.po` … below a folder of catalogues. */
export function catalogueFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.po'))
    .sort();
}

/** The texts of one catalogue with their translations; its header, which holds a date, is left out. */
export function readEntries(file: string): { text: string; translation: string }[] {
  return readFileSync(file, 'utf8')
    .split(/\n\n+/)
    .flatMap((block) => {
      const text = readField(block, 'msgid');
      return text ? [{ text, translation: readField(block, 'msgstr') }] : [];
    });
}

function readField(block: string, field: 'msgid' | 'msgstr'): string {
  const match = new RegExp(`^${field} ((?:".*"\\n?)+)`, 'm').exec(block);
  return (match?.[1] ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => String(JSON.parse(line)))
    .join('');
}
