import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { inEveryNetwork } from './in-every-network.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

test('what fails in one network keeps no other from its turn, and is told afterwards', async () => {
  await world.services.db
    .insertInto('platform.network')
    .values({ slug: 'zenith', name: 'Zenith', is_sample: false, created_at: world.clock.at })
    .execute();
  const seen: string[] = [];
  const job = inEveryNetwork('thing.done', '* * * * *', async ({ network, actor }) => {
    seen.push(`${network.slug} as ${actor.role}`);
    if (network.slug !== 'zenith') throw new Error('refused');
  });
  await expect(job.run(world.services, {}, new AbortController().signal)).rejects.toThrow('thing.done failed');
  expect(seen.at(-1)).toBe('zenith as system');
  expect(seen.length).toBe(2);
});

test('a process that ends begins no further network', async () => {
  const job = inEveryNetwork('thing.done', '* * * * *', () => Promise.reject(new Error('begun')));
  await job.run(world.services, {}, AbortSignal.abort());
});
