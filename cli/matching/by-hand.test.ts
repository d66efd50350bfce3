import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commitSeed, lotteryNumber, type Problem, solve } from '@collegium/matching';

const guide = readFileSync(join(import.meta.dirname, '../../docs/guide/matching.md'), 'utf8');
const [, json = '', shell = '', text = ''] =
  /An example to redo[^]*?```json\n([^]*?)```[^]*?```sh\n([^]*?)```[^]*?```text\n([^]*?)```/.exec(guide) ?? [];
const hasTools = ['openssl', 'xxd', 'sha256sum'].every((tool) => spawnSync('which', [tool]).status === 0);

test("the guide's example of a lottery is what the engine draws", () => {
  const problem = JSON.parse(json) as Problem & { seed: string };
  const numbers = problem.learners.map(({ id }) => `${lotteryNumber(problem.seed, id)} ${id}`).sort();
  expect(text.trimEnd().split('\n')).toEqual([`${commitSeed(problem.seed)}  -`, ...numbers]);
  const first = numbers[0]!.split(' ')[1]!;
  expect(Object.entries(solve(problem).allocation).filter(([, offer]) => offer === 'lab')).toEqual([[first, 'lab']]);
});

test.skipIf(!hasTools)('and what anybody gets who redoes it in a shell', () => {
  const { stdout, status } = spawnSync('sh', ['-c', shell], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  expect([status, stdout]).toEqual([0, text]);
});
