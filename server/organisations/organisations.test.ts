import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember } from '../testing/world.ts';

let world: TestApp;
let administrator: TestMember;
let ownAdministrator: TestMember;
let foreignAdministrator: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  administrator = await addMember(world.db, world.network, ribeira, 'network_administrator');
  ownAdministrator = await addMember(world.db, world.network, ribeira, 'organisation_administrator');
  foreignAdministrator = await addMember(world.db, world.network, vantera, 'organisation_administrator');
});
afterAll(() => world.close());

const input = {
  kind: 'school',
  name: 'Escola do Porto',
  shortMark: 'EP',
  identifiers: [{ scheme: 'local', value: 'EP-1' }],
};

test('somebody signed out cannot add an organisation, but can read the register', async () => {
  expect((await world.request(null, 'POST', '/organisations', input)).json().code).toBe('request.sign_in_needed');
  expect((await world.request(null, 'GET', '/organisations')).statusCode).toBe(200);
});

test('to an administrator of another organisation, the address for changes does not exist', async () => {
  const answer = await world.request(
    foreignAdministrator,
    'PUT',
    `/organisations/${administrator.organisationId}`,
    input,
    { 'if-match': '"1"' },
  );
  expect(answer.statusCode).toBe(404);
});

test('an administrator adds an organisation once, and an audit event says who', async () => {
  const created = await world.request(administrator, 'POST', '/organisations', input);
  expect(created.statusCode).toBe(201);
  expect(created.json()).toMatchObject({
    name: 'Escola do Porto',
    identifiers: [{ scheme: 'local', value: 'EP-1' }],
    version: 1,
  });
  const event = await world.network
    .selectFrom('audit_event')
    .selectAll()
    .where('object_id', '=', created.json().id)
    .executeTakeFirst();
  expect(event).toMatchObject({
    action: 'organisation.created',
    person_id: administrator.personId,
    organisation_id: administrator.organisationId,
  });

  const again = await world.request(administrator, 'POST', '/organisations', { ...input, name: 'Another name' });
  expect(again.json().code).toBe('organisation.identifier_taken');
});

test('a change made on an older version loses, visibly', async () => {
  const url = `/organisations/${ownAdministrator.organisationId}`;
  const change = { kind: 'university', name: 'Universidade de Ribeira', shortMark: 'UR' };
  const changed = await world.request(ownAdministrator, 'PUT', url, change, { 'if-match': '"1"' });
  expect(changed.headers['etag']).toBe('"2"');
  expect((await world.request(ownAdministrator, 'PUT', url, change, { 'if-match': '"1"' })).json().code).toBe(
    'request.version_stale',
  );
  expect((await world.request(ownAdministrator, 'PUT', url, change)).json().code).toBe('request.version_needed');
});

test('the same request with one Idempotency-Key is carried out once and answered alike', async () => {
  const body = { ...input, name: 'Once', identifiers: [] };
  const headers = { 'idempotency-key': 'once-1' };
  const first = await world.request(administrator, 'POST', '/organisations', body, headers);
  await expect
    .poll(
      async () =>
        (await world.request(administrator, 'POST', '/organisations', body, headers)).headers['idempotency-replayed'],
    )
    .toBe('true');
  const second = await world.request(administrator, 'POST', '/organisations', body, headers);
  expect(second.json()).toEqual(first.json());
  const other = await world.request(administrator, 'POST', '/organisations', { ...body, name: 'Twice' }, headers);
  expect(other.json().code).toBe('request.key_reused');
});

test('names of every script are found by their words, and pages follow one another without gap or repeat', async () => {
  for (const name of ['江岚大学', 'جامعة الساحل', 'O’Brien’s College', 'x'.repeat(400)])
    expect(
      (await world.request(administrator, 'POST', '/organisations', { ...input, name, identifiers: [] })).statusCode,
    ).toBe(201);
  for (const [words, name] of [
    ['大学', '江岚大学'],
    ['الساحل', 'جامعة الساحل'],
    ["o'brien", 'O’Brien’s College'],
  ] as const)
    expect(
      (await world.request(null, 'GET', `/organisations?words=${encodeURIComponent(words)}`)).json().items,
    ).toMatchObject([{ name }]);

  const names: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page: { items: { name: string }[]; next: string | null } = (
      await world.request(null, 'GET', `/organisations?limit=2${next && `&cursor=${next}`}`)
    ).json();
    names.push(...page.items.map((item) => item.name));
    next = page.next;
  }
  const all = (await world.request(null, 'GET', '/organisations?limit=100')).json().items;
  expect(names).toEqual(all.map((item: { name: string }) => item.name));
});

test('units form a tree below their own organisation alone', async () => {
  const url = `/organisations/${ownAdministrator.organisationId}/units`;
  const faculty = (await world.request(ownAdministrator, 'POST', url, { name: 'Faculty' })).json().units[0];
  const { units } = (
    await world.request(ownAdministrator, 'POST', url, { name: 'Department', parentId: faculty.id })
  ).json();
  expect(units).toMatchObject([
    { name: 'Department', parentId: faculty.id },
    { name: 'Faculty', parentId: null },
  ]);

  const elsewhere = `/organisations/${foreignAdministrator.organisationId}/units`;
  expect((await world.request(ownAdministrator, 'POST', elsewhere, { name: 'Mine now' })).statusCode).toBe(404);
  const adopted = await world.request(foreignAdministrator, 'POST', elsewhere, { name: 'Plant', parentId: faculty.id });
  expect(adopted.json().code).toBe('organisation.parent_unit_elsewhere');

  expect((await world.request(ownAdministrator, 'DELETE', `${url}/${units[0].id}`)).json().units).toHaveLength(1);
  expect((await world.request(ownAdministrator, 'DELETE', `${url}/${units[0].id}`)).json().code).toBe('unit.not_found');
});

test('an archived organisation leaves the lists and stays readable', async () => {
  const created = (
    await world.request(administrator, 'POST', '/organisations', { ...input, name: 'Closing', identifiers: [] })
  ).json();
  const archived = await world.request(
    administrator,
    'POST',
    `/organisations/${created.id}/archive`,
    { reason: 'Merged with another' },
    { 'if-match': '"1"' },
  );
  expect(archived.json()).toMatchObject({ isArchived: true, abilities: { change: false } });
  expect((await world.request(null, 'GET', '/organisations?words=closing')).json().items).toEqual([]);
  expect((await world.request(null, 'GET', `/organisations/${created.id}`)).statusCode).toBe(200);
});
