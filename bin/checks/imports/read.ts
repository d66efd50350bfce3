import { posix } from 'node:path';

/**
 * What a source file imports from our own folders, as paths from the repository's root without an ending when none is
 * written: `server/offers/queries.ts`, `contract/errors`. Packages of others are left out.
 */
export function importsOf(file: string, source: string): string[] {
  const specifiers = [...withoutComments(source).matchAll(specifier)].map((match) => match[1] ?? match[2] ?? '');
  return specifiers.flatMap((name) => resolve(file, name) ?? []);
}

/** `import … from 'x'`, `export … from 'x'`, `import 'x'`, `import('x')`. */
const specifier =
  /(?:^|[\s;}])(?:(?:import|export)\b[^'";]*?\sfrom\s*|import\s*)['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/g;

const workspaces: Record<string, string> = {
  '@collegium/contract': 'contract',
  '@collegium/server': 'server',
  '@collegium/matching': 'engine/matching',
  '@collegium/statistics': 'engine/statistics',
};

function resolve(file: string, name: string): string | undefined {
  if (name.startsWith('.')) return posix.join(posix.dirname(file), name);
  const [scope, workspace, ...rest] = name.split('/');
  const folder = workspaces[`${scope}/${workspace}`];
  return folder === undefined ? undefined : posix.join(folder, ...rest);
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
