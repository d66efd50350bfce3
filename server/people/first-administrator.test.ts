import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { ensureFirstAdministrator } from './first-administrator.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

test('a network gets one first administrator, also when two commands name one at once', async () => {
  const name = (email: string) =>
    ensureFirstAdministrator(world.services, 'test', { email, name: 'Ana', organisation: 'North Alliance' });
  const made = await Promise.all([name('Ana@example.org'), name('bo@example.org')]);
  expect(made.toSorted()).toEqual([false, true]);
  const members = await world.network
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['membership.role', 'person.account_id', 'organisation.name'])
    .execute();
  expect(members).toMatchObject([{ role: 'network_administrator', name: 'North Alliance' }]);
  expect(members[0]?.account_id).not.toBeNull();
});
