import { afterAll, beforeAll, expect, test } from 'vitest';
import { countRoundTrips } from '../platform/database/round-trips.ts';
import { dispatchPending } from '../platform/events/dispatcher.ts';
import { newId } from '../platform/ids.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';
import { withdrawApplication } from './give-up.ts';
import { applicationSubscriptions } from './subscriptions.ts';
import { addLearners, addOffer, eventsOf, standingOf } from './testing.ts';

let world: TestApp;
let ribeira: TestOrganisation;
let vantera: TestOrganisation;
let foreigner: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  ribeira = await addOrganisation(world.network, 'Ribeira');
  vantera = await addOrganisation(world.network, 'Vantera', 'company');
  foreigner = await addMember(world.db, world.network, vantera, 'learner');
});
afterAll(() => world.close());

const tell = () => dispatchPending({ services: world.services, subscriptions: applicationSubscriptions });

async function claimAll(offerId: string, learners: TestMember[]): Promise<string[]> {
  const ids: string[] = [];
  for (const learner of learners) {
    const answer = await world.request(learner, 'POST', `/offers/${offerId}/applications`, {});
    ids.push(answer.json().id);
  }
  return ids;
}

const withdraw = (as: TestMember | null, id: string, version = 1, body: object = {}) =>
  world.request(as, 'POST', `/applications/${id}/withdraw`, body, { 'if-match': `"${version}"` });

test('somebody signed out withdraws nothing, and nobody else’s application exists', async () => {
  const [learner] = (await addLearners(world, ribeira, 1)) as [TestMember];
  const [id] = (await claimAll(await addOffer(world, vantera, 1), [learner])) as [string];
  expect((await withdraw(null, id)).json().code).toBe('request.sign_in_needed');
  expect((await withdraw(foreigner, id)).json().code).toBe('application.not_found');
});

test('a seat given up goes to the first who waits, at once and with its events', async () => {
  const offerId = await addOffer(world, vantera, 1);
  const learners = await addLearners(world, ribeira, 3);
  const [first, second, third] = (await claimAll(offerId, learners)) as [string, string, string];
  const answer = await withdraw(learners[0] as TestMember, first, 1, { reason: 'I found another course' });
  expect(answer.json()).toMatchObject({
    state: 'withdrawn',
    version: 2,
    reason: 'I found another course',
    abilities: { withdraw: false },
  });
  const { applications, ...offer } = await standingOf(world, offerId);
  expect(offer).toEqual({ places: 1, places_taken: 1, queue_length: 1 });
  expect(applications.map(({ state }) => state)).toEqual(['withdrawn', 'accepted', 'waiting']);
  expect(await eventsOf(world, first)).toEqual(['application.accepted', 'application.withdrawn']);
  expect(await eventsOf(world, second)).toEqual(['application.queued', 'application.promoted', 'application.accepted']);
  const left = await world.request(learners[2] as TestMember, 'GET', `/applications/${third}`);
  expect(left.json()).toMatchObject({ state: 'waiting', queuePosition: 1 });
  expect((await claimAll(offerId, [learners[0] as TestMember])).length).toBe(1);
});

test('who leaves the queue frees no seat and lets the others move up', async () => {
  const offerId = await addOffer(world, vantera, 1);
  const learners = await addLearners(world, ribeira, 3);
  const [, second, third] = (await claimAll(offerId, learners)) as [string, string, string];
  expect((await withdraw(learners[1] as TestMember, second)).statusCode).toBe(200);
  expect(await standingOf(world, offerId)).toMatchObject({ places_taken: 1, queue_length: 1 });
  const moved = await world.request(learners[2] as TestMember, 'GET', `/applications/${third}`);
  expect(moved.json()).toMatchObject({ queuePosition: 1 });
});

test('a page that has not heard of the promotion loses, and nothing can be withdrawn twice', async () => {
  const offerId = await addOffer(world, vantera, 1);
  const learners = await addLearners(world, ribeira, 2);
  const [first, second] = (await claimAll(offerId, learners)) as [string, string];
  await withdraw(learners[0] as TestMember, first);
  expect((await withdraw(learners[1] as TestMember, second, 1)).json().code).toBe('request.version_stale');
  expect((await withdraw(learners[0] as TestMember, first, 2)).json().code).toBe('request.move_not_allowed');
  expect(await standingOf(world, offerId)).toMatchObject({ places_taken: 1, queue_length: 0 });
});

test('what has begun is not withdrawn any more', async () => {
  const [learner] = (await addLearners(world, ribeira, 1)) as [TestMember];
  const offerId = await addOffer(world, vantera, 1);
  const [id] = (await claimAll(offerId, [learner])) as [string];
  await world.network
    .insertInto('participation')
    .values({
      id,
      application_id: id,
      offer_id: offerId,
      person_id: learner.personId,
      home_organisation_id: ribeira.id,
      provider_organisation_id: vantera.id,
      state: 'active',
      created_at: world.clock.at,
    })
    .execute();
  expect((await world.request(learner, 'GET', `/applications/${id}`)).json().abilities.withdraw).toBe(false);
  expect((await withdraw(learner, id)).json().code).toBe('application.already_begun');
  expect(await standingOf(world, offerId)).toMatchObject({ places_taken: 1 });
});

test('withdrawing waits for the database once, promotion included', async () => {
  const offerId = await addOffer(world, vantera, 1);
  const learners = await addLearners(world, ribeira, 2);
  const [first] = (await claimAll(offerId, learners)) as [string];
  const scope = { ...world.scopeOf(), actor: learners[0] as TestMember };
  const counted = await countRoundTrips(() => withdrawApplication(scope, first, 1, undefined));
  expect(counted).toMatchObject({ roundTrips: 1, result: { state: 'withdrawn' } });
});

test('forty who come while twenty go: no seat is sold twice, none stays empty, nobody is overtaken', async () => {
  const offerId = await addOffer(world, vantera, 20);
  const leaving = await addLearners(world, ribeira, 20);
  const coming = await addLearners(world, ribeira, 40);
  const held = await claimAll(offerId, leaving);
  const answers = await Promise.all([
    ...coming.map((learner) => world.request(learner, 'POST', `/offers/${offerId}/applications`, {})),
    ...leaving.map((learner, index) => withdraw(learner, held[index] as string)),
  ]);
  expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([200, 201]));
  await tell();
  const { applications, ...offer } = await standingOf(world, offerId);
  expect(offer).toEqual({ places: 20, places_taken: 20, queue_length: 20 });
  const standing = applications.filter(({ state }) => state !== 'withdrawn').map(({ state }) => state);
  expect(standing).toEqual([...Array<string>(20).fill('accepted'), ...Array<string>(20).fill('waiting')]);
});

test('a provider who adds places lets the first in the queue in, and a newcomer stays behind them', async () => {
  const offerId = await addOffer(world, vantera, 1);
  const learners = await addLearners(world, ribeira, 4);
  await claimAll(offerId, learners.slice(0, 3));
  await world.network.updateTable('offer').set({ places: 2 }).where('id', '=', offerId).execute();
  const before = await claimAll(offerId, learners.slice(3));
  expect(before).toHaveLength(1);
  const event = { action: 'offer.changed', object_type: 'offer', object_id: offerId, at: world.clock.at };
  await world.network
    .insertInto('audit_event')
    .values({ ...event, id: newId() })
    .execute();
  await tell();
  const { applications, ...offer } = await standingOf(world, offerId);
  expect(offer).toEqual({ places: 2, places_taken: 2, queue_length: 2 });
  expect(applications.map(({ state }) => state)).toEqual(['accepted', 'accepted', 'waiting', 'waiting']);
  expect(await eventsOf(world, applications[1]?.id as string)).toEqual([
    'application.queued',
    'application.promoted',
    'application.accepted',
  ]);
});

test('a withdrawn offer releases who waits, keeps who holds a seat, and tells everybody', async () => {
  const offerId = await addOffer(world, vantera, 1);
  const learners = await addLearners(world, ribeira, 2);
  const [first, second] = (await claimAll(offerId, learners)) as [string, string];
  const gone = { state: 'withdrawn', withdrawn_at: world.clock.at, withdrawal_reason: 'No teacher' } as const;
  await world.network.updateTable('offer').set(gone).where('id', '=', offerId).execute();
  await world.network
    .insertInto('audit_event')
    .values({
      id: newId(),
      action: 'offer.withdrawn',
      object_type: 'offer',
      object_id: offerId,
      reason: 'No teacher',
      at: world.clock.at,
    })
    .execute();
  await tell();
  expect(await standingOf(world, offerId)).toMatchObject({ places_taken: 1, queue_length: 0 });
  expect((await world.request(learners[0] as TestMember, 'GET', `/applications/${first}`)).json()).toMatchObject({
    state: 'accepted',
    offer: { state: 'withdrawn' },
  });
  expect((await world.request(learners[1] as TestMember, 'GET', `/applications/${second}`)).json()).toMatchObject({
    state: 'withdrawn',
    reason: 'No teacher',
  });
  for (const id of [first, second]) expect(await eventsOf(world, id)).toContain('application.offer_withdrawn');
});
