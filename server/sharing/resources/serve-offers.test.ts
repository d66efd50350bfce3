import type { ResourceView, UsedResources } from '@collegium/contract/sharing/resources.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addOffer } from '../../testing/offers.ts';
import { addResource, resourceInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, addPartnership, type TestMember } from '../../testing/world.ts';

let world: TestApp;
let owner: TestMember;
let learner: TestMember;
let partner: TestMember;
let stranger: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  const halden = await addOrganisation(world.network, 'Halden');
  owner = await addMember(world.db, world.network, ribeira, 'coordinator');
  learner = await addMember(world.db, world.network, ribeira, 'learner');
  partner = await addMember(world.db, world.network, halden, 'coordinator');
  stranger = await addMember(world.db, world.network, await addOrganisation(world.network, 'Vantera'), 'coordinator');
  await addPartnership(world.network, ribeira, halden);
});
afterAll(() => world.close());

const servedTo = async (as: TestMember | null, { id }: { id: string }) =>
  (await world.request(as, 'GET', `/resources/${id}`)).json<ResourceView>().serves.map((offer) => offer.id);
const usedBy = async (as: TestMember | null, { id }: { id: string }) =>
  (await world.request(as, 'GET', `/offers/${id}/resources`)).json<UsedResources>().items.map((one) => one.id);

test('what a resource serves and what an offer uses are shown on both, as far as each reader sees them', async () => {
  const everybodys = await addOffer(world, owner, { audience: 'network' });
  const own = await addOffer(world, owner, { audience: 'own' });
  const open = await addResource(world, owner, { offerIds: [own.id, everybodys.id] });
  const inner = await addResource(world, owner, { offerIds: [everybodys.id], audience: 'own' });
  expect((await servedTo(learner, open)).toSorted()).toEqual([everybodys.id, own.id].toSorted());
  for (const reader of [null, partner, stranger]) {
    expect(await servedTo(reader, open)).toEqual([everybodys.id]);
    expect(await usedBy(reader, everybodys)).toEqual([open.id]);
    expect((await world.request(reader, 'GET', `/offers/${own.id}/resources`)).json().code).toBe('offer.not_found');
  }
  expect(await usedBy(learner, everybodys)).toEqual([inner.id, open.id]);
});

test('what is retired is no longer used, and a list that is changed replaces the one before', async () => {
  const [first, second] = [await addOffer(world, owner), await addOffer(world, owner)];
  const resource = await addResource(world, owner, { offerIds: [first.id] });
  const changed = await world.request(
    owner,
    'PUT',
    `/resources/${resource.id}`,
    { ...resourceInput, offerIds: [second.id] },
    { 'if-match': `"${resource.version}"` },
  );
  expect(changed.json<ResourceView>().serves).toMatchObject([{ id: second.id, organisationName: 'Ribeira' }]);
  expect(await usedBy(owner, first)).toEqual([]);
  const retire = { move: 'retire', reason: 'Sold.' };
  const headers = { 'if-match': `"${changed.json<ResourceView>().version}"` };
  expect((await world.request(owner, 'POST', `/resources/${resource.id}/state`, retire, headers)).statusCode).toBe(200);
  expect(await usedBy(owner, second)).toEqual([]);
});

test('an owner links offers of its own and of partners, and none that it may not see', async () => {
  const link = async (offerId: string) =>
    world.request(owner, 'POST', '/resources', { ...resourceInput, offerIds: [offerId] });
  expect((await link((await addOffer(world, partner, { audience: 'partners' })).id)).statusCode).toBe(201);
  for (const hidden of [
    (await addOffer(world, partner, { audience: 'own' })).id,
    (await addOffer(world, stranger, { audience: 'network' })).id,
    owner.membershipId,
  ])
    expect((await link(hidden)).json().code).toBe('resource.offer_unknown');
});
