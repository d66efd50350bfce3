import { organisationKinds } from '@collegium/contract/organisation-kinds.ts';
import { roles } from '@collegium/contract/roles.ts';
import { inNetwork } from '@collegium/server/platform/database/database.ts';
import { allJobs } from '@collegium/server/jobs.ts';
import { dispatchPending } from '@collegium/server/platform/events/dispatcher.ts';
import { allSubscriptions } from '@collegium/server/subscriptions.ts';
import { createTestApp, type TestApp } from '@collegium/server/testing/app.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureSampleWorld } from './index.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

test('the sample world is made once, also when two servers start together and the jobs of a third are busy', async () => {
  const over = new AbortController();
  const server = (async () => {
    while (!over.signal.aborted) {
      await dispatchPending({ services: world.services, subscriptions: allSubscriptions });
      for (const job of allJobs) await job.run(world.services, {}, over.signal);
    }
  })();
  const made = await Promise.all([
    ensureSampleWorld(world.services, world.url),
    ensureSampleWorld(world.services, world.url),
  ]).finally(() => over.abort());
  await server;
  expect(made.filter(Boolean)).toHaveLength(1);
}, 180_000);

test('it has every kind of organisation, and everybody is labelled as fictitious', async () => {
  const sample = inNetwork(world.db, 'sample');
  const rows = await sample.selectFrom('organisation').select(['kind', 'description']).execute();
  expect(new Set(rows.map((row) => row.kind))).toEqual(new Set(organisationKinds));
  expect(
    rows.every(
      (row) => /fictitious/i.test(row.description['en'] ?? '') && (row.description['zh-CN'] ?? '').includes('虚构'),
    ),
  ).toBe(true);
});

test('one click signs in as each role', async () => {
  const accounts = (await world.app.inject({ url: '/sample/api/sample-accounts' })).json().items;
  expect(accounts.map((account: { role: string }) => account.role).sort()).toEqual([...roles].sort());
  for (const account of accounts) {
    const answer = await world.app.inject({
      method: 'POST',
      url: `/sample/api/sample-accounts/${account.id}/sign-in`,
      headers: { 'x-collegium': '1' },
    });
    expect(answer.statusCode).toBe(204);
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    const session = (await world.app.inject({ url: '/sample/api/session', headers: { cookie } })).json();
    expect(session.person.name).toBe(account.name);
  }
});

test('its story reaches every step, with something to do at each', async () => {
  const sample = inNetwork(world.db, 'sample');
  const statesOf = async (table: 'round' | 'application' | 'participation' | 'outcome' | 'offer') =>
    new Set((await sample.selectFrom(table).select('state').distinct().execute()).map((row) => row.state));
  expect(await statesOf('offer')).toEqual(new Set(['draft', 'published']));
  expect(await statesOf('round')).toEqual(new Set(['open', 'review', 'published']));
  expect(await statesOf('application')).toEqual(new Set(['submitted', 'waiting', 'accepted', 'declined', 'unplaced']));
  expect(await statesOf('participation')).toEqual(new Set(['planning', 'active', 'completed', 'ended_early']));
  expect(await statesOf('outcome')).toEqual(new Set(['countersigned', 'recognised']));
});
