import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/run.ts';

/** A file is a page. Generated files and texts are no source. */
const longest = 300;
const folders = '{.ci,bin,contract,engine,server,web,cli,samples,e2e,bench}';
const files = globSync(`${folders}/**/*.{ts,tsx,mjs,css,sql}`, {
  cwd: root,
  exclude: ['**/node_modules/**', 'web/dist/**', '**/*.gen.ts', 'server/platform/database/schema.sql'],
});
const tooLong = files
  .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length }))
  .filter(({ lines }) => lines > longest);

for (const { file, lines } of tooLong) console.error(`${file} has ${lines} lines; ${longest} is the most. Split it.`);
process.exitCode = tooLong.length === 0 ? 0 : 1;
