import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addAcceptedPlace, addParties, addParticipation, follow, tell, type Parties } from '../testing/placement.ts';

let world: TestApp;
let parties: Parties;

beforeAll(async () => {
  world = await createTestApp();
  parties = await addParties(world);
});
afterAll(() => world.close());

function participationsOf(applicationId: string) {
  return world.network.selectFrom('participation').selectAll().where('application_id', '=', applicationId).execute();
}

test('an accepted application begins one participation, with the plan that the offer proposes', async () => {
  const { applicationId } = await addAcceptedPlace(world, parties);
  await follow(world);
  await tell(world, 'application.accepted', 'application', applicationId);
  await tell(world, 'application.promoted', 'application', applicationId);
  await follow(world);
  const rows = await participationsOf(applicationId);
  expect(rows).toMatchObject([
    {
      state: 'planning',
      person_id: parties.learner.personId,
      home_organisation_id: parties.home.id,
      provider_organisation_id: parties.provider.id,
    },
  ]);
  const view = (await world.request(parties.learner, 'GET', `/participations/${rows[0]?.id}`)).json();
  expect(view.plans).toMatchObject([
    {
      number: 1,
      goals: [
        { id: 'g1', text: 'Clean sensor data' },
        { id: 'g2', text: 'Explain results' },
      ],
      startsOn: '2026-10-01',
      endsOn: '2026-12-18',
      hours: 480,
      createdBy: null,
      agreedAt: null,
      approvals: [],
    },
  ]);
  expect(view).toMatchObject({ planWaiting: 1, planInForce: null, state: 'planning' });
});

test('an offer without dates leaves the first proposal to people', async () => {
  const id = await addParticipation(world, parties, { startsOn: null, endsOn: null });
  const view = (await world.request(parties.host, 'GET', `/participations/${id}`)).json();
  expect(view).toMatchObject({
    plans: [],
    planWaiting: null,
    openSteps: [{ party: 'provider', step: 'propose_plan' }],
  });
});

test('an application that is withdrawn before anybody heard of it begins nothing', async () => {
  const { applicationId } = await addAcceptedPlace(world, parties);
  await world.network.updateTable('application').set({ state: 'withdrawn' }).where('id', '=', applicationId).execute();
  await follow(world);
  expect(await participationsOf(applicationId)).toEqual([]);
});

test('a withdrawn application cancels what had not begun, with its reason', async () => {
  const { applicationId } = await addAcceptedPlace(world, parties);
  await follow(world);
  await tell(world, 'application.withdrawn', 'application', applicationId, 'I found a place nearer home.');
  await follow(world);
  expect(await participationsOf(applicationId)).toMatchObject([
    { state: 'cancelled', end_reason: 'I found a place nearer home.', version: 2 },
  ]);
  const events = await world.network
    .selectFrom('audit_event')
    .select(['action', 'reason'])
    .where('object_id', '=', (await participationsOf(applicationId))[0]?.id ?? '')
    .where('action', '=', 'participation.cancelled')
    .execute();
  expect(events).toEqual([{ action: 'participation.cancelled', reason: 'I found a place nearer home.' }]);
});

test('a withdrawn offer cancels what had not begun and leaves alone what is in progress', async () => {
  const { offerId, applicationId } = await addAcceptedPlace(world, parties);
  await follow(world);
  await tell(world, 'offer.withdrawn', 'offer', offerId, 'The plant closes.');
  await follow(world);
  expect(await participationsOf(applicationId)).toMatchObject([
    { state: 'cancelled', end_reason: 'The plant closes.' },
  ]);

  const running = await addAcceptedPlace(world, parties);
  await follow(world);
  await world.network
    .updateTable('participation')
    .set({ state: 'active' })
    .where('offer_id', '=', running.offerId)
    .execute();
  await tell(world, 'offer.withdrawn', 'offer', running.offerId, 'The plant closes.');
  await follow(world);
  expect(await participationsOf(running.applicationId)).toMatchObject([{ state: 'active', version: 1 }]);
});

test('an offer withdrawn before its accepted application was heard of begins nothing', async () => {
  const { offerId, applicationId } = await addAcceptedPlace(world, parties);
  await world.network
    .updateTable('offer')
    .set({ state: 'withdrawn', withdrawn_at: world.clock.now(), withdrawal_reason: 'No longer.' })
    .where('id', '=', offerId)
    .execute();
  await follow(world);
  expect(await participationsOf(applicationId)).toEqual([]);
});
