import { canonicalHash, solve, type Problem } from '@collegium/matching';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import type { TestMember } from '../testing/world.ts';
import { carryOutRuns } from './runner.ts';
import {
  act,
  addFourLearners,
  addRoundOffer,
  addRoundParties,
  addWishes,
  closesAt,
  freeOffers,
  openRoundWithAll,
  readRound,
  runRound,
  type RoundParties,
} from './testing.ts';

let world: TestApp;
let parties: RoundParties;
let learners: TestMember[];
let offers: string[];

beforeAll(async () => {
  world = await createTestApp();
  parties = await addRoundParties(world);
  learners = await addFourLearners(world, parties.home);
  offers = [await addRoundOffer(world, parties.provider, 1), await addRoundOffer(world, parties.provider, 2)];
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.at = frozenAt;
  await freeOffers(world);
});

/** A round in which all four wish for the small offer first. */
async function openRound(input: Parameters<typeof openRoundWithAll>[2] = {}) {
  const id = await openRoundWithAll(world, parties.coordinator, input);
  const applications = [];
  for (const learner of learners) applications.push(await addWishes(world, id, learner, offers));
  return { id, applications };
}

function allocationsOf(roundId: string) {
  return world.network
    .selectFrom('allocation')
    .innerJoin('run', 'run.id', 'allocation.run_id')
    .innerJoin('application', 'application.id', 'allocation.application_id')
    .select(['allocation.offer_id', 'allocation.rank', 'allocation.explanation', 'application.person_id'])
    .where('run.round_id', '=', roundId)
    .where('run.state', '=', 'finished')
    .execute();
}

function personIds(indexes: number[]) {
  return indexes.map((index) => learners[index]?.personId);
}

function rank(roundId: string, groups: number[][], unacceptable: number[] = [], version = 0) {
  return world.request(
    parties.host,
    'PUT',
    `/rounds/${roundId}/offers/${offers[0]}/ranking`,
    { groups: groups.map(personIds), unacceptable: personIds(unacceptable) },
    { 'if-match': `"${version}"` },
  );
}

test('only the coordinator of the round runs it, and not before it closes', async () => {
  const { id } = await openRound();
  world.clock.at = new Date(closesAt.getTime() - 1_000);
  const early = await world.request(parties.coordinator, 'POST', `/rounds/${id}/runs`);
  expect(early.json()).toMatchObject({ code: 'round.still_open', parameters: { closesAt: closesAt.toISOString() } });
  world.clock.at = closesAt;
  expect((await world.request(null, 'POST', `/rounds/${id}/runs`)).statusCode).toBe(401);
  expect((await world.request(parties.stranger, 'POST', `/rounds/${id}/runs`)).statusCode).toBe(404);
  expect((await world.request(learners[0] ?? null, 'POST', `/rounds/${id}/runs`)).statusCode).toBe(404);
  const twice = await Promise.all(
    [parties.coordinator, parties.colleague].map((one) => world.request(one, 'POST', `/rounds/${id}/runs`)),
  );
  expect(twice.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409]);
  await carryOutRuns(world.services, 'test');
});

test('a run places everybody for whom there is a place, explains every wish, and can be repeated', async () => {
  const { id } = await openRound();
  const round = await runRound(world, parties.coordinator, id);
  expect(round).toMatchObject({ state: 'review', run: { state: 'finished', progress: 100, isRepeatable: true } });
  const allocations = await allocationsOf(id);
  expect(allocations.map((row) => row.rank).sort()).toEqual([1, 2, 2, null]);
  const unplaced = allocations.find((row) => row.offer_id === null);
  expect(unplaced?.explanation).toMatchObject([
    { offerId: offers[0], rank: 1, reason: 'lost_lottery', numbers: { applicants: 4, places: 1, lastPosition: 1 } },
    { offerId: offers[1], rank: 2, reason: 'lost_lottery', numbers: { places: 2 } },
  ]);
  const first = allocations.find((row) => row.rank === 1);
  expect(first?.explanation).toMatchObject([{ reason: 'placed' }, { reason: 'holds_better', numbers: { held: 1 } }]);
});

test('a provider ranks those who wish for its offer, with ties, and whom it does not accept is not placed', async () => {
  const { id } = await openRound({ rankedBy: 'provider_ranking' });
  expect((await rank(id, [[2], [0, 1]], [3])).json()).toMatchObject({
    version: 1,
    applicants: [{ name: 'Ana' }, { name: 'Bo' }, { name: 'Cem' }, { name: 'Dai' }],
    unacceptable: [learners[3]?.personId],
  });
  expect((await rank(id, [[0]])).json().code).toBe('request.version_stale');
  expect((await rank(id, [[0], [0]], [], 1)).json().code).toBe('ranking.named_twice');
  await runRound(world, parties.coordinator, id);
  const allocations = await allocationsOf(id);
  const of = (index: number) => allocations.find((row) => row.person_id === learners[index]?.personId);
  expect(of(2)).toMatchObject({ offer_id: offers[0], rank: 1 });
  expect(of(3)?.explanation[0]).toMatchObject({ reason: 'not_ranked' });
  expect((await rank(id, [[0]], [], 1)).json().code).toBe('round.already_run');
});

test('nobody ranks the offers of another organisation, nor people who do not wish for the offer', async () => {
  const { id } = await openRound({ rankedBy: 'provider_ranking' });
  const url = `/rounds/${id}/offers/${offers[0]}/ranking`;
  expect((await world.request(null, 'GET', url)).statusCode).toBe(401);
  expect((await world.request(parties.stranger, 'GET', url)).json().code).toBe('offer.not_found');
  expect((await world.request(parties.coordinator, 'GET', url)).json().code).toBe('offer.not_found');
  const answer = await world.request(
    parties.host,
    'PUT',
    url,
    { groups: [[parties.stranger.personId]], unacceptable: [] },
    { 'if-match': '"0"' },
  );
  expect(answer.json()).toMatchObject({ code: 'ranking.not_applicants', parameters: { count: 1 } });
});

test('a learner who withdrew is not placed, and a change of the ranking keeps no trace of the one before', async () => {
  const { id, applications } = await openRound({ rankedBy: 'provider_ranking' });
  await rank(id, [[0], [1], [2]]);
  expect((await rank(id, [[3]], [], 1)).json().groups).toEqual([[learners[3]?.personId]]);
  await world.network
    .updateTable('application')
    .set({ state: 'withdrawn' })
    .where('id', '=', applications[3] ?? '')
    .execute();
  await runRound(world, parties.coordinator, id);
  expect(await allocationsOf(id)).toHaveLength(3);
});

test('a round by score waits for every score, reads them from CSV, and places by them', async () => {
  const { id } = await openRound({ rankedBy: 'score', scoreRule: 'Grade average of the first four terms.' });
  const store = (csv: string) => world.request(parties.coordinator, 'PUT', `/rounds/${id}/scores`, { csv });
  const [ana, bo, cem, dai] = learners.map(({ membershipId }) => membershipId);
  expect((await store(`membership;score\n${ana};8,5\n${bo};nine\n`)).json()).toMatchObject({
    code: 'round.scores_unreadable',
    parameters: { row: 3 },
  });
  const foreign = await store(`membership,score\n${parties.host.membershipId},9\n${ana},8\n`);
  expect(foreign.json()).toMatchObject({ code: 'round.scores_unknown', parameters: { count: 1 } });
  expect((await store(`membership,score\n${ana},8\n${bo},9\n${cem},7\n`)).json().stored).toBe(3);
  world.clock.at = closesAt;
  expect((await world.request(parties.coordinator, 'POST', `/rounds/${id}/runs`)).json()).toMatchObject({
    code: 'round.scores_missing',
    parameters: { count: 1 },
  });
  expect((await store(`membership_id\tscore\n${dai}\t6\n`)).json().stored).toBe(1);
  await runRound(world, parties.coordinator, id);
  const placed = (await allocationsOf(id)).toSorted((a, b) => (a.rank ?? 9) - (b.rank ?? 9));
  const order = placed.map((row) => learners.findIndex(({ personId }) => personId === row.person_id));
  expect([order[0], order.slice(1, 3).sort(), order[3]]).toEqual([1, [0, 2], 3]);
  expect(placed[3]?.explanation[0]).toMatchObject({
    reason: 'outranked',
    numbers: { score: 6, lastScore: 9, position: 4 },
  });
});

test('an offer withdrawn before the run has no places in it, and its applicants read why', async () => {
  const gone = await addRoundOffer(world, parties.provider, 9);
  const id = await openRoundWithAll(world, parties.coordinator);
  await addWishes(world, id, learners[0] as TestMember, [gone, offers[1] as string]);
  await world.network
    .updateTable('offer')
    .set({ state: 'withdrawn', withdrawn_at: world.clock.at, withdrawal_reason: 'No supervisor' })
    .where('id', '=', gone)
    .execute();
  await runRound(world, parties.coordinator, id);
  const [row] = await allocationsOf(id);
  expect(row).toMatchObject({
    offer_id: offers[1],
    rank: 2,
    explanation: [{ reason: 'offer_withdrawn' }, { reason: 'placed' }],
  });
});

test('a run whose process was killed is superseded by one on the same frozen input, whatever changed since', async () => {
  const { id, applications } = await openRound();
  await runRound(world, parties.coordinator, id);
  const before = await allocationsOf(id);
  await world.network.deleteFrom('allocation').execute();
  await world.network.updateTable('run').set({ state: 'running', progress: 50 }).where('round_id', '=', id).execute();
  await world.network.updateTable('round').set({ state: 'closed' }).where('id', '=', id).execute();
  await world.network.deleteFrom('preference').where('application_id', 'in', applications).execute();
  await carryOutRuns(world.services, 'test');
  const runs = await world.network
    .selectFrom('run')
    .select(['number', 'state', 'input_sha256'])
    .where('round_id', '=', id)
    .orderBy('number')
    .execute();
  expect(runs).toMatchObject([{ state: 'superseded' }, { state: 'finished' }]);
  expect(runs[0]?.input_sha256).toBe(runs[1]?.input_sha256);
  const key = (rows: typeof before) => rows.map((row) => `${row.person_id} ${row.offer_id}`).sort();
  expect(key(await allocationsOf(id))).toEqual(key(before));
});

test('whatever people try while it runs, the result is of one frozen input, and a place that was withdrawn is not given', async () => {
  const { id, applications } = await openRound({ rankedBy: 'provider_ranking' });
  await rank(id, [[0], [1], [2], [3]]);
  world.clock.at = closesAt;
  expect((await world.request(parties.coordinator, 'POST', `/rounds/${id}/runs`)).statusCode).toBe(202);
  const [first, second] = learners as [TestMember, TestMember];
  const version = { 'if-match': '"1"' };
  const [, withdrawn, list, ranking] = await Promise.all([
    carryOutRuns(world.services, 'test'),
    world.request(first, 'POST', `/applications/${applications[0]}/withdraw`, {}, version),
    world.request(second, 'PUT', `/rounds/${id}/application`, { offerIds: [offers[1]] }, version),
    rank(id, [[3], [2], [1]], [], 1),
  ]);
  expect(withdrawn.json()).toMatchObject({ state: 'withdrawn' });
  expect(list.json().code).toBe('application.deadline_passed');
  expect(['round.already_run', 'round.is_running']).toContain(ranking.json().code);
  const run = await world.network
    .selectFrom('run')
    .select(['input', 'input_sha256', 'is_repeatable'])
    .where('round_id', '=', id)
    .executeTakeFirstOrThrow();
  const problem = JSON.parse(run.input ?? '') as Problem;
  expect(run).toMatchObject({ input_sha256: canonicalHash(problem), is_repeatable: true });
  const given = (await allocationsOf(id)).map(({ offer_id }) => offer_id);
  expect(given.sort()).toEqual(Object.values(solve(problem).allocation).sort());
  const shown = await world.request(parties.coordinator, 'GET', `/rounds/${id}/allocations`);
  expect(shown.json().items.map((item: { name: string }) => item.name)).toEqual(['Bo', 'Cem', 'Dai']);
  expect((await act(world, parties.coordinator, id, 'publish', {})).statusCode).toBe(200);
  const states = await world.network.selectFrom('application').select('state').where('round_id', '=', id).execute();
  expect(states.filter(({ state }) => state === 'withdrawn')).toHaveLength(1);
  const taken = await world.network.selectFrom('offer').select('places_taken').where('id', 'in', offers).execute();
  const offered = states.filter(({ state }) => state === 'offered');
  expect(taken.reduce((sum, { places_taken }) => sum + places_taken, 0)).toBe(offered.length);
  await world.network.updateTable('offer').set({ places_taken: 0 }).where('id', 'in', offers).execute();
});

test('a run in the hands of a living process is left alone', async () => {
  const { id } = await openRound();
  world.clock.at = closesAt;
  await world.request(parties.coordinator, 'POST', `/rounds/${id}/runs`);
  await Promise.all([carryOutRuns(world.services, 'test'), carryOutRuns(world.services, 'test')]);
  const runs = await world.network.selectFrom('run').select('state').where('round_id', '=', id).execute();
  expect(runs).toEqual([{ state: 'finished' }]);
  expect(await allocationsOf(id)).toHaveLength(4);
});

test('a second run in review takes the place of the first, and a running one holds up everything else', async () => {
  const { id } = await openRound();
  await runRound(world, parties.coordinator, id);
  await world.request(parties.coordinator, 'POST', `/rounds/${id}/runs`);
  const during = await act(world, parties.coordinator, id, 'cancel', { reason: 'Too slow' });
  expect(during.json().code).toBe('round.is_running');
  await carryOutRuns(world.services, 'test');
  expect((await readRound(world, parties.coordinator, id)).run).toMatchObject({ number: 2, state: 'finished' });
  const runs = await world.network
    .selectFrom('run')
    .select('state')
    .where('round_id', '=', id)
    .orderBy('number')
    .execute();
  expect(runs.map(({ state }) => state)).toEqual(['superseded', 'finished']);
});
