import type { SearchView } from '@collegium/contract/search.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addDraft, addOffer } from '../testing/offers.ts';
import { addMember, addOrganisation, addPartnership, type TestMember } from '../testing/world.ts';

let world: TestApp;
let host: TestMember;
let learner: TestMember;
let stranger: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera Grid', 'company');
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  const northwater = await addOrganisation(world.network, 'Northwater');
  await addPartnership(world.network, vantera, ribeira);
  host = await addMember(world.db, world.network, vantera, 'host_supervisor');
  learner = await addMember(world.db, world.network, ribeira, 'learner');
  stranger = await addMember(world.db, world.network, northwater, 'coordinator');
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
