import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, run } from './run.ts';

const stamp = join(root, 'node_modules/.cache/collegium/web-sources');

/** Builds `web/dist` when it is missing or when a source has changed since. Throws when the build fails. */
export async function buildWeb(): Promise<void> {
  const sources = hashSources();
  if (existsSync(join(root, 'web/dist/index.html')) && readStamp() === sources) return;
  console.error('Building the pages …');
  const build = await run(['vite', 'build', '--logLevel', 'warn'], { cwd: join(root, 'web') });
  if (build.code !== 0) throw new Error(`The pages could not be built.\n${build.output}`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
}

function readStamp(): string | undefined {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
}

/** Everything that the pages are made from: their own sources, the contract, and the versions of the packages. */
function hashSources(): string {
  const files = globSync(['web/**/*', 'contract/**/*', 'package-lock.json'], {
    cwd: root,
    exclude: ['web/dist', 'web/node_modules', '**/*.test.ts', '**/*.test.tsx'],
    withFileTypes: true,
  });
  const hash = createHash('sha256');
  for (const path of files
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort())
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path));
  return hash.digest('hex');
}
