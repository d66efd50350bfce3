import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember } from '../testing/world.ts';
import { countOf, importText } from './testing.ts';

let world: TestApp;
let administrator: TestMember;
let before: number;

beforeAll(async () => {
  world = await createTestApp();
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  administrator = await addMember(world.db, world.network, ribeira, 'network_administrator');
  before = await countOf(world, 'organisation');
});
afterAll(() => world.close());

const header = 'name,kind\n';
const apply = { apply: 'valid' } as const;

/** A zip that claims a petabyte: its size would only matter to somebody who unpacks it. */
const zipBomb = Buffer.concat([Buffer.from('PK\u0003\u0004\u0014\0\0\0\u0008\0', 'latin1'), Buffer.alloc(500, 0)]);
const latin1 = Buffer.from(`${header}Universidade,university\nÉcole,school\n`, 'latin1');
const utf16 = Buffer.from(`\uFEFF${header}École,school\n`, 'utf16le');

/** A hundred megabytes after a beginning. */
function* hugeAfter(beginning: string, character = 'x'): Generator<Buffer> {
  yield Buffer.from(beginning);
  const portion = Buffer.alloc(1_000_000, character);
  for (let index = 0; index < 100; index += 1) yield portion;
}

test.each<[string, string | Uint8Array | Iterable<Uint8Array>, string, object]>([
  ['an empty file', '', 'import.file_empty', {}],
  ['blank lines alone', '\n\n  \n', 'import.file_empty', {}],
  ['a header alone', header, 'import.no_rows', {}],
  ['bytes that are no UTF-8', latin1, 'import.wrong_encoding', { line: 3 }],
  ['UTF-16 that nobody announced', utf16, 'import.wrong_encoding', { line: 1 }],
  [
    'half a character at the end',
    Buffer.concat([Buffer.from(`${header}A,ngo\nB`), Buffer.from([0xc3])]),
    'import.wrong_encoding',
    { line: 3 },
  ],
  ['NUL characters', `${header}A,ngo\nB\0,ngo`, 'import.nul_character', { line: 3 }],
  ['another separator', 'name;kind\nA;ngo', 'import.separator_wrong', { separator: ';' }],
  ['two columns of one name', 'name,kind,name\nA,ngo,B', 'import.header_repeated', { column: 'name' }],
  ['a zip archive', zipBomb, 'import.not_text', { what: 'application/zip' }],
  ['a gzip archive', gzipSync(`${header}A,ngo`), 'import.not_text', { what: 'application/gzip' }],
  ['a file cut off inside a quote', `${header}A,ngo\n"B,ngo\nC,ngo`, 'import.quote_open', { row: 3 }],
  ['a quote in the middle of a cell', `${header}A "quoted" name,ngo`, 'import.quote_wrong', { line: 2 }],
  ['a row of a million columns', `${header}A,ngo\n${','.repeat(1_000_000)}\n`, 'import.too_many_columns', { row: 3 }],
  ['a row of a hundred million columns', hugeAfter(header, ','), 'import.row_too_long', { row: 1 }],
  ['a cell of 100 MB', hugeAfter(header), 'import.row_too_long', { row: 1 }],
  ['a quoted cell of 100 MB', hugeAfter(`${header}"`), 'import.row_too_long', { row: 1 }],
  ['JSON cut off', '[{"name":"A","kind":"ngo"},{"name":"B"', 'import.json_wrong', { row: 1 }],
  ['JSON that is none', '[{"name":"A","kind":"ngo"},{"name"}]', 'import.json_wrong', { row: 1 }],
  ['JSON of numbers', '[1,2]', 'import.json_wrong', { row: 0 }],
  ['an object of 100 MB', hugeAfter('[{"name":"'), 'import.row_too_long', { row: 0 }],
  ['an empty list', '[]', 'import.no_rows', {}],
])('%s is refused whole, in one sentence', async (_what, content, code, parameters) => {
  const memory = process.memoryUsage().heapUsed;
  const problem = await importText(world, administrator, 'organisations', content, apply).then(
    () => undefined,
    (error: unknown) => error as { code: string; parameters: object; message: string },
  );
  expect(problem).toMatchObject({ code, parameters });
  expect(problem?.message).toMatch(/^[^{}]+\.$/);
  expect(await countOf(world, 'organisation')).toBe(before);
  expect(process.memoryUsage().heapUsed - memory).toBeLessThan(100_000_000);
});

test.each([
  ['no JSON', '{"fields":', 'the top'],
  ['a list', '[]', 'the top'],
  ['an unknown setting', '{"fields":{},"separater":";"}', 'separater'],
  ['an unknown field', '{"fields":{"titel":"name"}}', 'fields.titel'],
  ['an unknown field inside', '{"fields":{"identifiers":[{"schema":"a"}]}}', 'fields.identifiers[0].schema'],
  ['an unknown word about a cell', '{"fields":{"name":{"column":"a","valeus":{}}}}', 'fields.name'],
  ['a broken pattern', '{"fields":{"name":{"column":"a","pattern":"("}}}', 'fields.name'],
  ['no fields', '{}', 'fields'],
])('a mapping that is %s names the place', async (_what, text, place) => {
  const { parseMapping } = await import('./mapping.ts');
  expect(() => parseMapping(text, 'organisations')).toThrow(
    expect.objectContaining({ code: 'import.mapping_wrong', parameters: expect.objectContaining({ place }) }),
  );
});

test('a column that the mapping asks for and the file lacks is named, beside those that there are', async () => {
  const mapping = { fields: { name: 'Nome', kind: 'kind' } };
  const problem = importText(world, administrator, 'organisations', `${header}A,ngo`, { mapping });
  await expect(problem).rejects.toMatchObject({
    message: 'The file has no column “Nome”, which the mapping asks for. It has: name, kind.',
  });
});

test('the encoding that is passed is the one that is read', async () => {
  for (const [bytes, encoding] of [
    [latin1, 'windows-1252'],
    [utf16, 'utf-16le'],
  ] as const)
    expect((await importText(world, administrator, 'organisations', bytes, { encoding })).problemCount).toBe(0);
});

test('rows with more or fewer cells than the header are reported; their neighbours are not', async () => {
  const summary = await importText(world, administrator, 'organisations', `${header}A,ngo,more\nB\nC,ngo`);
  expect(summary).toMatchObject({ rowsValid: 1, problems: [{ row: 2 }, { row: 3, code: 'import.cells_wrong' }] });
});

test('a byte order mark, blank first rows, quotes and cells of several lines are read as spreadsheets write them', async () => {
  const file = '\uFEFF,,\r\n\r\nname,kind,city\r\n"The ""old"" school",school,"Porto,\r\nnorth"\r\n';
  await importText(world, administrator, 'organisations', file, apply);
  const row = await world.network
    .selectFrom('organisation')
    .select(['name', 'city'])
    .where('name', 'like', 'The%')
    .executeTakeFirst();
  expect(row).toEqual({ name: 'The "old" school', city: 'Porto,\r\nnorth' });
});

test('names of every script, with apostrophes, of 300 characters, and those that look like formulas stay as they are', async () => {
  const names = [
    'جامعة الساحل',
    '江岚大学',
    "O'Brien’s",
    'é'.repeat(300),
    '=HYPERLINK(1)',
    '+1',
    '-x',
    '@sum',
    '"; drop table offer; --',
  ];
  const file = JSON.stringify(names.map((name) => ({ name, kind: 'ngo' })));
  expect(await importText(world, administrator, 'organisations', file, apply)).toMatchObject({
    rowsCreated: names.length,
  });
  const kept = await world.network.selectFrom('organisation').select('name').where('name', 'in', names).execute();
  expect(kept.map(({ name }) => name).sort()).toEqual([...names].sort());
});

test('characters that cannot be stored are reported with their row; JSON escapes alone can bring them', async () => {
  const lines = [
    String.raw`{"name":"A\u0000","kind":"ngo"}`,
    String.raw`{"name":"B\ud800","kind":"ngo"}`,
    '{"name":"Fine","kind":"ngo"}',
  ];
  const summary = await importText(world, administrator, 'organisations', lines.join('\n'));
  expect(summary).toMatchObject({ rowsValid: 1, problems: [{ row: 1, code: 'import.characters_wrong' }, { row: 2 }] });
});

/** The disk fills up after two thousand rows. */
function* failing(): Generator<Buffer> {
  yield Buffer.from(`${header}${Array.from({ length: 2_000 }, (_, index) => `Full ${index},ngo\n`).join('')}`);
  throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
}

test('a full disk is a sentence, and nothing stays', async () => {
  const now = await countOf(world, 'organisation');
  await expect(importText(world, administrator, 'organisations', failing(), apply)).rejects.toMatchObject({
    code: 'server.no_space',
  });
  expect(await countOf(world, 'organisation')).toBe(now);
});
