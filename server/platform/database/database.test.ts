import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { inNetwork, jsonb, schemaOf } from './database.ts';
import { countRoundTrips } from './round-trips.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function valueOf(expression: string): Promise<unknown> {
  const { rows } = await sql.raw<{ value: unknown }>(`select ${expression} as value`).execute(database.db);
  return rows[0]?.value;
}

describe('values from the database', () => {
  test.each([
    ['12::int8', 12],
    ['1.25::numeric', 1.25],
    [`date '2026-03-29'`, '2026-03-29'],
    [`timestamptz '2026-03-29 01:30Z'`, new Date('2026-03-29T01:30:00Z')],
    [`array['a', 'b c']`, ['a', 'b c']],
    ['array[1, 2]::int8[]', [1, 2]],
    ['array[0.5]::numeric[]', [0.5]],
    [`array[date '2026-01-02']`, ['2026-01-02']],
    [`'{"a": [1]}'::jsonb`, { a: [1] }],
  ])('%s is %j', async (expression, expected) => {
    expect(await valueOf(expression)).toEqual(expected);
  });

  test('a list survives a jsonb column', async () => {
    const { rows } = await sql<{ value: unknown }>`select ${jsonb([{ a: 1 }, 'é'])} as value`.execute(database.db);
    expect(rows[0]?.value).toEqual([{ a: 1 }, 'é']);
  });
});

describe('statements', () => {
  test('are prepared once per connection', async () => {
    await database.db.connection().execute(async (db) => {
      for (const n of [1, 2, 3]) await sql`select ${n}::int as prepared_once`.execute(db);
      const text = '%prepared_once%';
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from pg_prepared_statements where statement like ${text} and statement not like '%pg_prepared%'
      `.execute(db);
      expect(rows[0]?.n).toBe(1);
    });
  });

  test('a transaction costs its statements and the commit, the opening travels along', async () => {
    const { roundTrips, result } = await countRoundTrips(() =>
      database.db.transaction().execute(async (trx) => {
        const { rows } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(trx);
        return [
          rows[0]?.id,
          (await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(trx)).rows[0]?.id,
        ];
      }),
    );
    expect(roundTrips).toBe(3);
    expect(result[0]).toBe(result[1]);
  });

  test('a failed transaction leaves nothing behind and the connection usable', async () => {
    const count = () => database.network.selectFrom('organisation').select('id').execute();
    const failing = database.network.transaction().execute(async (trx) => {
      await trx.insertInto('organisation').values(anOrganisation).execute();
      await sql`select 1 / 0`.execute(trx);
    });
    await expect(failing).rejects.toThrow('division by zero');
    expect(await count()).toEqual([]);
  });

  test('a transaction that throws before its first statement leaves the connection usable', async () => {
    const failing = database.db.transaction().execute(() => Promise.reject(new Error('changed my mind')));
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await valueOf('1')).toBe(1);
  });

  test('round trips are counted per caller, not per process', async () => {
    const [one, two] = await Promise.all([
      countRoundTrips(() => valueOf('1')),
      countRoundTrips(async () => [await valueOf('1'), await valueOf('2')]),
    ]);
    expect([one.roundTrips, two.roundTrips]).toEqual([1, 2]);
  });
});

describe('networks', () => {
  test('a query of a network names its schema, and the platform keeps its own', () => {
    const network = inNetwork(database.db, 'two-words');
    expect(network.selectFrom('organisation').select('id').compile().sql).toContain(
      'from "network_two_words"."organisation"',
    );
    expect(network.selectFrom('platform.account').select('id').compile().sql).toContain('from "platform"."account"');
  });

  test.each(['Sample', '1st', 'a', 'a_b', 'a b', 'a"b', '', 'x'.repeat(42)])('“%s” names no network', (slug) => {
    expect(() => schemaOf(slug)).toThrow(RangeError);
  });
});

const anOrganisation = {
  id: '01900000-0000-7000-8000-000000000001',
  kind: 'university',
  name: 'A university',
  short_mark: 'AU',
  created_at: new Date('2026-01-01T00:00:00Z'),
} as const;
