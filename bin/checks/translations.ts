import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root, run } from '../lib/run.ts';
import { findMissing, readMessages } from './translations/po.ts';

/**
 * Extracts the texts of the pages anew into a scratch copy and compares: every text of the sources is in the committed
 * catalogues, none is left over, and every one is translated into each language.
 */
const web = join(root, 'web');
/** By its path: the package's own command is not executable. */
const lingui = join(root, 'node_modules/@lingui/cli/dist/lingui.js');
const scratch = mkdtempSync(join(root, 'node_modules/.cache-translations-'));
try {
  const problems = await compare();
  for (const problem of problems.slice(0, 30)) console.error(problem);
  if (problems.length > 30) console.error(`… and ${problems.length - 30} more`);
  if (problems.length > 0) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true });
}

async function compare(): Promise<string[]> {
  cpSync(web, scratch, { recursive: true, filter: (path) => !/\/(?:dist|node_modules)$/.test(path) });
  symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'));
  const extraction = await run(['node', lingui, 'extract', '--clean'], { cwd: scratch });
  if (extraction.code !== 0) return [`The texts could not be extracted.\n${extraction.output}`];
  const catalogues = new Set([
    ...globSync('locales/**/*.po', { cwd: scratch }),
    ...globSync('locales/**/*.po', { cwd: web }),
  ]);
  return [...catalogues].sort().flatMap((file) => {
    const fresh = readMessages(readOrNothing(join(scratch, file)));
    const committed = readMessages(readOrNothing(join(web, file)));
    const name = relative(root, join(web, file));
    return findMissing(fresh, committed, { isSource: file.startsWith('locales/en/') }).map(
      (line) => `${name}: ${line}`,
    );
  });
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
