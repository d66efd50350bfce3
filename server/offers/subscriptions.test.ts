import { afterAll, beforeAll, expect, test } from 'vitest';
import { dispatchPending } from '../platform/events/dispatcher.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addOffer } from '../testing/offers.ts';
import { addMember, addOrganisation, type TestMember } from '../testing/world.ts';
import { offerSubscriptions } from './subscriptions.ts';

let world: TestApp;
let administrator: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  administrator = await addMember(world.db, world.network, vantera, 'organisation_administrator');
});
afterAll(() => world.close());

const found = async (words: string) => (await world.request(null, 'GET', `/offers?words=${words}`)).json().items.length;

test('offers are found by the words of their provider, also after it changed its name', async () => {
  await addOffer(world, administrator, { title: { en: 'Grid placement' } });
  expect([await found('vantera grid'), await found('northwater')]).toEqual([1, 0]);
  const renamed = { kind: 'company', name: 'Northwater Power', shortMark: 'NP' };
  const url = `/organisations/${administrator.organisationId}`;
  expect((await world.request(administrator, 'PUT', url, renamed, { 'if-match': '"1"' })).statusCode).toBe(200);
  await dispatchPending({ services: world.services, subscriptions: offerSubscriptions });
  expect([await found('vantera'), await found('northwater grid')]).toEqual([0, 1]);
});
