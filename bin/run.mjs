#!/usr/bin/env node
// Runs one of the scripts beside it: `node bin/run.mjs start`. Plain JavaScript, because a machine's own Node (20 or
// newer) runs this file before anything is installed; the script itself runs on the Node of package.json.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [script = '', ...args] = process.argv.slice(2);
const file = join(root, 'bin', `${script}.ts`);

install();
process.env.PATH = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`;
process.argv.splice(1, 2, file);
// An idle server measured 179 MB instead of 223 with a young generation of 8 MiB; it can only be set as V8 starts.
const flags = script === 'start' ? ['--max-semi-space-size=8'] : [];
// From the very first file on: once everything is compiled, what strips types is not loaded, which is another 20 MB.
if (script === 'start') process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/collegium/compiled');
// The C library keeps memory for each thread apart; two such places instead of eight a core hold 16 MB less (207 to 191).
if (script === 'start') process.env.MALLOC_ARENA_MAX ??= '2';
if (majorOf(process.versions.node) >= 24 && flags.length === 0) await import(pathToFileURL(file).href);
else runOnOurNode();

/** Exact versions of the lock file, when node_modules is missing or has others. */
function install() {
  const problem = differenceFromLock();
  if (problem === undefined) return;
  console.error(`Installing the exact versions of package-lock.json (${problem}) …`);
  // Its warnings speak of the Node that npm runs on, not of the one that it installs and everything else runs on.
  const npm = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (npm.status === 0) return;
  console.error('npm ci failed; see above. It needs npm and access to the package registry.');
  process.exit(1);
}

function differenceFromLock() {
  const installed = packagesOf(join(root, 'node_modules/.package-lock.json'));
  if (installed === undefined) return 'nothing is installed';
  const wanted = packagesOf(join(root, 'package-lock.json')) ?? {};
  for (const [path, { version, optional, link }] of Object.entries(wanted)) {
    if (!path.startsWith('node_modules/') || link || optional) continue;
    if (installed[path]?.version !== version) return `${path.slice('node_modules/'.length)} ${version} is missing`;
  }
  return undefined;
}

function packagesOf(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

function runOnOurNode() {
  const child = spawn(join(root, 'node_modules/.bin/node'), [...flags, file, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 1));
}

function majorOf(version) {
  return Number(version.split('.')[0]);
}
