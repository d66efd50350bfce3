import type { SearchView } from '@collegium/contract/search.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin } from '../agreements/testing.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addDraft, addOffer } from '../testing/offers.ts';
import { addResource } from '../testing/sharing.ts';
import {
  addMember,
  addOrganisation,
  addPartnership,
  type TestMember,
  type TestOrganisation,
} from '../testing/world.ts';

let world: TestApp;
let host: TestMember;
let learner: TestMember;
let stranger: TestMember;
let coordinator: TestMember;
let ribeira: TestOrganisation;
let northwater: TestOrganisation;

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera Grid', 'company');
  ribeira = await addOrganisation(world.network, 'Ribeira');
  northwater = await addOrganisation(world.network, 'Northwater');
  await addPartnership(world.network, vantera, ribeira);
  host = await addMember(world.db, world.network, vantera, 'host_supervisor');
  learner = await addMember(world.db, world.network, ribeira, 'learner');
  stranger = await addMember(world.db, world.network, northwater, 'coordinator');
  coordinator = await addMember(world.db, world.network, ribeira, 'coordinator');
  await addOffer(world, host, { title: { en: 'Grid for everybody' } });
  await addOffer(world, host, { title: { en: 'Grid for partners', 'zh-CN': '电网运行实习' }, audience: 'partners' });
  await addDraft(world, host, { title: { en: 'Grid to come' } });
});
afterAll(() => world.close());

async function find(as: TestMember | null, words: string): Promise<string[]> {
  const answer = await world.request(as, 'GET', `/search?q=${encodeURIComponent(words)}`);
  return answer.json<SearchView>().items.map(({ title }) => title);
}

test('signed out, one finds what is published for everybody, and the register', async () => {
  expect(await find(null, 'grid')).toEqual(['Grid for everybody', 'Vantera Grid']);
});

test('offers for partners are found by partners alone, a draft by its makers, for whom it waits', async () => {
  expect((await find(learner, 'grid')).toSorted()).toEqual(['Grid for everybody', 'Grid for partners', 'Vantera Grid']);
  expect(await find(stranger, 'grid')).toEqual(['Grid for everybody', 'Vantera Grid']);
  expect(await find(learner, 'to come')).toEqual([]);
  expect(await find(host, 'to come')).toEqual(['Publish · Grid to come']);
});

test('words are found in Chinese, by their beginning, and never as commands', async () => {
  expect(await find(learner, '电网')).toEqual(['Grid for partners']);
  expect(await find(learner, 'vant')).toContain('Vantera Grid');
  expect(await find(learner, "grid' & | ! :* \\ <->")).not.toEqual([]);
  expect(await find(learner, '!!!')).toEqual([]);
});

test('offers of one name are told apart by their dates, and those that are over come last', async () => {
  const dates = [
    { starts_on: '2026-02-01', ends_on: '2026-06-30', over_at: new Date('2026-06-30T00:00:00Z') },
    { starts_on: '2027-02-01', ends_on: '2027-06-30', over_at: new Date('2099-06-30T00:00:00Z') },
  ];
  for (const times of dates) {
    const { id } = await addOffer(world, host, { title: { en: 'Turbine week' } });
    await world.network.updateTable('offer').set(times).where('id', '=', id).execute();
  }
  const answer = await world.request(learner, 'GET', '/search?q=turbine');
  expect(answer.json<SearchView>().items.map(({ detail }) => detail)).toEqual([
    'Vantera Grid · 1 Feb – 30 Jun 2027',
    'Vantera Grid · 1 Feb – 30 Jun 2026',
  ]);
});

test('resources and agreements are found by those who may read them', async () => {
  await addResource(world, host, { name: { en: 'Towing tank' }, audience: 'partners' });
  expect(await find(learner, 'towing')).toEqual(['Towing tank']);
  expect(await find(stranger, 'towing')).toEqual([]);
  const title = { en: 'Teachers for the towing tank' };
  await begin(world, coordinator, [ribeira, northwater], { title });
  expect(await find(stranger, 'towing')).toEqual([title.en]);
  expect(await find(host, 'towing')).toEqual(['Towing tank']);
});
