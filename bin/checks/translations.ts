// Fails when a text of the pages is not in the catalogues, when a catalogue holds a text that no page uses, or when a translation is missing.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogueFiles, extractTexts, listUntranslated, locales, readEntries } from '../lib/texts.ts';

const scratch = mkdtempSync(join(tmpdir(), 'collegium-texts-'));
try {
  cpSync(locales, scratch, { recursive: true });
  extractTexts([], scratch);
  const complaints = [
    ...listDrift(scratch),
    ...listUntranslated(scratch).map(({ file, text }) => `${file}: “${text}” has no translation`),
  ];
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) console.error('Run “npm run i18n”, then translate what it lists.');
  process.exitCode = complaints.length > 0 ? 1 : 0;
} finally {
  rmSync(scratch, { recursive: true });
}

function listDrift(extracted: string): string[] {
  return catalogueFiles(extracted).flatMap((file) => {
    const committed = join(locales, file);
    const texts = new Set(existsSync(committed) ? readEntries(committed).map(({ text }) => text) : []);
    const wanted = new Set(readEntries(join(extracted, file)).map(({ text }) => text));
    return [
      ...[...wanted.difference(texts)].map((text) => `${file}: “${text}” is on a page but not in the catalogue`),
      ...[...texts.difference(wanted)].map((text) => `${file}: “${text}” is in the catalogue but on no page`),
    ];
  });
}
