import type { ImportPage, ImportView } from '@collegium/contract/import-views.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember } from '../testing/world.ts';
import { importText } from './testing.ts';

let world: TestApp;
let administrator: TestMember;
let coordinator: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  administrator = await addMember(world.db, world.network, ribeira, 'network_administrator', 'Ines Prata');
  coordinator = await addMember(world.db, world.network, ribeira, 'coordinator');
  const rows = 'name,kind\nPorto,university\n,ngo\nBraga,castle\n';
  for (const [minutes, apply] of [
    [0, 'valid'],
    [1, 'all'],
    [2, undefined],
  ] as const) {
    world.clock.at = new Date(frozenAt.getTime() + minutes * 60_000);
    await importText(world, administrator, 'organisations', rows, apply ? { apply } : {});
  }
});
afterAll(() => world.close());

const list = async (query = '') => (await world.request(administrator, 'GET', `/imports${query}`)).json<ImportPage>();

test('only administrators of the network read it', async () => {
  expect((await world.request(null, 'GET', '/imports')).statusCode).toBe(401);
  expect((await world.request(coordinator, 'GET', '/imports')).statusCode).toBe(404);
  const [first] = (await list()).items;
  expect((await world.request(coordinator, 'GET', `/imports/${first?.id}`)).statusCode).toBe(404);
});

test('the latest stands first, with what came of it; dry runs leave no record', async () => {
  const common = { kind: 'organisations', person: { name: 'Ines Prata' }, rowsRead: 3, rowsFaulty: 2 };
  expect((await list()).items).toMatchObject([
    { ...common, state: 'refused', onError: 'apply_nothing', rowsCreated: 0 },
    { ...common, state: 'finished', onError: 'apply_valid', rowsCreated: 1 },
  ]);
  expect((await list('?kind=offers')).items).toEqual([]);
});

test('a page follows another', async () => {
  const first = await list('?limit=1');
  const second = await list(`?limit=1&cursor=${first.next}`);
  expect([first.items[0]?.state, second.items[0]?.state, second.next]).toEqual(['refused', 'finished', null]);
});

test('an import says what was wrong with which row, in the order of the file', async () => {
  const [, finished] = (await list()).items;
  const view = (await world.request(administrator, 'GET', `/imports/${finished?.id}`)).json<ImportView>();
  expect(view).toMatchObject({ ...finished, fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(view.problems.map(({ row, column }) => [row, column])).toEqual([
    [3, 'name'],
    [4, 'kind'],
  ]);
  expect(view.problems.every(({ message }) => message.endsWith('.'))).toBe(true);
  const absent = await world.request(administrator, 'GET', `/imports/${administrator.personId}`);
  expect(absent.json().code).toBe('import.not_found');
});
