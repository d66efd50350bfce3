import type { ParticipationView } from '@collegium/contract/participation/views.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

async function read(id: string, as: TestMember = parties.learner): Promise<ParticipationView> {
  return (await world.request(as, 'GET', `/participations/${id}`)).json();
}

function approve(as: TestMember | null, id: string, number: number, ...party: string[]) {
  return world.request(as, 'POST', `/participations/${id}/plans/${number}/approvals`, { as: party });
}

async function propose(as: TestMember | null, id: string, change: object = {}) {
  const { plans, version } = await read(id);
  const { goals = [{ text: 'Learn' }], hours = 400, startsOn = '2026-10-01', endsOn = '2026-12-18' } = plans[0] ?? {};
  const body = { goals, tasks: '', hours, startsOn, endsOn, ...change };
  return world.request(as, 'POST', `/participations/${id}/plans`, body, { 'if-match': `"${version}"` });
}

test('signed out, one neither proposes nor approves', async () => {
  const id = await addParticipation(world, parties);
  expect((await propose(null, id)).json().code).toBe('request.sign_in_needed');
  expect((await approve(null, id, 1, 'learner')).json().code).toBe('request.sign_in_needed');
});

test('to people of another organisation there is no such participation', async () => {
  const id = await addParticipation(world, parties);
  expect((await propose(parties.stranger, id)).json().code).toBe('participation.not_found');
  expect((await approve(parties.stranger, id, 1, 'provider')).json().code).toBe('participation.not_found');
  const url = `/participations/${id}/supervisors?party=provider`;
  expect((await world.request(parties.stranger, 'GET', url)).json().code).toBe('participation.not_found');
});

test('a plan is in force when all three have approved it, and not before', async () => {
  const id = await addParticipation(world, parties);
  await approve(parties.learner, id, 1, 'learner');
  expect((await approve(parties.host, id, 1, 'provider')).json()).toMatchObject({
    state: 'planning',
    planInForce: null,
    planWaiting: 1,
    openSteps: [{ party: 'home', step: 'approve_plan' }],
    abilities: { approvePlan: false },
  });
  const agreed = (await approve(parties.coordinator, id, 1, 'home')).json<ParticipationView>();
  expect(agreed).toMatchObject({ state: 'agreed', planInForce: 1, planWaiting: null, openSteps: [] });
  expect(agreed.plans[0]?.approvals).toMatchObject([
    { party: 'home', person: { name: 'Helena Sousa' }, organisation: 'Ribeira' },
    { party: 'learner', person: { name: 'Amina Yusuf' }, organisation: 'Ribeira' },
    { party: 'provider', person: { name: 'Jonas Kirk' }, organisation: 'Vantera' },
  ]);
});

test('approving twice changes nothing', async () => {
  const id = await addParticipation(world, parties);
  const first = (await approve(parties.learner, id, 1, 'learner')).json<ParticipationView>();
  const second = await approve(parties.learner, id, 1, 'learner');
  expect([second.statusCode, second.json<ParticipationView>().version]).toEqual([200, first.version]);
});

test('three who approve in the same instant put the plan in force', async () => {
  for (let time = 0; time < 5; time += 1) {
    const id = await addParticipation(world, parties);
    const answers = await Promise.all([
      approve(parties.learner, id, 1, 'learner'),
      approve(parties.host, id, 1, 'provider'),
      approve(parties.coordinator, id, 1, 'home'),
    ]);
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200]);
    expect(await read(id)).toMatchObject({ state: 'agreed', planInForce: 1 });
  }
});

test('a version in force holds while a change waits', async () => {
  const id = await addParticipation(world, parties);
  await agree(world, parties, id);
  const proposed = await propose(parties.learner, id, { hours: 300, approveAs: ['learner'] });
  expect(proposed.statusCode).toBe(201);
  expect(proposed.json()).toMatchObject({
    state: 'agreed',
    planInForce: 1,
    planWaiting: 2,
    plannedMinutes: 480 * 60,
    openSteps: [
      { party: 'provider', step: 'approve_plan' },
      { party: 'home', step: 'approve_plan' },
    ],
  });
  await approve(parties.host, id, 2, 'provider');
  expect((await approve(parties.coordinator, id, 2, 'home')).json()).toMatchObject({
    planInForce: 2,
    planWaiting: null,
    plannedMinutes: 300 * 60,
  });
});

test('only the latest proposal can be approved, and every version stays as it was', async () => {
  const id = await addParticipation(world, parties);
  await propose(parties.host, id, { hours: 200 });
  expect((await approve(parties.learner, id, 1, 'learner')).json().code).toBe('plan.superseded');
  expect((await approve(parties.learner, id, 9, 'learner')).json().code).toBe('plan.not_found');
  expect((await read(id)).plans.map(({ number, hours }) => [number, hours])).toEqual([
    [2, 200],
    [1, 480],
  ]);
});

test('two proposals from one version: the second loses, visibly', async () => {
  const id = await addParticipation(world, parties);
  const answers = await Promise.all([propose(parties.host, id), propose(parties.coordinator, id)]);
  expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([201, 412]);
});

test('nobody approves for a party that is not theirs', async () => {
  const id = await addParticipation(world, parties);
  expect((await approve(parties.host, id, 1, 'home')).json().code).toBe('plan.party_not_yours');
  expect((await approve(parties.learner, id, 1, 'provider')).json().code).toBe('plan.party_not_yours');
  expect((await propose(parties.host, id, { approveAs: ['learner'] })).json().code).toBe('plan.party_not_yours');
});

test('at the home organisation’s own course one person may approve for both, and says so', async () => {
  const own = { ...parties, provider: parties.home };
  const id = await addParticipation(world, own);
  expect((await read(id, parties.coordinator)).myParties).toEqual(['provider', 'home']);
  await approve(parties.learner, id, 1, 'learner');
  await approve(parties.coordinator, id, 1, 'home');
  expect(await read(id)).toMatchObject({ state: 'planning' });
  await approve(parties.coordinator, id, 1, 'provider');
  expect(await read(id)).toMatchObject({ state: 'agreed' });
});

test('nobody approves for an organisation in their own participation', async () => {
  const teacher = await addMember(world.db, world.network, parties.home, 'teacher');
  const id = await addParticipation(world, { ...parties, learner: teacher });
  expect((await approve(teacher, id, 1, 'home')).json().code).toBe('participation.not_found');
  expect((await read(id, teacher)).myParties).toEqual([]);
});

test('supervisors are on the staff of their organisation', async () => {
  const id = await addParticipation(world, parties);
  const { host, coordinator, learner } = parties;
  for (const wrong of [
    { providerSupervisorId: coordinator.personId },
    { homeSupervisorId: learner.personId },
    { homeSupervisorId: host.personId },
  ])
    expect((await propose(host, id, wrong)).json().code).toBe('plan.supervisor_elsewhere');
  const right = { providerSupervisorId: host.personId, homeSupervisorId: coordinator.personId };
  expect((await propose(host, id, right)).json().plans[0]).toMatchObject({
    providerSupervisor: { name: 'Jonas Kirk' },
    homeSupervisor: { name: 'Helena Sousa' },
    createdBy: { name: 'Jonas Kirk' },
  });
  const names = await world.request(learner, 'GET', `/participations/${id}/supervisors?party=provider&words=jonas`);
  expect(names.json()).toEqual({ items: [{ id: host.personId, name: 'Jonas Kirk' }] });
});

test('what a plan says must make sense, in a sentence', async () => {
  const id = await addParticipation(world, parties);
  const code = async (change: object) => (await propose(parties.host, id, change)).json().code;
  expect(await code({ endsOn: '2026-09-01' })).toBe('plan.dates_reversed');
  expect(
    await code({
      goals: [
        { id: 'g1', text: 'A' },
        { id: 'g1', text: 'B' },
      ],
    }),
  ).toBe('plan.goal_repeated');
  expect(await code({ goals: [] })).toBe('request.invalid');
  expect(await code({ hours: 0 })).toBe('request.invalid');
});

test('a goal keeps its identifier from version to version, and a new one gets the next', async () => {
  const id = await addParticipation(world, parties);
  const goals = [{ id: 'g2', text: 'Explain results' }, { text: 'Work safely' }, { text: 'Write it up' }];
  expect((await propose(parties.host, id, { goals })).json().plans[0].goals).toEqual([
    { id: 'g2', text: 'Explain results' },
    { id: 'g1', text: 'Work safely' },
    { id: 'g3', text: 'Write it up' },
  ]);
});
