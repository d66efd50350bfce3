import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { countAttempt } from './attempts.ts';

let database: TestDatabase;
let now: Date;
const clock = { now: () => now };

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  now = new Date('2027-03-01T12:00:00Z');
  await database.db.deleteFrom('platform.rate_limit').execute();
});

const attempt = (...limits: [key: string, most: number][]) =>
  countAttempt({ db: database.db, clock }, { windowSeconds: 60, limits: limits.map(([key, most]) => ({ key, most })) });
const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1_000));

test('as many attempts as allowed pass, the next is told how long to wait', async () => {
  for (let number = 0; number < 3; number += 1) await attempt(['a', 3]);
  later(20);
  await expect(attempt(['a', 3])).rejects.toMatchObject({ code: 'request.too_many', parameters: { seconds: 40 } });
});

test('attempts that are refused do not lengthen the wait', async () => {
  await attempt(['a', 1]);
  for (let number = 0; number < 5; number += 1)
    await expect(attempt(['a', 1])).rejects.toMatchObject({ code: 'request.too_many' });
  later(60);
  await expect(attempt(['a', 1])).resolves.toBeUndefined();
});

test('one key does not count for another', async () => {
  await attempt(['a', 1]);
  await expect(attempt(['b', 1])).resolves.toBeUndefined();
});

test('the strictest of several limits holds', async () => {
  await attempt(['address', 9], ['mail', 1]);
  await expect(attempt(['address', 9], ['mail', 1])).rejects.toMatchObject({ code: 'request.too_many' });
  await expect(attempt(['address', 9], ['other mail', 1])).resolves.toBeUndefined();
});

test('of forty attempts at the same moment exactly as many pass as are allowed', async () => {
  const attempts = Array.from({ length: 40 }, (_, number) =>
    number % 2 ? attempt(['a', 10], ['b', 40]) : attempt(['b', 40], ['a', 10]),
  );
  const results = await Promise.allSettled(attempts);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
});

test('what is counted cannot be read from the table', async () => {
  await attempt(['ada@example.org', 3]);
  const rows = await database.db.selectFrom('platform.rate_limit').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain('ada');
});
