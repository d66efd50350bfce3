import type { ParticipationPage } from '@collegium/contract/participation/views.ts';
import { roles } from '@collegium/contract/roles.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { countRoundTrips } from '../platform/database/round-trips.ts';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addParties, addParticipation, agree, type Parties } from '../testing/placement.ts';
import { addMember, type TestMember } from '../testing/world.ts';
import { canReadParticipation, isParty, partiesOf } from './policy.ts';
import { startDueParticipations } from './start-due.ts';

let world: TestApp;
let parties: Parties;
let everyone: TestMember[];

beforeAll(async () => {
  world = await createTestApp();
  parties = await addParties(world);
  const { home, provider, learner, host, coordinator, stranger } = parties;
  const others = await Promise.all(
    [home, provider].flatMap((organisation) =>
      roles.map((role) => addMember(world.db, world.network, organisation, role)),
    ),
  );
  everyone = [learner, host, coordinator, stranger, ...others];
  const learners = everyone.filter((member) => member.role === 'learner' || member.role === 'teacher');
  for (const member of learners) {
    await addParticipation(world, { ...parties, learner: member });
    await addParticipation(world, { ...parties, provider: home, learner: member });
  }
});
afterAll(() => world.close());
beforeEach(() => (world.clock.at = frozenAt));

async function list(as: TestMember | null, query = ''): Promise<ParticipationPage> {
  return (await world.request(as, 'GET', `/participations?limit=100${query}`)).json();
}

function rowsThere() {
  return world.network
    .selectFrom('participation')
    .select(['id', 'person_id', 'home_organisation_id', 'provider_organisation_id'])
    .execute();
}

test('signed out there is no list, and administrators of the network or evaluators have none', async () => {
  expect((await world.request(null, 'GET', '/participations')).json().code).toBe('request.sign_in_needed');
  for (const member of everyone.filter(({ role }) => ['network_administrator', 'evaluator'].includes(role)))
    expect((await world.request(member, 'GET', '/participations')).statusCode).toBe(404);
});

test('for everybody the list holds exactly what may be read one by one, and parties agree with their SQL twin', async () => {
  const rows = await rowsThere();
  for (const member of everyone) {
    const readable = rows.filter((row) => canReadParticipation(member, row)).map((row) => row.id);
    const listed = readable.length === 0 ? [] : (await list(member)).items;
    expect(listed.map((item) => item.id).toSorted()).toEqual(readable.toSorted());
    for (const item of listed)
      expect(item.myParties).toEqual(partiesOf(member, rows.find((row) => row.id === item.id) ?? never()));
    for (const party of ['learner', 'provider', 'home'] as const) {
      const found = await world.network
        .selectFrom('participation')
        .select('id')
        .where(isParty(member, party))
        .execute();
      const expected = rows.filter((row) => partiesOf(member, row).includes(party)).map((row) => row.id);
      expect(found.map((row) => row.id).toSorted()).toEqual(expected.toSorted());
    }
    const one = rows.find((row) => !readable.includes(row.id));
    if (one) expect((await world.request(member, 'GET', `/participations/${one.id}`)).statusCode).toBe(404);
  }
});

function never(): never {
  throw new Error('listed, but not there');
}

test('“needs me” is what waits for a step that my role may take', async () => {
  const { learner, host, coordinator } = parties;
  const id = await addParticipation(world, parties);
  const waits = async (member: TestMember) =>
    (await list(member, '&needsMe=true')).items.some((item) => item.id === id);
  const all = async () => [await waits(learner), await waits(host), await waits(coordinator)];
  expect(await all()).toEqual([true, true, true]);
  await agree(world, parties, id);
  expect(await all()).toEqual([false, false, false]);
  await startDueParticipations(world.scopeOf());
  await world.request(learner, 'POST', `/participations/${id}/journal`, {
    doneOn: '2026-10-12',
    minutes: 60,
    text: 'Read',
  });
  expect(await all()).toEqual([false, true, false]);
  await world.request(host, 'POST', `/participations/${id}/journal/confirmation`, {});
  expect(await all()).toEqual([false, false, false]);
  world.clock.at = new Date('2026-12-19T09:00:00Z');
  expect(await all()).toEqual([false, true, false]);
  await world.request(host, 'POST', `/participations/${id}/completion`);
  expect((await list(host, '&needsMe=true')).items.find((item) => item.id === id)?.openSteps).toEqual([
    { party: 'provider', step: 'assess' },
  ]);
});

test('lists are narrowed by state, side, kind, organisation, offer and words', async () => {
  const { coordinator, provider, home, learner } = parties;
  const id = await addParticipation(world, parties, {
    details: { kind: 'course', learningOutcomes: ['Plan a berth'] },
  });
  await agree(world, parties, id);
  const found = async (query: string) => (await list(coordinator, query)).items.map((item) => item.id);
  expect(await found('&kind=course')).toEqual([id]);
  expect(await found('&state=agreed')).toEqual([id]);
  expect(await found('&state=cancelled')).toEqual([]);
  expect(await found(`&kind=course&organisation=${provider.id}&side=home`)).toEqual([id]);
  expect(await found('&kind=course&side=provider')).toEqual([]);
  expect((await found(`&organisation=${provider.id}`)).length).toBeLessThan(
    (await found(`&organisation=${home.id}`)).length,
  );
  expect(await found('&kind=course&words=amina')).toEqual([id]);
  expect(await found('&kind=course&words=nobody')).toEqual([]);
  expect((await list(learner)).items.every((item) => item.learner.id === learner.personId)).toBe(true);
});

test('pages follow one another without gap or repeat, newest first', async () => {
  const ids: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const url = `/participations?limit=3${next && `&cursor=${next}`}`;
    const page: ParticipationPage = (await world.request(parties.coordinator, 'GET', url)).json();
    ids.push(...page.items.map((item) => item.id));
    ({ next } = page);
  }
  expect(ids).toEqual((await list(parties.coordinator)).items.map((item) => item.id));
  expect(new Set(ids).size).toBe(ids.length);
});

test('no request waits for the database more than three times', async () => {
  const id = await addParticipation(world, parties);
  const { learner, host, coordinator } = parties;
  const entry = { doneOn: '2026-10-12', minutes: 60, text: 'Read' };
  const measure = async (...[as, method, url, body]: Parameters<TestApp['request']>) => {
    const { result, roundTrips } = await countRoundTrips(async () => await world.request(as, method, url, body));
    expect(result.statusCode).toBeLessThan(300);
    expect(roundTrips).toBeGreaterThan(1);
    expect(roundTrips).toBeLessThanOrEqual(3);
  };
  await measure(learner, 'GET', '/participations');
  await measure(learner, 'GET', `/participations/${id}`);
  await measure(learner, 'POST', `/participations/${id}/plans/1/approvals`, { as: ['learner'] });
  await measure(host, 'POST', `/participations/${id}/plans/1/approvals`, { as: ['provider'] });
  await measure(coordinator, 'POST', `/participations/${id}/plans/1/approvals`, { as: ['home'] });
  await startDueParticipations(world.scopeOf());
  await measure(learner, 'POST', `/participations/${id}/journal`, entry);
  await measure(learner, 'GET', `/participations/${id}/journal`);
  await measure(host, 'POST', `/participations/${id}/journal/confirmation`, {});
  await measure(host, 'POST', `/participations/${id}/completion`);
});
