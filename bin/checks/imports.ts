import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/run.ts';
import { forbidden } from './imports/rules.ts';
import { importsOf } from './imports/read.ts';

/** Compares every import with the rules of ARCHITECTURE.md. */
const files = globSync('{contract,engine,server,web,cli,samples,e2e,bench,bin}/**/*.{ts,tsx}', {
  cwd: root,
  exclude: ['**/node_modules/**', 'web/dist/**'],
});
let broken = 0;
for (const file of files) {
  for (const target of importsOf(file, readFileSync(join(root, file), 'utf8'))) {
    const reason = forbidden(file, target);
    if (reason === undefined) continue;
    broken += 1;
    console.error(`${file} imports ${target}: ${reason}.`);
  }
}
process.exitCode = broken === 0 ? 0 : 1;
