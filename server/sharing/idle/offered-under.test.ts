import type { OfferView } from '@collegium/contract/offers.ts';
import type { CalendarView } from '@collegium/contract/sharing/calendar.ts';
import type { ResourceView } from '@collegium/contract/sharing/resources.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dispatchPending } from '../../platform/events/dispatcher.ts';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addOffer } from '../../testing/offers.ts';
import { addResource } from '../../testing/sharing.ts';
import type { TestMember } from '../../testing/world.ts';
import { addWaysIn, until, type WaysIn } from '../testing.ts';
import { sharingSubscriptions } from '../subscriptions.ts';

let world: TestApp;
let owner: TestMember;
let party: TestMember;
let partner: TestMember;
/** Until the end of 2028, and until 20 October. */
let [longId, shortId]: string[] = [];

beforeAll(async () => {
  let agree: WaysIn['agree'];
  world = await createTestApp();
  ({ owner, party, partner, agree } = await addWaysIn(world));
  [longId, shortId] = [await agree(until('2028-12-31')), await agree(until('2026-10-20'))];
});
afterAll(() => world.close());

const named = (agreementIds: (string | undefined)[], more: object = {}) =>
  addResource(world, owner, { audience: 'partners', agreementIds: agreementIds as string[], ...more });
const offer = (resource: ResourceView, more: object = {}) =>
  world.request(owner, 'POST', `/resources/${resource.id}/idle-offers`, {
    from: '2026-10-19',
    until: '2026-10-25',
    title: { en: 'Time on the kiln' },
    hoursPerPlace: 4,
    places: 1,
    ...more,
  });
const seenBy = async (as: TestMember, offerId: string) =>
  (await world.request(as, 'GET', `/offers/${offerId}`)).statusCode;
const startsOf = async ({ id }: ResourceView) => {
  const path = `/resources/calendar?resourceId=${id}&from=2026-10-18T00:00:00Z&until=2026-10-27T00:00:00Z`;
  const { resources } = (await world.request(owner, 'GET', path)).json<CalendarView>();
  return resources[0]?.blocks.map(({ startsAt }) => startsAt) ?? [];
};

test('idle hours of a resource with a named agreement are offered to its parties, not to other partners', async () => {
  const resource = await named([longId]);
  const answer = await offer(resource);
  expect(answer.statusCode).toBe(201);
  const { offerId } = answer.json();
  expect([await seenBy(party, offerId), await seenBy(partner, offerId)]).toEqual([200, 404]);
  const view = (await world.request(owner, 'GET', `/offers/${offerId}`)).json<OfferView>();
  expect(view).toMatchObject({ audience: 'agreement', agreementId: longId });
});

test('for days on which the agreement holds alone', async () => {
  const resource = await named([shortId]);
  expect((await offer(resource)).statusCode).toBe(201);
  expect(await startsOf(resource)).toEqual(['2026-10-20T18:00:00.000Z']);
  expect((await offer(resource, { from: '2026-10-21' })).json().code).toBe('resource.not_idle');
});

test('of several agreements the owner says which, and reads which there are', async () => {
  const resource = await named([longId, shortId]);
  expect((await offer(resource)).json()).toMatchObject({ code: 'resource.agreement_not_chosen', status: 422 });
  const idle = await world.request(owner, 'GET', `/resources/${resource.id}/idle?from=2026-10-19&until=2026-10-25`);
  expect(idle.json<{ agreements: { id: string }[] }>().agreements.map(({ id }) => id)).toEqual(
    [longId, shortId].toSorted(),
  );
  const { offerId } = (await offer(resource, { agreementId: shortId })).json();
  expect((await world.request(owner, 'GET', `/offers/${offerId}`)).json()).toMatchObject({ agreementId: shortId });
  const stranger = { agreementId: owner.membershipId };
  expect((await offer(resource, stranger)).json().code).toBe('request.invalid');
});

test('a resource for the network is offered to all; to partners on request, then under its agreement', async () => {
  const resource = await named([longId], { audience: 'network' });
  const [all, some] = [(await offer(resource)).json(), (await offer(resource, { audience: 'partners' })).json()];
  expect([await seenBy(partner, all.offerId), await seenBy(partner, some.offerId)]).toEqual([200, 404]);
});

test('where none of the named agreements is in force, the own people alone get them', async () => {
  const resource = await named([shortId]);
  const put = (state: 'suspended' | 'in_force') =>
    world.network
      .updateTable('agreement')
      .set({ state })
      .where('id', '=', shortId as string)
      .execute();
  await put('suspended');
  const { offerId } = (await offer(resource)).json();
  expect((await world.request(owner, 'GET', `/offers/${offerId}`)).json()).toMatchObject({ audience: 'own' });
  await put('in_force');
});

test('an offer written by hand holds hours only when it goes to nobody who may not book the resource', async () => {
  const resource = await named([longId]);
  const write = (more: object) =>
    addOffer(world, owner, {
      kind: 'resource_time',
      places: 1,
      hours: 4,
      startsOn: '2026-10-19',
      endsOn: '2026-10-25',
      timeZone: 'Europe/Copenhagen',
      details: { kind: 'resource_time', resourceId: resource.id },
      ...more,
    });
  const held = async (more: object) => {
    const before = (await startsOf(resource)).length;
    await write(more);
    await dispatchPending({ services: world.services, subscriptions: sharingSubscriptions });
    return (await startsOf(resource)).length - before;
  };
  expect([await held({ audience: 'network' }), await held({ audience: 'partners' })]).toEqual([0, 0]);
  expect([await held({ audience: 'agreement', agreementId: longId }), await held({ audience: 'own' })]).toEqual([1, 1]);
});
