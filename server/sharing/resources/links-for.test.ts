import type { OrganisationView } from '@collegium/contract/organisations.ts';
import type { ResourceView } from '@collegium/contract/sharing/resources.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addResource, resourceInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';

let world: TestApp;
let owner: TestMember;
let learner: TestMember;
let administrator: TestMember;
let stranger: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  const halden = await addOrganisation(world.network, 'Halden');
  owner = await addMember(world.db, world.network, ribeira, 'coordinator');
  learner = await addMember(world.db, world.network, halden, 'learner');
  administrator = await addMember(world.db, world.network, halden, 'organisation_administrator');
  stranger = await addMember(world.db, world.network, await addOrganisation(world.network, 'Vantera'), 'learner');
  await setLinks(links);
});
afterAll(() => world.close());

const links = {
  linkResolver: 'https://proxy.halden.example.org/login?qurl={url}',
  openUrlBase: 'https://sfx.halden.example.org/local',
};
const setLinks = async (more: object) => {
  const url = `/organisations/${administrator.organisationId}`;
  const { name, shortMark, kind, version } = (await world.request(administrator, 'GET', url)).json<OrganisationView>();
  return world.request(administrator, 'PUT', url, { name, shortMark, kind, ...more }, { 'if-match': `"${version}"` });
};
const online = (more: object = {}) =>
  addResource(world, owner, { kind: 'online_resource', url: 'https://journals.example.org/a?b=c&d', ...more });
const linksFor = async (as: TestMember | null, { id }: ResourceView) =>
  (await world.request(as, 'GET', `/resources/${id}`)).json<ResourceView>().links;

test('members open it through their own institution, others directly, and nobody signed out is given an address', async () => {
  const resource = await online();
  expect(await linksFor(learner, resource)).toEqual({
    institution: 'Halden',
    address: 'https://proxy.halden.example.org/login?qurl=https%3A%2F%2Fjournals.example.org%2Fa%3Fb%3Dc%26d',
    isThroughInstitution: true,
    openUrl: null,
  });
  expect(await linksFor(stranger, resource)).toMatchObject({
    address: 'https://journals.example.org/a?b=c&d',
    isThroughInstitution: false,
  });
  expect(await linksFor(null, resource)).toMatchObject({ address: null, openUrl: null });
});

test('a title with a number is looked up at the library of the reader’s own institution', async () => {
  const book = await addResource(world, owner, { kind: 'collection', isbn: '978-0-306-40615-7', sharedAs: 'items' });
  expect(book.isbn).toBe('9780306406157');
  const { openUrl } = await linksFor(learner, book);
  expect(new URL(openUrl ?? '').host).toBe('sfx.halden.example.org');
  expect(new URL(openUrl ?? '').searchParams.get('rft.isbn')).toBe('9780306406157');
  expect((await linksFor(stranger, book)).openUrl).toBeNull();
  const wrong = await world.request(owner, 'POST', '/resources', { ...resourceInput, kind: 'collection', isbn: '123' });
  expect(wrong.json()).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/isbn' }] });
});

test('the owner’s staff read what they entered, with its gap; readers the address with their domain in it', async () => {
  const address = 'https://journals.example.org/login?at={institution}';
  const resource = await online({ url: address });
  expect(resource.url).toBe(address);
  expect((await linksFor(stranger, resource)).address).toBeNull();
  await world.network
    .insertInto('organisation_identifier')
    .values({ scheme: 'domain', value: 'vantera.example.org', organisation_id: stranger.organisationId })
    .execute();
  expect(await linksFor(stranger, resource)).toMatchObject({
    address: 'https://journals.example.org/login?at=vantera.example.org',
    isThroughInstitution: true,
  });
  const read = (await world.request(stranger, 'GET', `/resources/${resource.id}`)).json<ResourceView>();
  expect(read.url).toBeNull();
});

test('addresses that lead elsewhere than they say are refused beside their field', async () => {
  for (const linkResolver of [
    'javascript:alert(1)//',
    'https://{url}.example.org/',
    'https://a.example.org@b.example.org/',
  ])
    expect((await setLinks({ linkResolver })).json()).toMatchObject({
      code: 'request.invalid',
      errors: [{ pointer: '/linkResolver' }],
    });
  expect((await setLinks({ openUrlBase: 'http://sfx.example.org/' })).json()).toMatchObject({
    errors: [{ pointer: '/openUrlBase' }],
  });
  expect((await world.request(owner, 'GET', `/organisations/${administrator.organisationId}`)).json()).toMatchObject(
    links,
  );
  expect((await setLinks({ linkResolver: '' })).json()).toMatchObject({ linkResolver: null, openUrlBase: null });
  expect((await setLinks(links)).statusCode).toBe(200);
});
