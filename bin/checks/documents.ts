import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/run.ts';
import { permissionsDocument } from './documents/permissions.ts';
import { statesDocument } from './documents/states.ts';

/** Writes the pages that are made from the contract. With `--check` it writes nothing and fails when one is out of date. */
const documents = { 'docs/permissions.md': permissionsDocument(), 'docs/states.md': statesDocument() };

for (const [path, text] of Object.entries(documents)) {
  const file = join(root, path);
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error(`${path} no longer says what the contract says; run npm run generate and commit the result.`);
    process.exitCode = 1;
  }
}
