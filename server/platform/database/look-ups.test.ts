import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import type { Database } from './database.ts';
import { connectForLookUps } from './look-ups.ts';
import { countRoundTrips } from './round-trips.ts';

let database: TestDatabase;
let lookUps: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  lookUps = connectForLookUps({ databaseUrl: database.url });
});
afterAll(async () => {
  await lookUps.destroy();
  await database.close();
});

async function double(n: number) {
  const { rows } = await sql<{ twice: number; pid: number }>`
    select ${n}::int * 2 as twice, pg_backend_pid() as pid`.execute(lookUps);
  return rows[0];
}

test('a thousand questions at once share one connection, and each gets its own answer', async () => {
  const answers = await Promise.all(Array.from({ length: 1_000 }, (_, n) => double(n)));
  expect(answers.map((answer) => answer?.twice)).toEqual(Array.from({ length: 1_000 }, (_, n) => n * 2));
  expect(new Set(answers.map((answer) => answer?.pid)).size).toBe(1);
});

test('a question that fails leaves its neighbours alone', async () => {
  const [before, failed, after] = await Promise.allSettled([double(1), sql`select 1 / 0`.execute(lookUps), double(2)]);
  expect(before).toMatchObject({ value: { twice: 2 } });
  expect(failed).toMatchObject({ reason: { message: 'division by zero' } });
  expect(after).toMatchObject({ value: { twice: 4 } });
});

test('when the connection is lost, the next question opens another', async () => {
  const lost = await double(1);
  await sql`select pg_terminate_backend(${lost?.pid})`.execute(database.db);
  await expect.poll(() => double(2).catch(() => undefined)).toMatchObject({ twice: 4 });
  expect((await double(3))?.pid).not.toBe(lost?.pid);
});

test('a question counts as one wait for the database', async () => {
  const { roundTrips } = await countRoundTrips(() => double(1));
  expect(roundTrips).toBe(1);
});

test('a database that cannot be reached fails the question, and is tried again by the next', async () => {
  const nowhere = connectForLookUps({ databaseUrl: 'postgres://localhost:1/nothing' });
  for (let attempt = 0; attempt < 2; attempt += 1)
    await expect(sql`select 1`.execute(nowhere)).rejects.toThrow('ECONNREFUSED');
  await nowhere.destroy();
});
