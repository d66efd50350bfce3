import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dispatchPending } from '../platform/events/dispatcher.ts';
import { newId } from '../platform/ids.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import type { TestMember } from '../testing/world.ts';
import { allocationSubscriptions } from './subscriptions.ts';
import {
  act,
  addFourLearners,
  addReview,
  addRound,
  addRoundOffer,
  addRoundParties,
  findApplication,
  freeOffers,
  placeNow,
  readRound,
  roundInput,
  type RoundParties,
} from './testing.ts';

let world: TestApp;
let parties: RoundParties;
let learners: TestMember[];
let roundId: string;
let applications: string[];
let offers: string[];

beforeAll(async () => {
  world = await createTestApp();
  parties = await addRoundParties(world);
  learners = await addFourLearners(world, parties.home);
});
afterAll(() => world.close());
beforeEach(async () => {
  ({ roundId, applications, offers } = await addReview(world, parties, learners));
});

const url = (path: string) => `/rounds/${roundId}${path}`;

test('nobody but the coordinators of the round reads or changes a result in review', async () => {
  for (const path of ['/result', '/allocations', `/allocations/${applications[0]}`]) {
    expect((await world.request(null, 'GET', url(path))).statusCode).toBe(401);
    for (const other of [parties.stranger, parties.host, learners[0] ?? null])
      expect((await world.request(other, 'GET', url(path))).statusCode).toBe(404);
  }
  for (const path of ['/proof', '/proof/result', '/problem.json']) {
    expect((await world.request(null, 'GET', url(path))).json().code).toBe('round.not_found');
    expect((await world.request(parties.host, 'GET', url(path))).statusCode).toBe(404);
  }
  expect((await world.request(learners[0] ?? null, 'GET', url('/result/own'))).json().code).toBe('round.not_published');
  expect((await act(world, parties.host, roundId, 'publish', {})).statusCode).toBe(404);
});

test('the review shows the figures, hides small groups, and what was checked of the run', async () => {
  const result = await world.request(parties.coordinator, 'GET', url('/result'));
  expect(result.json()).toMatchObject({
    runNumber: 1,
    learners: 4,
    placed: 3,
    unplaced: 1,
    places: 4,
    unfilled: 1,
    placedByHand: 0,
    rankProfile: [1, 2],
    byOrganisation: [{ name: 'Ribeira', learners: null, placed: null }],
    checks: {
      seedMatches: { holds: true },
      unchangedSinceClosing: { holds: true, lists: 4, preferences: 8 },
      repeatable: { holds: true },
      noBlockingPairs: { holds: true, pairs: 0 },
    },
  });
});

test('a list that was changed after the closing time shows in the checks', async () => {
  await world.network
    .insertInto('audit_event')
    .values({
      id: newId(),
      at: new Date(roundInput.closesAt),
      action: 'application.changed',
      object_type: 'application',
      object_id: applications[0] ?? '',
    })
    .execute();
  const result = await world.request(parties.coordinator, 'GET', url('/result'));
  expect(result.json().checks.unchangedSinceClosing.holds).toBe(false);
});

test('a place is given by hand with a reason that the learner reads, also where nobody wished for it', async () => {
  const applicationId = await findApplication(world, parties, roundId, 'unplaced');
  expect((await placeNow(world, parties, roundId, applicationId, offers[2] ?? null, 'no')).json().code).toBe(
    'request.invalid',
  );
  const placed = await placeNow(world, parties, roundId, applicationId, offers[2] ?? null);
  expect(placed.json()).toMatchObject({
    placed: { offer: { id: offers[2], provider: 'Vantera' }, rank: null },
    handReason: 'A host asked for one more.',
  });
  const result = await world.request(parties.coordinator, 'GET', url('/result'));
  expect(result.json()).toMatchObject({ placed: 4, unplaced: 0, unfilled: 0, placedByHand: 1, placedWithoutWish: 1 });
});

test('a hand cannot give more places than there are, however many hands there are', async () => {
  const applicationId = await findApplication(world, parties, roundId, 'unplaced');
  expect((await placeNow(world, parties, roundId, applicationId, offers[0] ?? null)).json().code).toBe(
    'round.no_place_left',
  );
  expect(
    (await placeNow(world, parties, roundId, applicationId, await addRoundOffer(world, parties.provider, 1))).json()
      .code,
  ).toBe('round.offer_elsewhere');
  expect((await placeNow(world, parties, roundId, parties.host.personId, offers[2] ?? null)).json().code).toBe(
    'round.learner_elsewhere',
  );
  const { version } = await readRound(world, parties.coordinator, roundId);
  const answers = await Promise.all(
    [parties.coordinator, parties.colleague].map((one, index) =>
      world.request(
        one,
        'PUT',
        url(`/allocations/${index === 0 ? applicationId : applications.find((id) => id !== applicationId)}`),
        { offerId: offers[2], reason: 'The last place' },
        { 'if-match': `"${version}"` },
      ),
    ),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
});

test('who was moved by hand reads that the run had found the place, and moving back undoes it', async () => {
  const page = await world.request(parties.coordinator, 'GET', url('/allocations?outcome=placed'));
  const first = page.json().items.find((item: { rank: number }) => item.rank === 1);
  const moved = await placeNow(world, parties, roundId, first.applicationId, offers[2] ?? null);
  expect(moved.json().wishes.map((wish: { reason: string }) => wish.reason)).toEqual(['moved_by_hand', 'holds_better']);
  const back = await placeNow(world, parties, roundId, first.applicationId, offers[0] ?? null, 'A mistake');
  expect(back.json()).toMatchObject({
    placed: { rank: 1 },
    wishes: [{ reason: 'placed' }, { reason: 'holds_better' }],
  });
});

test('an offer withdrawn during a round leaves its draft, and coordinators hear of it in every round', async () => {
  await world.network.updateTable('offer').set({ allocated_by: 'round' }).where('id', 'in', offers).execute();
  await freeOffers(world);
  const draft = await addRound(world, parties.coordinator);
  await world.request(parties.coordinator, 'POST', `/rounds/${draft.id}/offers`, {});
  const { version } = await world.network
    .selectFrom('offer')
    .select('version')
    .where('id', '=', offers[0] ?? '')
    .executeTakeFirstOrThrow();
  const reason = { reason: 'Our supervisor left.' };
  const withdrawn = await world.request(parties.host, 'POST', `/offers/${offers[0]}/withdraw`, reason, {
    'if-match': `"${version}"`,
  });
  expect(withdrawn.statusCode).toBe(200);
  await dispatchPending({ services: world.services, subscriptions: allocationSubscriptions });
  expect((await readRound(world, parties.coordinator, draft.id)).offers).toBe(2);
  expect(await readRound(world, parties.coordinator, roundId)).toMatchObject({ offers: 3, withdrawnOffers: 1 });
  const events = await world.network
    .selectFrom('audit_event')
    .select(['object_id', 'reason'])
    .where('action', '=', 'round.offer_withdrawn')
    .execute();
  expect(events).toEqual(
    expect.arrayContaining([
      { object_id: roundId, ...reason },
      { object_id: draft.id, ...reason },
    ]),
  );
});
