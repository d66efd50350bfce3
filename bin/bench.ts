import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { run, root } from './lib/run.ts';

/** `npm run bench [-- name …] [--json]`: each file of `bench/` prints its own table, or one JSON document. */
const args = process.argv.slice(2);
const options = args.filter((arg) => arg.startsWith('-'));
const names = args.filter((arg) => !arg.startsWith('-'));
const all = globSync('bench/*.ts', { cwd: root }).map((file) => basename(file, '.ts'));
const available = all.filter((name) => !name.endsWith('.test')).sort();
const unknown = names.filter((name) => !available.includes(name));

if (unknown.length > 0) {
  console.error(`There is no measurement ${unknown.join(', ')}; there are ${available.join(', ') || 'none yet'}.`);
  process.exitCode = 64;
} else {
  for (const name of names.length > 0 ? names : available) {
    const { code } = await run(['node', `bench/${name}.ts`, ...options], { isLive: true });
    if (code !== 0) process.exitCode = 1;
  }
}
