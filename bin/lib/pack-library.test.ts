import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packLibrary } from './pack-library.ts';
import { root, run } from './run.ts';

test(
  'the matching engine can be installed in an empty folder, and the example of its README runs there',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'collegium-packed-'));
    try {
      const file = await packLibrary('matching', folder);
      writeFileSync(join(folder, 'package.json'), '{"name": "elsewhere", "private": true}');
      const installed = await run(['npm', 'install', '--offline', '--no-audit', '--no-fund', file], { cwd: folder });
      expect(installed).toMatchObject({ code: 0 });

      const [, example = ''] =
        /```js\n([^]*?)```/.exec(readFileSync(join(root, 'engine/matching/README.md'), 'utf8')) ?? [];
      writeFileSync(join(folder, 'example.mjs'), example);
      const expected = Array.from(example.matchAll(/console\.log\(.*\); \/\/ (.*)/g), ([, printed]) => printed);
      expect(await run(['node', 'example.mjs'], { cwd: folder })).toEqual({ code: 0, output: expected.join('\n') });

      writeFileSync(
        join(folder, 'typed.ts'),
        `import { solve } from '@collegium/matching';\nexport const placed: string = solve({}).statistics.placed;\n`,
      );
      const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', 'typed.ts'];
      const { output } = await run(['tsc', ...options], { cwd: folder });
      expect(output).toContain("Type 'number' is not assignable to type 'string'");
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
