import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from '../lib/run.ts';
import { extractTexts, locales } from '../lib/texts.ts';
import { findMissing, readMessages } from './translations/po.ts';

/**
 * Extracts the texts of the pages anew into a scratch copy and compares: every text of the sources is in the committed
 * catalogues, none is left over, and every one is translated into each language.
 */
const shown = 30;
const scratch = mkdtempSync(join(tmpdir(), 'collegium-texts-'));
try {
  cpSync(locales, scratch, { recursive: true });
  extractTexts([], scratch);
  const problems = compare();
  for (const problem of problems.slice(0, shown)) console.error(problem);
  if (problems.length > shown) console.error(`… and ${problems.length - shown} more`);
  if (problems.length > 0) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true });
}

function compare(): string[] {
  const catalogues = new Set([...globSync('**/*.po', { cwd: scratch }), ...globSync('**/*.po', { cwd: locales })]);
  return [...catalogues].sort().flatMap((file) => {
    const fresh = readMessages(readOrNothing(join(scratch, file)));
    const committed = readMessages(readOrNothing(join(locales, file)));
    const problems = findMissing(fresh, committed, { isSource: file.startsWith('en/') });
    return problems.map((problem) => `${relative(root, join(locales, file))}: ${problem}`);
  });
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
