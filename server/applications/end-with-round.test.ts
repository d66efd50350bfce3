import { afterAll, beforeAll, expect, test } from 'vitest';
import { allSubscriptions } from '../subscriptions.ts';
import { dispatchPending } from '../platform/events/dispatcher.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { answered } from '../testing/routes/fixture.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';
import { addLearners, addOffer, addRound, eventsOf } from './testing.ts';

let world: TestApp;
let home: TestOrganisation;
let coordinator: TestMember;
let host: TestMember;
let learners: TestMember[];
let offerId: string;
let roundId: string;

beforeAll(async () => {
  world = await createTestApp();
  home = await addOrganisation(world.network, 'Ribeira');
  const provider = await addOrganisation(world.network, 'Vantera', 'company');
  coordinator = await addMember(world.db, world.network, home, 'coordinator');
  host = await addMember(world.db, world.network, provider, 'host_supervisor');
  learners = await addLearners(world, home, 3);
  offerId = await addOffer(world, provider, 2, { allocated_by: 'round', published_by: host.personId });
  roundId = await addRound(world, coordinator, [offerId], learners);
  const save = (learner: TestMember) =>
    world.request(learner, 'PUT', `/rounds/${roundId}/application`, { offerIds: [offerId] }, { 'if-match': '"0"' });
  for (const learner of learners.slice(0, 2)) answered(await save(learner), 200);
  const answer = await world.request(
    coordinator,
    'POST',
    `/rounds/${roundId}/cancel`,
    { reason: 'The harbour is closed this spring.' },
    { 'if-match': '"1"' },
  );
  answered(answer, 200);
  await dispatchPending({ services: world.services, subscriptions: allSubscriptions });
});
afterAll(() => world.close());

test('the lists of a cancelled round are released, and their learners read why', async () => {
  for (const learner of learners.slice(0, 2)) {
    const page = await world.request(learner, 'GET', `/applications?roundId=${roundId}`);
    expect(page.json().items).toMatchObject([
      {
        state: 'withdrawn',
        reason: 'The harbour is closed this spring.',
        round: { state: 'cancelled' },
        abilities: { change: false, withdraw: false },
      },
    ]);
    expect(await eventsOf(world, page.json().items[0].id)).toEqual(['application.submitted', 'application.released']);
  }
});

test('learners and providers are told once, the coordinator who did it is not', async () => {
  const told = await world.network
    .selectFrom('notification')
    .select(['person_id', 'path'])
    .where('kind', '=', 'round.cancelled')
    .execute();
  const those = [...learners, host].map(({ personId }) => personId);
  expect(told.map(({ person_id }) => person_id).sort()).toEqual(those.sort());
  expect(new Set(told.map(({ path }) => path))).toEqual(new Set([`/rounds/${roundId}`]));
  const mails = await world.network.selectFrom('mail').select('subject').execute();
  expect(mails).toHaveLength(4);
  expect(mails[0]?.subject).toContain('The harbour is closed this spring.');
});

test('hearing of it again changes nothing', async () => {
  await world.network.updateTable('audit_event').set({ dispatched_at: null }).execute();
  await dispatchPending({ services: world.services, subscriptions: allSubscriptions });
  const versions = await world.network.selectFrom('application').select('version').execute();
  expect(versions.map(({ version }) => version)).toEqual([2, 2]);
});

test('a released learner may apply for the offer in another round', async () => {
  const next = await addRound(world, coordinator, [offerId], learners);
  const answer = await world.request(
    learners[0] as TestMember,
    'PUT',
    `/rounds/${next}/application`,
    { offerIds: [offerId] },
    { 'if-match': '"0"' },
  );
  expect(answer.statusCode).toBe(200);
});
