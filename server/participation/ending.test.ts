import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addParties, addParticipation, agree, type Parties } from '../testing/placement.ts';
import type { TestMember } from '../testing/world.ts';
import { startDueParticipations } from './start-due.ts';

let world: TestApp;
let parties: Parties;
const reason = 'The supervisor left and nobody can take over.';

beforeAll(async () => {
  world = await createTestApp();
  parties = await addParties(world);
});
afterAll(() => world.close());

async function start(): Promise<string> {
  const id = await addParticipation(world, parties);
  await agree(world, parties, id);
  await startDueParticipations(world.scopeOf());
  return id;
}
const complete = (as: TestMember | null, id: string) => world.request(as, 'POST', `/participations/${id}/completion`);
const end = (as: TestMember | null, id: string, body: object = { reason }) =>
  world.request(as, 'POST', `/participations/${id}/early-end`, body);

test('signed out, one ends nothing', async () => {
  const id = await start();
  expect((await complete(null, id)).json().code).toBe('request.sign_in_needed');
  expect((await end(null, id)).json().code).toBe('request.sign_in_needed');
});

test('another organisation ends nothing, and the home organisation does not complete', async () => {
  const id = await start();
  for (const answer of [
    await complete(parties.stranger, id),
    await end(parties.stranger, id),
    await complete(parties.coordinator, id),
  ])
    expect(answer.json().code).toBe('participation.not_found');
});

test('the provider completes it, once', async () => {
  const id = await start();
  expect((await complete(parties.host, id)).json()).toMatchObject({
    state: 'completed',
    endedBy: 'Jonas Kirk',
    openSteps: [{ party: 'provider', step: 'assess' }],
    abilities: { complete: false, endEarly: false, proposePlan: false, assess: true },
  });
  expect((await complete(parties.host, id)).json()).toMatchObject({
    code: 'request.move_not_allowed',
    parameters: { state: 'Completed' },
  });
});

test('a change of the plan that waited when it ended waits no more', async () => {
  const id = await start();
  const { version, plans } = (await world.request(parties.host, 'GET', `/participations/${id}`)).json();
  const { goals, tasks, startsOn, endsOn } = plans[0];
  const body = { goals, tasks, startsOn, endsOn, hours: 100 };
  const headers = { 'if-match': `"${version}"` };
  const proposed = await world.request(parties.host, 'POST', `/participations/${id}/plans`, body, headers);
  expect(proposed.json()).toMatchObject({ planInForce: 1, planWaiting: 2 });
  expect((await complete(parties.host, id)).json()).toMatchObject({ planInForce: 1, planWaiting: null });
});

test.each(['learner', 'host', 'coordinator'] as const)('the %s may end it early, and all read why', async (who) => {
  const id = await start();
  expect((await end(parties[who], id)).json()).toMatchObject({
    state: 'ended_early',
    endReason: reason,
    endedBy: parties[who].name,
  });
  const event = await world.network
    .selectFrom('audit_event')
    .select(['action', 'reason', 'person_id'])
    .where('object_id', '=', id)
    .where('action', '=', 'participation.ended_early')
    .executeTakeFirst();
  expect(event).toMatchObject({ reason, person_id: parties[who].personId });
});

test('an early end needs words', async () => {
  const id = await start();
  expect((await end(parties.learner, id, {})).json().code).toBe('request.invalid');
  expect((await end(parties.learner, id, { reason: '' })).json().code).toBe('request.invalid');
});

test('what is not agreed yet cannot be ended; its application is withdrawn instead', async () => {
  const id = await addParticipation(world, parties);
  expect((await end(parties.learner, id)).json().code).toBe('request.move_not_allowed');
});

test('when both end it in the same instant, one does', async () => {
  const id = await start();
  const answers = await Promise.all([complete(parties.host, id), end(parties.learner, id)]);
  expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([200, 409]);
});
