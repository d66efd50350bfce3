import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { jsonb } from './database.ts';
import { prepared } from './prepared.ts';

let database: TestDatabase;
let built = 0;

interface Asked {
  sort: 'up' | 'down';
  least: number;
  most?: number | null | undefined;
}

const numbers = prepared<Asked, { n: number }>(['sort'], (db, { sort, least, most }) => {
  built += 1;
  return sql<{ n: number }>`
    select n from generate_series(${least}::int, ${most ?? 3}::int) n order by n ${sql.raw(sort === 'up' ? '' : 'desc')}`.compile(
    db,
  );
});

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  built = 0;
});

const ask = async (asked: Asked, db = database.db) => (await numbers(db, asked)).map(({ n }) => n);

test('a statement is put together once, and every question gets the answer to its own values', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => ask({ sort: 'up', least: index, most: index + 1 })),
  );
  expect(answers).toEqual(Array.from({ length: 50 }, (_, index) => [index, index + 1]));
  expect(built).toBe(1);
});

test('what shapes the statement, and what is absent, makes another one', async () => {
  const { network } = database;
  expect(await ask({ sort: 'up', least: 1, most: 2 }, network)).toEqual([1, 2]);
  expect(await ask({ sort: 'down', least: 1, most: 2 }, network)).toEqual([2, 1]);
  expect(await ask({ sort: 'up', least: 1 }, network)).toEqual([1, 2, 3]);
  expect(await ask({ sort: 'up', least: 2, most: null }, network)).toEqual([2, 3]);
  expect(built).toBe(4);
});

test('within a transaction it sees what the transaction did', async () => {
  const { network } = database;
  const names = prepared<{ id: string }, { name: string }>([], (db, { id }) =>
    db.selectFrom('organisation').select('name').where('id', '=', id).compile(),
  );
  const id = '00000000-0000-7000-8000-000000000001';
  await network.transaction().execute(async (trx) => {
    await trx
      .insertInto('organisation')
      .values({ id, kind: 'university', name: 'Ribeira', short_mark: 'RI', created_at: new Date() })
      .execute();
    expect(await names(trx, { id })).toEqual([{ name: 'Ribeira' }]);
    expect(await names(network, { id })).toEqual([]);
  });
  expect(await names(network, { id })).toEqual([{ name: 'Ribeira' }]);
});

test.each([
  ['text', (word: string) => sql.raw(`'${word}'`)],
  ['JSON', (word: string) => jsonb([word])],
])('a value that finds its way into %s is refused, as it would be everybody’s', async (_, careless) => {
  const words = prepared<{ word: string }, object>([], (db, { word }) =>
    sql<object>`select ${careless(word)}`.compile(db),
  );
  await expect(words(database.db, { word: 'mine' })).rejects.toThrow('“word” shapes the statement');
});
