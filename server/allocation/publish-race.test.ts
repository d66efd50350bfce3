import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { countRoundTrips } from '../platform/database/round-trips.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { overtake } from '../testing/race.ts';
import type { TestMember } from '../testing/world.ts';
import { addFourLearners, addReview, addRoundParties, readRound, type RoundParties } from './testing.ts';

let world: TestApp;
let parties: RoundParties;
let learners: TestMember[];
let roundId: string;
let offers: string[];

beforeAll(async () => {
  world = await createTestApp();
  parties = await addRoundParties(world);
  learners = await addFourLearners(world, parties.home);
});
afterAll(() => world.close());
beforeEach(async () => {
  ({ roundId, offers } = await addReview(world, parties, learners));
});

const publish = (version: number) =>
  countRoundTrips(() =>
    world.request(parties.coordinator, 'POST', `/rounds/${roundId}/publish`, {}, { 'if-match': `"${version}"` }),
  );
const published = { state: 'published', published_at: new Date(), seed_revealed_at: new Date() } as const;
const withdrawn = { state: 'withdrawn', withdrawn_at: new Date(), withdrawal_reason: 'No supervisor' } as const;

test.each([
  ['a colleague publishes', 'round.already_published', { round: published }],
  ['a colleague changes the round', 'request.version_stale', { round: { version: 999 } }],
  ['an offer is withdrawn', 'round.offer_withdrawn_since_run', { offer: withdrawn }],
  ['somebody takes a place', 'round.places_gone', { offer: { places_taken: 1 } }],
])('when %s at the same moment, it is said so after three looks at the database', async (_, code, changes) => {
  const { version } = await readRound(world, parties.coordinator, roundId);
  const { result, roundTrips } = await overtake(
    world,
    (db) =>
      'round' in changes
        ? db.updateTable('round').set(changes.round).where('id', '=', roundId).execute()
        : db
            .updateTable('offer')
            .set(changes.offer)
            .where('id', '=', offers[0] ?? '')
            .execute(),
    () => publish(version),
  );
  expect(result.json().code).toBe(code);
  expect(roundTrips).toBe(3);
  const states = await world.network
    .selectFrom('application')
    .select('state')
    .distinct()
    .where('round_id', '=', roundId)
    .execute();
  expect(states).toEqual([{ state: 'submitted' }]);
});
