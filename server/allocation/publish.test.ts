import { createHash } from 'node:crypto';
import { canonicalHash, commitSeed, solve } from '@collegium/matching';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { countRoundTrips } from '../platform/database/round-trips.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import type { TestMember } from '../testing/world.ts';
import { publishRound } from './publish-round.ts';
import {
  act,
  addFourLearners,
  addReview,
  addRoundParties,
  findApplication,
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

test('publishing offers the places, takes them, reveals the seed and tells every learner, once', async () => {
  const published = await act(world, parties.coordinator, roundId, 'publish', {});
  expect(published.json()).toMatchObject({ state: 'published', publishedAt: world.clock.at.toISOString() });
  expect(commitSeed(published.json().seed)).toBe(published.json().seedCommitment);
  const states = await world.network
    .selectFrom('application')
    .select(['state', 'respond_by'])
    .where('round_id', '=', roundId)
    .execute();
  expect(states.map(({ state }) => state).sort()).toEqual(['offered', 'offered', 'offered', 'unplaced']);
  expect(states.find(({ state }) => state === 'offered')?.respond_by?.toISOString()).toBe('2026-11-10T22:59:00.000Z');
  const taken = await world.network
    .selectFrom('offer')
    .select('places_taken')
    .where('id', 'in', offers)
    .orderBy('id')
    .execute();
  expect(taken.map((offer) => offer.places_taken)).toEqual([1, 2, 0]);
  const events = await world.network
    .selectFrom('audit_event')
    .select(['action', 'person_id'])
    .where((eb) => eb.or([eb('object_id', 'in', applications), eb('object_id', '=', roundId)]))
    .where('action', 'in', ['application.offered', 'application.not_placed', 'round.published'])
    .execute();
  expect(events.map(({ action }) => action).sort()).toEqual([
    'application.not_placed',
    ...Array.from({ length: 3 }, () => 'application.offered'),
    'round.published',
  ]);
  expect((await act(world, parties.coordinator, roundId, 'publish', {})).json().code).toBe('round.already_published');
});

test('of two coordinators who publish at once one wins, and the other is told so', async () => {
  const { version } = await readRound(world, parties.coordinator, roundId);
  const answers = await Promise.all(
    [parties.coordinator, parties.colleague].map((one) =>
      world.request(one, 'POST', url('/publish'), {}, { 'if-match': `"${version}"` }),
    ),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('round.already_published');
  const taken = await world.network.selectFrom('offer').select('places_taken').where('id', 'in', offers).execute();
  expect(taken.reduce((sum, offer) => sum + offer.places_taken, 0)).toBe(3);
});

test('nothing is published when learners have no time to answer', async () => {
  world.clock.at = new Date(roundInput.respondBy ?? '');
  expect((await act(world, parties.coordinator, roundId, 'publish', {})).json().code).toBe('round.respond_by_passed');
  const later = { respondBy: '2026-12-01T12:00:00Z' };
  expect((await act(world, parties.coordinator, roundId, 'publish', later)).json().respondBy).toBe(
    '2026-12-01T12:00:00.000Z',
  );
});

test('a result that an offer cannot keep is not published: withdrawn since the run, or fewer places', async () => {
  const [offer = ''] = offers;
  const change = (columns: object) => world.network.updateTable('offer').set(columns).where('id', '=', offer).execute();
  await change({ state: 'withdrawn', withdrawn_at: world.clock.at, withdrawal_reason: 'No supervisor' });
  expect((await act(world, parties.coordinator, roundId, 'publish', {})).json().code).toBe(
    'round.offer_withdrawn_since_run',
  );
  await change({ state: 'published', withdrawn_at: null, withdrawal_reason: null, places_taken: 1 });
  expect((await act(world, parties.coordinator, roundId, 'publish', {})).json().code).toBe('round.places_gone');
  expect((await readRound(world, parties.coordinator, roundId)).state).toBe('review');
});

test('a withdrawn application is passed over by the publication, and its place stays free', async () => {
  const page = await world.request(parties.coordinator, 'GET', url('/allocations?outcome=placed'));
  const { applicationId } = page.json().items[0];
  await world.network.updateTable('application').set({ state: 'withdrawn' }).where('id', '=', applicationId).execute();
  expect((await act(world, parties.coordinator, roundId, 'publish', {})).statusCode).toBe(200);
  const taken = await world.network.selectFrom('offer').select('places_taken').where('id', 'in', offers).execute();
  expect(taken.reduce((sum, offer) => sum + offer.places_taken, 0)).toBe(2);
});

test('every learner reads why, in the same words as the coordinator, and nobody else’s', async () => {
  await act(world, parties.coordinator, roundId, 'publish', {});
  for (const [index, learner] of learners.entries()) {
    const own = await world.request(learner, 'GET', url('/result/own'));
    expect(own.json()).toMatchObject({ applicationId: applications[index], name: learner.name });
    expect(own.json().wishes).toHaveLength(2);
    const shown = await world.request(parties.coordinator, 'GET', url(`/allocations/${applications[index]}`));
    expect(shown.json()).toEqual(own.json());
    expect((await world.request(learner, 'GET', url(`/allocations/${applications[0]}`))).statusCode).toBe(404);
  }
});

test('anybody can run a published result again, from what is public, and no name is in it', async () => {
  const applicationId = await findApplication(world, parties, roundId, 'unplaced');
  await placeNow(world, parties, roundId, applicationId, offers[2] ?? null);
  await act(world, parties.coordinator, roundId, 'publish', {});
  const proof = (await world.request(null, 'GET', url('/proof'))).json();
  const file = await world.request(null, 'GET', url('/problem.json'));
  expect(file.headers['content-type']).toContain('application/json');
  expect(createHash('sha256').update(file.body).digest('hex')).toBe(proof.inputSha256);
  expect(commitSeed(proof.seed)).toBe(proof.commitment);
  for (const hidden of [...applications, ...learners.map(({ personId }) => personId), 'Ana'])
    expect(file.body).not.toContain(hidden);
  const again = solve(JSON.parse(file.body));
  const result = (await world.request(null, 'GET', url('/proof/result'))).json();
  expect(canonicalHash(again.allocation)).toBe(canonicalHash(result.allocation));
  const own = (await world.request(parties.coordinator, 'GET', url(`/allocations/${applicationId}`))).json();
  expect(result.placedByHand).toEqual([{ learner: own.pseudonym, offer: offers[2] }]);
});

test('publishing takes one look and one statement', async () => {
  const { version } = await readRound(world, parties.coordinator, roundId);
  const scope = { ...world.scopeOf(), actor: parties.coordinator };
  const { roundTrips } = await countRoundTrips(() => publishRound(scope, roundId, version, {}));
  expect(roundTrips).toBe(2);
});
