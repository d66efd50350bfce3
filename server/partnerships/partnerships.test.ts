import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { acceptInvitation } from './testing.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';

let world: TestApp;
let ribeira: TestOrganisation;
let vantera: TestOrganisation;
let jianglan: TestOrganisation;
let coordinator: TestMember;
let foreignCoordinator: TestMember;
let host: TestMember;
beforeAll(async () => {
  world = await createTestApp();
  ribeira = await addOrganisation(world.network, 'Ribeira');
  vantera = await addOrganisation(world.network, 'Vantera', 'company');
  jianglan = await addOrganisation(world.network, 'Jianglan');
  coordinator = await addMember(world.db, world.network, ribeira, 'coordinator');
  host = await addMember(world.db, world.network, vantera, 'organisation_administrator');
  foreignCoordinator = await addMember(world.db, world.network, jianglan, 'coordinator');
});
afterAll(() => world.close());

test('signed out, nobody reads or founds partnerships', async () => {
  expect((await world.request(null, 'GET', '/partnerships')).statusCode).toBe(401);
  expect((await world.request(null, 'POST', '/partnerships', {})).statusCode).toBe(401);
});

test('a coordinator founds a partnership to which the own organisation belongs, and invites the others', async () => {
  const input = { name: 'Blue Coast', model: 'consortium', organisationIds: [ribeira.id, vantera.id] };
  const refused = await world.request(foreignCoordinator, 'POST', '/partnerships', input);
  expect(refused.json().code).toBe('partnership.own_organisation_missing');
  const founded = (await world.request(coordinator, 'POST', '/partnerships', input)).json();
  expect(founded).toMatchObject({ phase: 'exploring', members: [{ name: 'Ribeira' }] });
  await acceptInvitation(world, host, founded.id);

  const url = `/partnerships/${founded.id}`;
  const changed = { ...input, organisationIds: [ribeira.id, jianglan.id] };
  expect((await world.request(foreignCoordinator, 'PUT', url, changed, { 'if-match': '"1"' })).json().code).toBe(
    'partnership.not_found',
  );
  const answer = await world.request(coordinator, 'PUT', url, changed, { 'if-match': '"1"' });
  expect(answer.json().members.map((member: { name: string }) => member.name)).toEqual(['Ribeira']);
  await acceptInvitation(world, foreignCoordinator, founded.id);
  expect((await world.request(coordinator, 'PUT', url, changed, { 'if-match': '"1"' })).json().code).toBe(
    'request.version_stale',
  );
  const left = await world.request(foreignCoordinator, 'PUT', url, input, { 'if-match': '"2"' });
  expect(left.json()).toMatchObject({ isMember: false, members: [], abilities: { change: false } });
});

test('an administrator of the network writes down who agreed elsewhere', async () => {
  const administrator = await addMember(world.db, world.network, jianglan, 'network_administrator');
  const input = { name: 'Agreed by letter', model: 'bilateral', organisationIds: [ribeira.id, vantera.id] };
  const founded = (await world.request(administrator, 'POST', '/partnerships', input)).json();
  expect(founded.members.map((member: { name: string }) => member.name)).toEqual(['Ribeira', 'Vantera']);
});

test('an organisation that does not exist cannot be a partner', async () => {
  const input = {
    name: 'Ghosts',
    model: 'bilateral',
    organisationIds: [ribeira.id, '01a20000-0000-7000-8000-000000000000'],
  };
  expect((await world.request(coordinator, 'POST', '/partnerships', input)).json().code).toBe(
    'partnership.organisation_missing',
  );
});
