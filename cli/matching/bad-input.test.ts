import { constants } from 'node:buffer';
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../collegium.ts';

const ana = { id: 'ana', preferences: ['lab', 'clinic'] };
const ben = { id: 'ben', preferences: ['lab'] };
const lab = { id: 'lab', organisation: 'org', capacity: 1, priorities: ['ben', 'ana'] };
const clinic = { id: 'clinic', organisation: 'org', capacity: 1 };
const good = { seed: '7f'.repeat(32), learners: [ana, ben], offers: [lab, clinic] };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'collegium-bad-input-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What `allocate` says of a file, line by line; proves that it wrote nothing. */
async function refusalOf(content: string | (() => void)): Promise<string[]> {
  const [file, out] = [join(folder, 'problem.json'), join(folder, 'result.json')];
  if (typeof content === 'string') writeFileSync(file, content);
  else content();
  const said: string[] = [];
  const io = { out: (text: string) => void said.push(text), err: (text: string) => void said.push(text), env: {} };
  expect(await main(['allocate', file, '--out', out], io)).toBe(65);
  expect([existsSync(out), existsSync(`${out}.part`)]).toEqual([false, false]);
  return said.map((line) => line.replace(`${file}, `, '').replace(file, 'problem.json'));
}

test.each<[string, object, string]>([
  ['an unknown id', { learners: [{ ...ana, preferences: ['gym'] }, ben] }, 'learners[0].preferences[0]: There is no'],
  ['a duplicate id', { learners: [ana, ben, ana] }, 'learners[2].id: '],
  ['a duplicate wish', { learners: [{ ...ana, preferences: ['lab', 'lab'] }, ben] }, 'learners[0].preferences[1]: '],
  ['a negative capacity', { offers: [lab, { ...clinic, capacity: -1 }] }, 'offers[1].capacity: '],
  ['a fractional capacity', { offers: [lab, { ...clinic, capacity: 1.5 }] }, 'offers[1].capacity: '],
  [
    'a reserve larger than the capacity',
    { offers: [lab, { ...clinic, reserves: [{ group: 'grant', places: 2 }] }] },
    'offers[1].reserves: ',
  ],
  [
    'a cap below a fixed placement',
    { caps: [{ organisation: 'org', places: 0 }], fixed: [['ana', 'lab']] },
    'fixed[0]: ',
  ],
  [
    'a tie with itself',
    { learners: [{ ...ana, preferences: [['lab', 'lab']] }, ben] },
    'learners[0].preferences[0][1]: ',
  ],
  [
    'contradictory pairs',
    {
      together: [['ana', 'ben']],
      fixed: [
        ['ana', 'lab'],
        ['ben', 'clinic'],
      ],
    },
    'together[0]: ',
  ],
  [
    'a cycle of clashes',
    {
      clashes: [
        ['lab', 'clinic'],
        ['clinic', 'lab'],
      ],
    },
    'clashes[1]: ',
  ],
  ['a seed of the wrong length', { seed: '7f' }, 'seed: A seed is 64 hex digits'],
  ['a number as id', { learners: [{ ...ana, id: 1 }, ben] }, 'learners[0].id: '],
])('%s is one sentence with its place, and nothing is written', async (_what, change, words) => {
  const [first, ...others] = await refusalOf(JSON.stringify({ ...good, ...change }, null, 1));
  expect(first).toMatch(/^line \d+, column \d+, [^ ]+: [^{}]+\.$/);
  expect(first).toContain(words);
  expect(others.filter((line) => line.split(': ')[0] === first?.split(': ')[0])).toEqual([]);
});

test('a file cut off in the middle is told, with the place, wherever it was cut', async () => {
  const text = JSON.stringify(good, null, 1);
  for (let length = 2; length < text.length - 1; length += 7) {
    const [only] = await refusalOf(text.slice(0, length));
    expect(only).toMatch(/^problem\.json stops in the middle, at line \d+, column \d+; it was cut off\.$/);
  }
});

test('of ten million wrong wishes the first hundred are told, each with its place, within seconds', async () => {
  const wishes = `${'"lab",'.repeat(9_999_999)}"lab"`;
  const begun = performance.now();
  const said = await refusalOf(
    `{"seed":"${good.seed}","learners":[{"id":"ana","preferences":[${wishes}]}],"offers":[{"id":"lab","capacity":1}]}`,
  );
  expect(said).toHaveLength(101);
  expect(said[99]).toMatch(/^line 1, column 715, learners\[0\]\.preferences\[100\]: /);
  expect(said[100]).toBe('There may be more; only the first 100 are listed.');
  expect(performance.now() - begun).toBeLessThan(15_000);
});

test('a file that is larger than can be read at once is told so', async () => {
  const file = join(folder, 'problem.json');
  expect(await refusalOf(() => truncateSync(file, constants.MAX_STRING_LENGTH + 1))).toEqual([
    'problem.json is larger than the 536 MB that can be read at once; give a folder of CSV files instead.',
  ]);
});

test('a key that stands twice is told, as one of the two would be lost', async () => {
  const text = JSON.stringify({ ...good, offers: [{ ...lab, priorities: { scores: { ana: 1 } } }, clinic] }, null, 1);
  expect(await refusalOf(text.replace('"ana": 1', '"ana": 1,\n"ana": 2'))).toEqual([
    'line 26, column 1: "ana" stands twice in the same object.',
  ]);
});

test.each([
  ['NaN', 'is no JSON at line 1, column 49: "N" cannot stand there.'],
  ['1e999', 'offers[0].capacity: A whole number is needed here, but it is Infinity.'],
  ['9007199254740993', 'offers[0].capacity: 9007199254740992 is out of range; it goes from 0 to 2147483647.'],
])('a capacity of %s is refused', async (number, words) => {
  const [only, ...others] = await refusalOf(`{"learners":[],"offers":[{"id":"lab","capacity":${number}}]}`);
  expect(only).toContain(words);
  expect(others).toEqual([]);
});

test('lists within lists, a hundred thousand deep, are told where they begin', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect(await refusalOf(`{"learners":${deep},"offers":[]}`)).toEqual([
    'line 1, column 14, learners[0]: An object is needed here, but it is a list.',
  ]);
});

const file = (name: string): string => join(folder, name);
const terminal = (said: string[]) => ({ out: () => {}, err: (text: string) => void said.push(text), env: {} });

describe('files that cannot be written are refused before anything is done', () => {
  test.each<[string, string[], string]>([
    ['the input itself', ['--out', 'good.json'], '--out would overwrite the input'],
    ['a folder', ['--out', '.'], '--out needs a file'],
    ['nothing', ['--out', ''], '--out needs a file'],
    ['a folder that is not there', ['--out', 'absent/result.json'], '--out: there is no folder'],
    ['one file twice', ['--out', 'a.json', '--publish', 'a.json', '--salt', 's'], '--publish would overwrite'],
    ['an empty salt', ['--publish', 'a.json', '--salt', ''], '--salt needs a text'],
    ['a method that does not exist', ['--method', 'fair'], '--method is one of'],
    ['another that does not exist', ['--compare', 'fair'], '--compare is one of'],
    ['a short seed', ['--seed', '7f'], '--seed needs 64 hex digits'],
  ])('%s', async (_what, options, words) => {
    const text = JSON.stringify(good);
    writeFileSync(file('good.json'), text);
    const placed = options.map((option, i) =>
      option === '' || !/^--(?:out|publish)$/.test(options[i - 1] ?? '') ? option : file(option),
    );
    const said: string[] = [];
    expect(await main(['allocate', file('good.json'), ...placed], terminal(said))).toBe(64);
    expect(said.join('\n')).toContain(words);
    expect(readFileSync(file('good.json'), 'utf8')).toBe(text);
    expect(existsSync(file('a.json'))).toBe(false);
  });
});
