import type { ApplicationView } from '@collegium/contract/applications.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';
import { promoteWaiting } from './promote.ts';
import { addLearners, addOffer, standingOf } from './testing.ts';

let world: TestApp;
let ribeira: TestOrganisation;
let learners: TestMember[];

beforeAll(async () => {
  world = await createTestApp();
  ribeira = await addOrganisation(world.network, 'Ribeira');
  learners = await addLearners(world, ribeira, 3);
});
afterAll(() => world.close());

const hour = 3_600_000;
const claim = (as: TestMember | undefined, offerId: string) =>
  world.request(as ?? null, 'POST', `/offers/${offerId}/applications`, {});

test('the waiting list keeps the order in which people came, not that of a clock that was set back', async () => {
  const offerId = await addOffer(world, ribeira, 1);
  const [seated, first, second] = learners;
  const { id, version } = (await claim(seated, offerId)).json<ApplicationView>();
  await claim(first, offerId);
  world.clock.at = new Date(frozenAt.getTime() - hour);
  await claim(second, offerId);
  const withdrawn = await world.request(
    seated ?? null,
    'POST',
    `/applications/${id}/withdraw`,
    {},
    {
      'if-match': `"${version}"`,
    },
  );
  expect(withdrawn.statusCode).toBe(200);
  await world.db
    .transaction()
    .execute((db) => promoteWaiting({ ...world.scopeOf(), db: db.withSchema('network_test') }, offerId));
  const { applications } = await standingOf(world, offerId);
  const stateOf = (learner?: TestMember) =>
    applications.find(({ person_id }) => person_id === learner?.personId)?.state;
  expect([stateOf(first), stateOf(second)]).toEqual(['accepted', 'waiting']);
});

test('a clock set back opens a window again only for the time it says, and what was taken stays taken', async () => {
  world.clock.at = frozenAt;
  const offerId = await addOffer(world, ribeira, 1, { applications_close_at: frozenAt });
  expect((await claim(learners[0], offerId)).json().code).toBe('application.deadline_passed');
  world.clock.at = new Date(frozenAt.getTime() - 1_000);
  expect((await claim(learners[0], offerId)).json().state).toBe('accepted');
  expect((await claim(learners[0], offerId)).json().code).toBe('application.already_made');
  expect(await standingOf(world, offerId)).toMatchObject({ places_taken: 1, queue_length: 0 });
});
