import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { root, run } from './run.ts';

/**
 * Packs a library of `engine/` as JavaScript with types, README and licence, for Node does not run TypeScript that lies
 * in node_modules. Within the project the library is used from its source, and nothing is built. Returns the file.
 */
export async function packLibrary(name: string, into: string): Promise<string> {
  const source = join(root, 'engine', name);
  if (!existsSync(join(source, 'package.json'))) throw new Error(`There is no library engine/${name}.`);
  const folder = mkdtempSync(join(tmpdir(), 'collegium-pack-'));
  try {
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings(source, folder)));
    await ran('tsc', '--project', join(folder, 'tsconfig.json'));
    rmSync(join(folder, 'tsconfig.json'));
    const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as Record<string, unknown>;
    writeFileSync(join(folder, 'package.json'), JSON.stringify(published(manifest), null, 2));
    if (existsSync(join(source, 'README.md'))) cpSync(join(source, 'README.md'), join(folder, 'README.md'));
    cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
    const file = await ran('npm', 'pack', folder, '--pack-destination', resolve(into), '--loglevel=error');
    return join(resolve(into), file.trim().split('\n').at(-1)!);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Only what `index.ts` reaches is built: no tests. */
const settings = (source: string, folder: string): object => ({
  extends: join(root, 'tsconfig.base.json'),
  compilerOptions: {
    noEmit: false,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    typeRoots: [join(root, 'node_modules/@types')],
    lib: ['es2024'],
    target: 'es2024',
    rootDir: source,
    outDir: join(folder, 'dist'),
  },
  files: [join(source, 'index.ts')],
});

/** The manifest with what was built in place of the source. */
function published(manifest: Record<string, unknown>): object {
  return {
    ...manifest,
    private: undefined,
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    files: ['dist'],
    sideEffects: false,
    engines: { node: '>=20' },
  };
}

async function ran(...command: string[]): Promise<string> {
  const { code, output } = await run(command);
  if (code !== 0) throw new Error(`${command[0]} failed:\n${output}`);
  return output;
}
