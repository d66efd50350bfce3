import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';
import { lapseJob } from './jobs.ts';
import { addLearners, addOffer, addOffered, addRound, eventsOf, standingOf } from './testing.ts';

let world: TestApp;
let provider: TestOrganisation;
let learner: TestMember;
let other: TestMember;
let roundId: string;
let offerId: string;
let id: string;
const respondBy = new Date('2026-10-20T12:00:00Z');

beforeAll(async () => {
  world = await createTestApp();
  provider = await addOrganisation(world.network, 'Vantera', 'company');
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.at = frozenAt;
  const home = await addOrganisation(world.network, 'Ribeira');
  const coordinator = await addMember(world.db, world.network, home, 'coordinator');
  [learner, other] = (await addLearners(world, home, 2)) as [TestMember, TestMember];
  offerId = await addOffer(world, provider, 2, { allocated_by: 'round' });
  roundId = await addRound(world, coordinator, [offerId], [learner, other], { state: 'published' });
  id = await addOffered(world, learner, roundId, offerId, respondBy);
});

const answer = (as: TestMember | null, verb: 'accept' | 'decline', version = 1) =>
  world.request(as, 'POST', `/applications/${id}/${verb}`, verb === 'accept' ? undefined : { reason: 'Too far away' }, {
    'if-match': `"${version}"`,
  });

test('somebody signed out, and every other learner, has nothing to answer', async () => {
  expect((await answer(null, 'accept')).json().code).toBe('request.sign_in_needed');
  expect((await answer(other, 'accept')).json().code).toBe('application.not_found');
  expect((await answer(other, 'decline')).json().code).toBe('application.not_found');
});

test('an accepted place is held, once', async () => {
  const view = (await world.request(learner, 'GET', `/applications/${id}`)).json();
  expect(view.abilities).toMatchObject({ accept: true, decline: true });
  expect((await answer(learner, 'accept')).json()).toMatchObject({ state: 'accepted', version: 2 });
  expect((await answer(learner, 'accept', 2)).json().code).toBe('request.move_not_allowed');
  expect(await standingOf(world, offerId)).toMatchObject({ places_taken: 1 });
  expect(await eventsOf(world, id)).toEqual(['application.accepted']);
});

test('a declined place goes back, with the reason that was given', async () => {
  expect((await answer(learner, 'decline')).json()).toMatchObject({ state: 'declined', reason: 'Too far away' });
  expect(await standingOf(world, offerId)).toMatchObject({ places_taken: 0, queue_length: 0 });
  expect(await eventsOf(world, id)).toEqual(['application.declined']);
});

test('accepting and declining at once: one wins, the count is right', async () => {
  const [accepted, declined] = await Promise.all([answer(learner, 'accept'), answer(learner, 'decline')]);
  expect([accepted.statusCode, declined.statusCode].sort()).not.toEqual([200, 200]);
  const { places_taken, applications } = await standingOf(world, offerId);
  expect(places_taken).toBe(applications[0]?.state === 'accepted' ? 1 : 0);
});

test('the answer is due to the second', async () => {
  world.clock.at = respondBy;
  for (const verb of ['accept', 'decline'] as const)
    expect((await answer(learner, verb)).json().code).toBe('application.response_late');
  world.clock.at = new Date(respondBy.getTime() - 1_000);
  expect((await answer(learner, 'accept')).statusCode).toBe(200);
});

test('a place without an answer goes back by itself, at its second and not before', async () => {
  const stop = new AbortController().signal;
  const undated = await addOffered(world, other, roundId, offerId, null);
  world.clock.at = new Date(respondBy.getTime() - 1_000);
  await lapseJob.run(world.services, {}, stop);
  expect(await eventsOf(world, id)).toEqual([]);
  world.clock.at = respondBy;
  await Promise.all([lapseJob.run(world.services, {}, stop), lapseJob.run(world.services, {}, stop)]);
  expect(await eventsOf(world, id)).toEqual(['application.lapsed']);
  expect(await eventsOf(world, undated)).toEqual([]);
  const { applications, ...offer } = await standingOf(world, offerId);
  expect(offer).toMatchObject({ places_taken: 1 });
  expect(applications.map(({ state }) => state)).toEqual(['declined', 'offered']);
});

test('a place whose offer was withdrawn can no longer be accepted', async () => {
  const gone = { state: 'withdrawn', withdrawn_at: frozenAt, withdrawal_reason: 'No supervisor' } as const;
  await world.network.updateTable('offer').set(gone).where('id', '=', offerId).execute();
  expect((await answer(learner, 'accept')).json().code).toBe('application.offer_gone');
});
