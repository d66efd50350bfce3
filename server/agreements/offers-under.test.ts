import type { OfferPage } from '@collegium/contract/offers/catalogue.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addOffer } from '../testing/offers.ts';
import { addMember, addOrganisation, type TestMember } from '../testing/world.ts';
import { inForce } from './testing.ts';

let world: TestApp;
let host: TestMember;
let party: TestMember;
let foreign: TestMember;
let id: string;

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera Energy', 'company');
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  const elsewhere = await addOrganisation(world.network, 'Elsewhere');
  host = await addMember(world.db, world.network, vantera, 'organisation_administrator');
  party = await addMember(world.db, world.network, ribeira, 'organisation_administrator');
  foreign = await addMember(world.db, world.network, elsewhere, 'coordinator');
  id = await inForce(world, [host, party], [vantera, ribeira]);
  await addOffer(world, host, { title: { en: 'Under it, for the parties' }, agreementId: id, audience: 'agreement' });
  await addOffer(world, host, { title: { en: 'Under it, for everybody' }, agreementId: id, audience: 'network' });
  await addOffer(world, host, { title: { en: 'Beside it' } });
});
afterAll(() => world.close());

const titlesFor = async (as: TestMember | null) =>
  (await world.request(as, 'GET', `/offers?agreement=${id}&ended=true`))
    .json<OfferPage>()
    .items.map(({ title }) => title['en']);

test('what is offered under an agreement is listed to each reader as far as they see it', async () => {
  const [everybodys, parties] = ['Under it, for everybody', 'Under it, for the parties'];
  expect(await titlesFor(party)).toEqual([everybodys, parties]);
  expect(await titlesFor(host)).toEqual([everybodys, parties]);
  expect(await titlesFor(foreign)).toEqual([everybodys]);
  expect(await titlesFor(null)).toEqual([everybodys]);
});

test('an agreement that is not named by its id is refused, one that nobody knows has no offers', async () => {
  expect((await world.request(party, 'GET', '/offers?agreement=first')).json().code).toBe('request.invalid');
  expect((await world.request(party, 'GET', `/offers?agreement=${host.membershipId}`)).json().items).toEqual([]);
});
