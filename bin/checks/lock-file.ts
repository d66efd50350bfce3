import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/run.ts';

interface Package {
  version?: string;
  link?: boolean;
  optionalDependencies?: Record<string, string>;
}

/**
 * `npm ci` refuses a lock file that leaves out a package for another platform, which happens when the registry did not
 * have it at the moment of the install. Found here rather than on somebody's first `npm start`.
 */
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Package>;
};
const names = new Set(Object.entries(packages).flatMap(([path, { version }]) => (version ? nameOf(path) : [])));
const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !names.has(name))
    .map((name) => `package-lock.json lacks ${name}, which ${nameOf(path)} may install on another platform.`),
);
for (const sentence of missing) console.error(sentence);
process.exitCode = missing.length === 0 ? 0 : 1;

function nameOf(path: string): string {
  return path.split('node_modules/').at(-1) ?? path;
}
