import type { PartnershipDetail } from '@collegium/contract/partnerships/views.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember } from '../testing/world.ts';
import { acceptInvitation } from './testing.ts';

let world: TestApp;
let [helena, jonas, lin] = [{} as TestMember, {} as TestMember, {} as TestMember];
let url: string;
beforeAll(async () => {
  world = await createTestApp();
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  helena = await addMember(world.db, world.network, ribeira, 'coordinator', 'Helena Sousa');
  jonas = await addMember(world.db, world.network, vantera, 'coordinator', 'Jonas Kirk');
  lin = await addMember(world.db, world.network, await addOrganisation(world.network, 'Jianglan'), 'coordinator');
  const input = { name: 'Blue Coast', model: 'bilateral', organisationIds: [ribeira.id, vantera.id] };
  const { id } = (await world.request(helena, 'POST', '/partnerships', input)).json<{ id: string }>();
  await acceptInvitation(world, jonas, id);
  url = `/partnerships/${id}`;
});
afterAll(() => world.close());

const send = (as: TestMember | null, method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object, version = 1) =>
  world.request(as, method, path, body, { 'if-match': `"${version}"` });

test('a working group is renamed and dissolved by members, in its current version only', async () => {
  const made = (await send(helena, 'POST', `${url}/groups`, { name: 'Placements' })).json<PartnershipDetail>();
  const group = `/partnership-groups/${made.groups[0]?.id}`;
  const named = { personId: jonas.personId, groupId: made.groups[0]?.id };
  expect((await send(jonas, 'POST', `${url}/people`, named)).statusCode).toBe(201);
  const renamed = { name: 'Placements abroad', purpose: 'Who goes where' };
  expect((await send(null, 'PUT', group, renamed)).statusCode).toBe(401);
  expect((await send(lin, 'PUT', group, renamed)).json().code).toBe('partnership_group.not_found');
  expect((await send(jonas, 'PUT', group, renamed)).json().groups).toMatchObject([{ ...renamed, version: 2 }]);
  expect((await send(helena, 'PUT', group, renamed)).json().code).toBe('request.version_stale');
  expect((await send(helena, 'DELETE', group)).json().code).toBe('request.version_stale');
  expect((await send(lin, 'DELETE', group, undefined, 2)).statusCode).toBe(404);
  expect((await send(helena, 'DELETE', group, undefined, 2)).json()).toMatchObject({ groups: [], people: [] });
});

test('a goal is taken off the page; that it was set stays in the record', async () => {
  const goal = { text: 'Forty placements a year', ownerId: helena.organisationId };
  const made = (await send(helena, 'POST', `${url}/goals`, goal)).json<PartnershipDetail>();
  const path = `/partnership-goals/${made.goals[0]?.id}`;
  expect((await send(lin, 'DELETE', path)).json().code).toBe('partnership_goal.not_found');
  expect((await send(jonas, 'DELETE', path, undefined, 7)).json().code).toBe('request.version_stale');
  const left = (await send(jonas, 'DELETE', path)).json<PartnershipDetail>();
  expect(left.goals).toEqual([]);
  expect(left.activity.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['partnership.goal_set', 'partnership.goal_removed']),
  );
});

test('what a contact does there is said anew by the own organisation', async () => {
  const made = (await send(helena, 'POST', `${url}/people`, { personId: helena.personId })).json<PartnershipDetail>();
  const path = `${url}/people/${made.people[0]?.id}`;
  const body = { function: 'Answers for placements' };
  expect((await send(jonas, 'PUT', path, body)).statusCode).toBe(404);
  expect((await send(helena, 'PUT', path, body)).json().people).toMatchObject([body]);
});
