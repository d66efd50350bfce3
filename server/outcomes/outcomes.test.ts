import type { OutcomePage, OutcomeView } from '@collegium/contract/outcomes.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDueParticipations } from '../participation/start-due.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addParties, addParticipation, agree, type Parties } from '../testing/placement.ts';
import { addMember, type TestMember } from '../testing/world.ts';

let world: TestApp;
let parties: Parties;

beforeAll(async () => {
  world = await createTestApp();
  parties = await addParties(world);
});
afterAll(() => world.close());

const assessment = {
  goalResults: [
    { goalId: 'g1', level: 'exceeded', comment: 'Found a clock drift' },
    { goalId: 'g2', level: 'reached' },
  ],
  statement: 'Amina found a clock drift that we had missed for months.',
  grade: 'Passed',
  gradeScale: 'Passed or failed',
  creditsEcts: 15,
};

/** An active participation; its id. */
async function start(): Promise<string> {
  const id = await addParticipation(world, parties);
  await agree(world, parties, id);
  await startDueParticipations(world.scopeOf());
  return id;
}

function assess(as: TestMember | null, id: string, change: object = {}) {
  return world.request(as, 'POST', `/participations/${id}/outcome`, { ...assessment, ...change });
}
const complete = (id: string) => world.request(parties.host, 'POST', `/participations/${id}/completion`);
const send = (as: TestMember | null, id: string, what: string, body: object, version = 1) =>
  world.request(as, 'POST', `/outcomes/${id}/${what}`, body, { 'if-match': `"${version}"` });
const countersign = (as: TestMember | null, id: string, version = 1) =>
  send(as, id, 'countersignature', { statement: 'I learnt to doubt my clocks.' }, version);

/** An outcome of a completed participation that the learner has countersigned; its id. */
async function countersigned(): Promise<string> {
  const participation = await start();
  await complete(participation);
  const { id } = (await assess(parties.host, participation)).json<OutcomeView>();
  await countersign(parties.learner, id);
  return id;
}

test('signed out, one reads and decides nothing', async () => {
  const id = await start();
  for (const answer of [
    await world.request(null, 'GET', '/outcomes'),
    await assess(null, id),
    await countersign(null, id),
    await send(null, id, 'recognition', { creditsEcts: 15 }),
    await send(null, id, 'refusal', { reason: 'Not ours' }),
  ])
    expect(answer.json().code).toBe('request.sign_in_needed');
});

test('a supervisor of another organisation finds neither the participation nor its outcome', async () => {
  const id = await start();
  expect((await assess(parties.stranger, id)).json().code).toBe('participation.not_found');
  const outcome = (await assess(parties.host, id)).json();
  expect((await world.request(parties.stranger, 'GET', `/outcomes/${outcome.id}`)).json().code).toBe(
    'outcome.not_found',
  );
  expect((await world.request(parties.stranger, 'GET', '/outcomes')).json().items).toEqual([]);
});

test('from assessment to recognition, each by its party, in order', async () => {
  const participation = await start();
  const outcome = (await assess(parties.host, participation)).json<OutcomeView>();
  expect(outcome).toMatchObject({
    state: 'assessed',
    grade: 'Passed',
    assessedBy: 'Jonas Kirk',
    isRunning: true,
  });
  expect(outcome.goals.map((goal) => goal.text)).toEqual(['Clean sensor data', 'Explain results']);
  expect((await send(parties.coordinator, outcome.id, 'recognition', { creditsEcts: 15 })).json()).toMatchObject({
    code: 'request.move_not_allowed',
    parameters: { state: 'Waiting for the learner' },
  });
  expect((await countersign(parties.host, outcome.id)).statusCode).toBe(404);
  expect((await countersign(parties.learner, outcome.id)).json()).toMatchObject({
    state: 'countersigned',
    learnerStatement: 'I learnt to doubt my clocks.',
    abilities: { countersign: false },
  });

  const recognition = { creditsEcts: 15, grade: '17', gradeScale: '0–20' };
  expect((await send(parties.coordinator, outcome.id, 'recognition', recognition)).json().code).toBe(
    'outcome.still_running',
  );
  await complete(participation);
  expect((await send(parties.host, outcome.id, 'recognition', recognition)).statusCode).toBe(404);
  expect((await send(parties.coordinator, outcome.id, 'recognition', recognition)).json()).toMatchObject({
    state: 'recognised',
    creditsEctsRecognised: 15,
    gradeRecognised: '17',
    gradeScaleRecognised: '0–20',
    grade: 'Passed',
    recognisedBy: 'Helena Sousa',
    abilities: { assess: false, countersign: false, recognise: false, refuse: false },
  });
  const events = await world.network
    .selectFrom('audit_event')
    .select(['action', 'person_id'])
    .where('object_id', '=', outcome.id)
    .orderBy('id')
    .execute();
  expect(events).toEqual([
    { action: 'outcome.assessed', person_id: parties.host.personId },
    { action: 'outcome.countersigned', person_id: parties.learner.personId },
    { action: 'outcome.recognised', person_id: parties.coordinator.personId },
  ]);
});

test('every goal of the plan in force is assessed exactly once', async () => {
  const id = await start();
  const [first, second] = assessment.goalResults;
  for (const goalResults of [[first], [first, first], [first, second, second], [first, { ...second, goalId: 'g9' }]])
    expect((await assess(parties.host, id, { goalResults })).json().code).toBe('outcome.goals_differ');
  expect((await assess(parties.host, id, { goalResults: [second, first] })).statusCode).toBe(201);
  expect((await assess(parties.host, id)).json().code).toBe('outcome.exists');
});

test('there is no assessment before the beginning, and none without a plan', async () => {
  const id = await addParticipation(world, parties);
  expect((await assess(parties.host, id)).json().code).toBe('request.move_not_allowed');
  await world.network.updateTable('participation').set({ state: 'active' }).where('id', '=', id).execute();
  expect((await assess(parties.host, id)).json().code).toBe('outcome.no_plan');
});

test('a grade is given with its scale, by the provider and at home', async () => {
  const participation = await start();
  expect((await assess(parties.host, participation, { gradeScale: null })).json().code).toBe(
    'outcome.grade_needs_scale',
  );
  const id = await countersigned();
  const body = { creditsEcts: 15, grade: '17' };
  expect((await send(parties.coordinator, id, 'recognition', body)).json().code).toBe('outcome.grade_needs_scale');
});

test('an assessment may change until the learner countersigns exactly what they read', async () => {
  const participation = await start();
  const { id } = (await assess(parties.host, participation)).json<OutcomeView>();
  const change = { ...assessment, statement: 'She also explained it well.' };
  const put = (version: number) =>
    world.request(parties.host, 'PUT', `/outcomes/${id}`, change, { 'if-match': `"${version}"` });
  expect((await put(1)).json()).toMatchObject({ providerStatement: 'She also explained it well.', version: 2 });
  expect((await put(1)).json().code).toBe('request.version_stale');
  expect((await countersign(parties.learner, id, 1)).json().code).toBe('request.version_stale');
  expect((await countersign(parties.learner, id, 2)).statusCode).toBe(200);
  expect((await put(3)).json().code).toBe('request.move_not_allowed');
});

test('a countersignature needs own words', async () => {
  const { id } = (await assess(parties.host, await start())).json<OutcomeView>();
  for (const statement of ['', '   '])
    expect((await send(parties.learner, id, 'countersignature', { statement })).json().code).toBe('request.invalid');
});

test('the home organisation may refuse, with a reason that all read, and then nothing changes any more', async () => {
  const id = await countersigned();
  expect((await send(parties.coordinator, id, 'refusal', { reason: '' })).json().code).toBe('request.invalid');
  const reason = 'The hours confirmed are below the regulations’ minimum.';
  await send(parties.coordinator, id, 'refusal', { reason });
  expect((await world.request(parties.learner, 'GET', `/outcomes/${id}`)).json()).toMatchObject({
    state: 'not_recognised',
    refusalReason: reason,
  });
  expect((await send(parties.coordinator, id, 'recognition', { creditsEcts: 1 })).json().code).toBe(
    'request.move_not_allowed',
  );
});

test('when one recognises and another refuses in the same instant, one of them decides', async () => {
  const id = await countersigned();
  const answers = await Promise.all([
    send(parties.coordinator, id, 'recognition', { creditsEcts: 15 }),
    send(parties.coordinator, id, 'refusal', { reason: 'Not in the agreement.' }),
  ]);
  expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([200, 409]);
});

test('a plan does not change once the work was assessed against it', async () => {
  const id = await start();
  await assess(parties.host, id);
  const { version, plans } = (await world.request(parties.host, 'GET', `/participations/${id}`)).json();
  const { goals, tasks, startsOn, endsOn } = plans[0];
  const body = { goals, tasks, startsOn, endsOn, hours: 100 };
  const url = `/participations/${id}/plans`;
  expect((await world.request(parties.host, 'POST', url, body, { 'if-match': `"${version}"` })).json().code).toBe(
    'plan.work_assessed',
  );
});

test('lists hold what is mine to see, and “needs me” what I may decide now', async () => {
  const supervisor = await addMember(world.db, world.network, parties.home, 'host_supervisor');
  const waiting = async (as: TestMember, query = 'needsMe=true') =>
    (await world.request(as, 'GET', `/outcomes?limit=100&${query}`)).json<OutcomePage>().items.map((item) => item.id);
  const id = await countersigned();
  expect(await waiting(parties.coordinator)).toContain(id);
  expect(await waiting(supervisor, '')).toContain(id);
  expect(await waiting(supervisor)).not.toContain(id);
  expect(await waiting(parties.learner)).not.toContain(id);
  await send(parties.coordinator, id, 'recognition', { creditsEcts: 15 });
  expect(await waiting(parties.coordinator)).not.toContain(id);
  expect(await waiting(parties.learner, 'state=recognised')).toContain(id);
  expect(await waiting(parties.host, 'state=assessed')).not.toContain(id);
  expect(await waiting(parties.host, 'side=provider&kind=internship')).toContain(id);
  expect(await waiting(parties.host, 'side=home')).toEqual([]);

  const first: OutcomePage = (await world.request(parties.host, 'GET', '/outcomes?limit=2')).json();
  const rest: OutcomePage = (
    await world.request(parties.host, 'GET', `/outcomes?limit=100&cursor=${first.next}`)
  ).json();
  expect([...first.items, ...rest.items].map((item) => item.id)).toEqual(await waiting(parties.host, ''));
});
