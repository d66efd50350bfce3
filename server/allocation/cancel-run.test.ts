import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { countRoundTrips } from '../platform/database/round-trips.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import type { TestMember } from '../testing/world.ts';
import { keepRounds } from './jobs.ts';
import { carryOutRuns } from './runner.ts';
import { addLargeRound } from '../testing/large-round.ts';
import { addFourLearners, addReview, addRoundParties, readRound, type Review, type RoundParties } from './testing.ts';

let world: TestApp;
let parties: RoundParties;
let learners: TestMember[];
let review: Review;

beforeAll(async () => {
  world = await createTestApp();
  parties = await addRoundParties(world);
  learners = await addFourLearners(world, parties.home);
});
afterAll(() => world.close());
beforeEach(async () => {
  review = await addReview(world, parties, learners);
});

const runsUrl = () => `/rounds/${review.roundId}/runs`;
const stop = (as: TestMember | null) => world.request(as, 'POST', `${runsUrl()}/cancel`);
const runsOf = (roundId: string) =>
  world.network
    .selectFrom('run')
    .select(['number', 'state'])
    .where('round_id', '=', roundId)
    .orderBy('number')
    .execute();

test('nobody but a coordinator of the round stops its run', async () => {
  await world.request(parties.coordinator, 'POST', runsUrl());
  expect((await stop(null)).statusCode).toBe(401);
  for (const somebody of [parties.stranger, parties.host, learners[0] as TestMember])
    expect((await stop(somebody)).statusCode).toBe(404);
  expect((await readRound(world, parties.coordinator, review.roundId)).abilities).toMatchObject({
    cancelRun: true,
    run: false,
    publish: false,
  });
  expect((await stop(parties.colleague)).statusCode).toBe(200);
});

test('the round stands as it did before: its earlier result can be published', async () => {
  await world.request(parties.coordinator, 'POST', runsUrl());
  expect((await stop(parties.coordinator)).json()).toMatchObject({
    state: 'review',
    run: { number: 2, state: 'cancelled' },
    abilities: { cancelRun: false, run: true, publish: true },
  });
  await carryOutRuns(world.services, 'test');
  expect(await runsOf(review.roundId)).toEqual([
    { number: 1, state: 'finished' },
    { number: 2, state: 'cancelled' },
  ]);
  expect((await stop(parties.coordinator)).json().code).toBe('round.nothing_runs');
  expect((await world.request(parties.coordinator, 'POST', runsUrl())).json().run).toMatchObject({
    number: 3,
    state: 'running',
  });
  await carryOutRuns(world.services, 'test');
  expect(await runsOf(review.roundId)).toMatchObject([
    { state: 'superseded' },
    { state: 'cancelled' },
    { state: 'finished' },
  ]);
});

test('a run that is stopped while it is solved ends and stores nothing', async () => {
  const { coordinator, roundId } = await addLargeRound(world, { learners: 4_000, offers: 200, wishes: 5 });
  const rounds = keepRounds(world.services);
  await world.request(coordinator, 'POST', `/rounds/${roundId}/runs`);
  const inputOf = () =>
    world.network.selectFrom('run').select('input').where('round_id', '=', roundId).executeTakeFirstOrThrow();
  await vi.waitUntil(async () => (await inputOf()).input !== null, { timeout: 20_000, interval: 5 });
  expect((await world.request(coordinator, 'POST', `/rounds/${roundId}/runs/cancel`)).json()).toMatchObject({
    state: 'closed',
    run: { state: 'cancelled' },
  });
  await rounds.stop();
  await carryOutRuns(world.services, 'test');
  expect(await runsOf(roundId)).toEqual([{ number: 1, state: 'cancelled' }]);
  const stored = await world.network
    .selectFrom('allocation')
    .innerJoin('run', 'run.id', 'allocation.run_id')
    .select('allocation.id')
    .where('run.round_id', '=', roundId)
    .execute();
  expect(stored).toEqual([]);
}, 60_000);

test('stopped and finished at once: it is one or the other, and whole', async () => {
  await world.request(parties.coordinator, 'POST', runsUrl());
  const [, answer] = await Promise.all([carryOutRuns(world.services, 'test'), stop(parties.coordinator)]);
  const [, second] = await runsOf(review.roundId);
  expect([answer.statusCode, second?.state]).toEqual(
    answer.statusCode === 200 ? [200, 'cancelled'] : [409, 'finished'],
  );
  const { run } = await readRound(world, parties.coordinator, review.roundId);
  expect(run?.state).toBe(second?.state);
});

test('however a run, scores or a hand are refused, no request waits for the database more than three times', async () => {
  const { roundId, applications } = review;
  const { version } = await readRound(world, parties.coordinator, roundId);
  const fresh = { 'if-match': `"${version}"` };
  const place = `/rounds/${roundId}/allocations/${applications[0]}`;
  const refused = [
    ['POST', `/rounds/${roundId}/runs/cancel`, undefined, {}, 'round.nothing_runs'],
    ['PUT', `/rounds/${roundId}/scores`, { csv: 'email,score\nnobody@example.org,1\n' }, {}, 'round.scores_unknown'],
    ['PUT', place, { offerId: roundId, reason: 'Elsewhere' }, fresh, 'round.offer_elsewhere'],
    ['PUT', place.replace(/[^/]+$/, roundId), { offerId: null, reason: 'Nobody' }, fresh, 'round.learner_elsewhere'],
    ['PUT', place, { offerId: null, reason: 'Late' }, { 'if-match': '"1"' }, 'request.version_stale'],
  ] as const;
  for (const [method, url, body, headers, code] of refused) {
    const { result, roundTrips } = await countRoundTrips(() =>
      world.request(parties.coordinator, method, url, body, headers),
    );
    expect([result.json().code, roundTrips <= 3]).toEqual([code, true]);
  }
  await world.network
    .updateTable('round')
    .set({ state: 'closed', ranked_by: 'score', score_rule: 'Points' })
    .where('id', '=', roundId)
    .execute();
  const { result, roundTrips } = await countRoundTrips(() => world.request(parties.coordinator, 'POST', runsUrl()));
  expect([result.json().code, roundTrips <= 3]).toEqual(['round.scores_missing', true]);
});
