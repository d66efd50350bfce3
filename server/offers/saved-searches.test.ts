import { savedSearchesAtMost } from '@collegium/contract/offers/saved-searches.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember } from '../testing/world.ts';

let world: TestApp;
let ada: TestMember;
let ben: TestMember;
beforeAll(async () => {
  world = await createTestApp();
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  ada = await addMember(world.db, world.network, ribeira, 'learner', 'Ada');
  ben = await addMember(world.db, world.network, ribeira, 'coordinator', 'Ben');
});
afterAll(() => world.close());

const keep = (as: TestMember | null, name: string, query: object) =>
  world.request(as, 'POST', '/saved-searches', { name, query });
const read = async (as: TestMember) => (await world.request(as, 'GET', '/saved-searches')).json().items;

test('somebody signed out keeps nothing', async () => {
  expect((await keep(null, 'Wind', {})).statusCode).toBe(401);
  expect((await world.request(null, 'GET', '/saved-searches')).statusCode).toBe(401);
});

test('people keep searches under names of their own, sorted by name, and see nobody else’s', async () => {
  const query = { words: 'wind', kind: ['internship'], ended: true, sort: 'closing' };
  expect((await keep(ada, ' Wind ', query)).json()).toMatchObject({ name: 'Wind', query });
  await keep(ada, '海岸', { language: ['zh-CN'] });
  await keep(ada, 'Courses', { kind: ['course'] });
  expect((await read(ada)).map(({ name }: { name: string }) => name)).toEqual(['Courses', 'Wind', '海岸']);
  expect(await read(ben)).toEqual([]);
});

test('the same name again means the new search', async () => {
  const before = await read(ada);
  await keep(ada, 'Wind', { words: 'tide' });
  const after = await read(ada);
  expect(after).toHaveLength(before.length);
  expect(after.find(({ name }: { name: string }) => name === 'Wind').query).toEqual({ words: 'tide' });
});

test('what the catalogue does not know is not kept', async () => {
  for (const query of [{ kind: ['spaceship'] }, { sort: 'random' }, { openNow: 'perhaps' }])
    expect((await keep(ada, 'Odd', query)).json().code).toBe('request.invalid');
  for (const name of ['', '  ', 'x'.repeat(201)])
    expect((await keep(ada, name, {})).json().code).toBe('request.invalid');
});

test('a search is removed by who keeps it, once', async () => {
  const [{ id }] = await read(ada);
  const remove = (as: TestMember) => world.request(as, 'DELETE', `/saved-searches/${id}`);
  expect((await remove(ben)).json().code).toBe('saved_search.not_found');
  expect((await remove(ada)).statusCode).toBe(204);
  expect((await remove(ada)).json().code).toBe('saved_search.not_found');
});

test('there is an end to how many are kept, and a sentence; a name that is there may still be changed', async () => {
  for (let number = 0; number < savedSearchesAtMost; number += 1)
    expect((await keep(ben, `Search ${number}`, {})).statusCode).toBe(201);
  expect((await keep(ben, 'One more', {})).json()).toMatchObject({
    code: 'saved_search.too_many',
    parameters: { most: savedSearchesAtMost },
  });
  expect((await keep(ben, 'Search 7', { words: 'tide' })).statusCode).toBe(201);
  expect(await read(ben)).toHaveLength(savedSearchesAtMost);
});
