import type { EvaluationView } from '@collegium/contract/evaluation.ts';
import type { OfferKind } from '@collegium/contract/kinds.ts';
import { jsonb } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { insertApplication } from '../testing/applications.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';

let world: TestApp;
let ribeira: TestOrganisation;
let vantera: TestOrganisation;
let evaluator: TestMember;
let foreignCoordinator: TestMember;
let learner: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  ribeira = await addOrganisation(world.network, 'Ribeira');
  vantera = await addOrganisation(world.network, '=Vantera', 'company');
  evaluator = await addMember(world.db, world.network, ribeira, 'evaluator');
  foreignCoordinator = await addMember(
    world.db,
    world.network,
    await addOrganisation(world.network, 'Jianglan'),
    'coordinator',
  );
  learner = await addMember(world.db, world.network, ribeira, 'learner');
  await addStory({
    provider: vantera,
    kind: 'internship',
    term: '2027-spring',
    places: 20,
    applied: 16,
    accepted: 12,
    completed: 11,
    recognised: 10,
  });
  await addStory({
    provider: ribeira,
    kind: 'course',
    term: '2027-spring',
    places: 40,
    applied: 30,
    accepted: 24,
    completed: 20,
    recognised: 20,
  });
  await addStory({
    provider: ribeira,
    kind: 'exchange_place',
    term: '2027-autumn',
    places: 5,
    applied: 4,
    accepted: 3,
    completed: 0,
    recognised: 0,
  });
});
afterAll(() => world.close());

interface Story {
  provider: TestOrganisation;
  kind: OfferKind;
  term: string;
  places: number;
  applied: number;
  accepted: number;
  completed: number;
  recognised: number;
}

/** An offer whose applicants got as far as the story says, one after the other. */
async function addStory(story: Story): Promise<void> {
  const { network } = world;
  const offerId = newId();
  await network
    .insertInto('offer')
    .values({
      id: offerId,
      kind: story.kind,
      organisation_id: story.provider.id,
      state: 'published',
      title: jsonb({ en: story.kind }),
      places: story.places,
      allocated_by: 'first_come',
      term: story.term,
      created_at: frozenAt,
      published_at: frozenAt,
    })
    .execute();
  for (let index = 0; index < story.applied; index += 1) await addApplicant(offerId, story, index);
}

async function addApplicant(offerId: string, story: Story, index: number): Promise<void> {
  const { network } = world;
  const person = await addMember(world.db, network, ribeira, 'learner');
  const [applicationId, participationId] = [newId(), newId()];
  const isAccepted = index < story.accepted;
  await insertApplication(world, person, {
    id: applicationId,
    offer_id: offerId,
    state: isAccepted ? 'accepted' : 'waiting',
  });
  if (!isAccepted) return;
  await network
    .insertInto('participation')
    .values({
      id: participationId,
      application_id: applicationId,
      offer_id: offerId,
      person_id: person.personId,
      home_organisation_id: ribeira.id,
      provider_organisation_id: story.provider.id,
      state: index < story.completed ? 'completed' : 'active',
      created_at: frozenAt,
      started_at: frozenAt,
    })
    .execute();
  if (index >= story.recognised) return;
  await network
    .insertInto('outcome')
    .values({
      id: newId(),
      participation_id: participationId,
      state: 'recognised',
      goal_results: jsonb([]),
      provider_statement: 'Good work',
      learner_statement: 'I agree',
      assessed_at: frozenAt,
      assessed_by: person.personId,
    })
    .execute();
}

const read = async (as: TestMember, query = ''): Promise<EvaluationView> =>
  (await world.request(as, 'GET', `/evaluation${query}`)).json();

test('is for members with the permission alone', async () => {
  expect((await world.request(null, 'GET', '/evaluation')).statusCode).toBe(401);
  expect((await world.request(learner, 'GET', '/evaluation')).statusCode).toBe(404);
});

test('counts each step once per application', async () => {
  const { groups } = await read(evaluator);
  expect(groups.find(({ key }) => key === 'course')).toMatchObject({
    offers: 1,
    places: 40,
    applied: 30,
    accepted: 24,
    completed: 20,
    recognised: 20,
    fillRate: 0.6,
  });
});

test('hides a small group, and another with it, so that the total does not give it away', async () => {
  const { groups, total, threshold } = await read(evaluator);
  expect(threshold).toBe(10);
  const applied = new Map(groups.map((group) => [group.key, group.applied]));
  expect(applied).toEqual(
    new Map([
      ['course', 30],
      ['internship', null],
      ['exchange_place', null],
    ]),
  );
  expect(total.applied).toBe(50);
  expect(groups.find(({ key }) => key === 'exchange_place')).toMatchObject({
    accepted: null,
    fillRate: null,
    places: 5,
  });
});

test('hides the total of a single small group', async () => {
  const { total, groups } = await read(evaluator, '?kind=exchange_place');
  expect(groups.map(({ applied }) => applied)).toEqual([null]);
  expect(total).toMatchObject({ applied: null, accepted: null, fillRate: null });
});

test('says the same in the CSV, where no cell can act as a formula', async () => {
  const csv = (await world.request(evaluator, 'GET', '/evaluation.csv?by=organisation')).body;
  const { groups } = await read(evaluator, '?by=organisation');
  expect(csv).not.toMatch(/^=|,=/m);
  expect(csv).toContain("'=Vantera");
  for (const group of groups) {
    const line = csv.split('\r\n').find((one) => one.includes(group.label)) ?? '';
    expect(line.split(',').slice(3, 9)).toEqual(
      [group.applied, group.placed, group.accepted, group.started, group.completed, group.recognised].map((count) =>
        String(count ?? 'hidden'),
      ),
    );
  }
});

test('shows an organisation only what it provides and what its learners do', async () => {
  const { groups, total } = await read(foreignCoordinator);
  expect(groups).toEqual([]);
  expect(total).toMatchObject({ offers: 0, applied: 0 });
});

test('groups by term and by the home of the learners', async () => {
  expect((await read(evaluator, '?by=term')).groups.map(({ key }) => key)).toEqual(['2027-spring', '2027-autumn']);
  expect((await read(evaluator, '?by=home')).groups.map(({ label }) => label)).toEqual(['Ribeira']);
});
