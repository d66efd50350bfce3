import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember } from '../testing/world.ts';

let world: TestApp;
let administrator: TestMember;
let coordinator: TestMember;
beforeAll(async () => {
  world = await createTestApp();
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  administrator = await addMember(world.db, world.network, ribeira, 'network_administrator');
  coordinator = await addMember(world.db, world.network, ribeira, 'coordinator');
});
afterAll(() => world.close());

test('members read the rules, only administrators of the network change them', async () => {
  expect((await world.request(null, 'GET', '/settings')).statusCode).toBe(401);
  expect((await world.request(coordinator, 'GET', '/settings')).json()).toMatchObject({
    smallGroupThreshold: 10,
    abilities: { change: false },
  });
  const input = { smallGroupThreshold: 12, timeZone: 'Europe/Lisbon' };
  expect((await world.request(coordinator, 'PUT', '/settings', input, { 'if-match': '"1"' })).statusCode).toBe(404);
  expect((await world.request(administrator, 'PUT', '/settings', input, { 'if-match': '"1"' })).json()).toMatchObject({
    ...input,
    version: 2,
  });
  expect((await world.request(administrator, 'PUT', '/settings', input, { 'if-match': '"1"' })).json().code).toBe(
    'request.version_stale',
  );
});

test('a threshold of one would hide nobody and is refused', async () => {
  const answer = await world.request(
    administrator,
    'PUT',
    '/settings',
    { smallGroupThreshold: 1, timeZone: 'UTC' },
    { 'if-match': '"2"' },
  );
  expect(answer.json()).toMatchObject({
    code: 'request.invalid',
    title: expect.stringContaining(': smallGroupThreshold'),
    errors: [{ pointer: '/smallGroupThreshold' }],
  });
});
