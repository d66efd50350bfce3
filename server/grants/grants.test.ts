import type { AccessGrant } from '@collegium/contract/commitments.ts';
import type { AccessPage, GrantList, OpenedLearnerPage, OwnGrantList } from '@collegium/contract/grants.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addAgreementInForce, opening, putInForce, takePlace, terminate } from '../commitments/testing.ts';
import { newId } from '../platform/ids.ts';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addParties, type Parties } from '../testing/placement.ts';
import { addMember, type TestMember } from '../testing/world.ts';

let world: TestApp;
let parties: Parties;
let fellow: TestMember;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.at = frozenAt;
  parties = await addParties(world);
  fellow = await addMember(world.db, world.network, parties.home, 'learner', 'Lin Wei');
  await world.network
    .insertInto('learner_profile')
    .values({
      person_id: parties.learner.personId,
      level: 'master',
      field_code: '0716',
      grade_average: 3.4,
      grade_average_maximum: 4,
      updated_at: frozenAt,
    })
    .execute();
});

const access = (changes: Partial<AccessGrant> = {}): AccessGrant => ({
  purpose: 'Supervise placements',
  fields: ['name', 'level'],
  from: parties.home.id,
  to: parties.provider.id,
  about: 'participants',
  start: '2026-10-01',
  end: '2026-12-31',
  ...changes,
});

async function open(changes: Partial<AccessGrant> = {}): Promise<{ agreementId: string; grantId: string }> {
  const { id } = await addAgreementInForce(world, [parties.home, parties.provider], [opening('data', access(changes))]);
  const grant = await world.network
    .selectFrom('access_grant')
    .select('id')
    .where('agreement_id', '=', id)
    .executeTakeFirstOrThrow();
  return { agreementId: id, grantId: grant.id };
}
const look = (as: TestMember | null, grantId: string) => world.request(as, 'GET', `/grants/${grantId}/learners`);
const namesSeen = async (as: TestMember, grantId: string) =>
  (await look(as, grantId)).json<OpenedLearnerPage>().items?.map(({ name }) => name);

test('signed out, and to whom the clause opens nothing, it does not exist', async () => {
  const { grantId } = await open();
  expect((await look(null, grantId)).statusCode).toBe(401);
  for (const as of [parties.stranger, parties.coordinator, parties.learner])
    expect((await look(as, grantId)).statusCode).toBe(404);
  expect((await look(parties.host, newId())).json().code).toBe('grant.not_found');
});

test('a clause opens the fields that it names, about those who take part, and nothing else', async () => {
  const { grantId } = await open();
  expect(await namesSeen(parties.host, grantId)).toEqual([]);
  await takePlace(world, parties);
  const { items } = (await look(parties.host, grantId)).json<OpenedLearnerPage>();
  expect(items).toEqual([
    {
      personId: parties.learner.personId,
      home: { id: parties.home.id, name: 'Ribeira', shortMark: 'RI' },
      name: 'Amina Yusuf',
      level: 'master',
      email: null,
      fieldCode: null,
      gradeAverage: null,
      gradeAverageMaximum: null,
      languageResults: null,
      participations: null,
      outcomes: null,
    },
  ]);
});

test('a clause about all learners opens all of that organisation, page by page', async () => {
  const { grantId } = await open({ about: 'learners', fields: ['name', 'grades', 'participations'] });
  const first = (
    await world.request(parties.host, 'GET', `/grants/${grantId}/learners?limit=1`)
  ).json<OpenedLearnerPage>();
  const second = (
    await world.request(parties.host, 'GET', `/grants/${grantId}/learners?limit=1&cursor=${first.next}`)
  ).json<OpenedLearnerPage>();
  expect([...first.items, ...second.items]).toMatchObject([
    { name: 'Amina Yusuf', gradeAverage: 3.4, participations: [] },
    { name: 'Lin Wei', gradeAverage: null },
  ]);
  expect(second.next).toBeNull();
  const looked = await world.network
    .selectFrom('access_log')
    .select('person_id')
    .where('access_grant_id', '=', grantId)
    .execute();
  expect(looked.map(({ person_id }) => person_id).toSorted()).toEqual(
    [parties.learner.personId, fellow.personId].toSorted(),
  );
});

test('access begins on the first day of the clause and ends after its last', async () => {
  const { grantId } = await open({ about: 'learners' });
  const statusAt = async (instant: string) => {
    world.clock.at = new Date(instant);
    return (await look(parties.host, grantId)).statusCode;
  };
  await world.network.updateTable('agreement_party').set({ joined_on: '2026-01-01' }).execute();
  expect(await statusAt('2026-09-30T23:59:59Z')).toBe(404);
  expect(await statusAt('2026-10-01T00:00:00Z')).toBe(200);
  expect(await statusAt('2026-12-31T23:59:59Z')).toBe(200);
  expect(await statusAt('2027-01-01T00:00:00Z')).toBe(404);
});

test('access ends at once with the agreement, with the clause, with suspension, and when either organisation leaves', async () => {
  const ended = await open({ about: 'learners' });
  expect((await look(parties.host, ended.grantId)).statusCode).toBe(200);
  await terminate(world, ended.agreementId);
  expect((await look(parties.host, ended.grantId)).statusCode).toBe(404);

  const changed = await open({ about: 'learners' });
  await putInForce(world, changed.agreementId, 2, [opening('data', access({ about: 'learners', fields: ['level'] }))]);
  expect((await look(parties.host, changed.grantId)).statusCode).toBe(404);
  const { items } = (await world.request(parties.host, 'GET', '/grants')).json<GrantList>();
  expect(items.map(({ fields }) => fields)).toEqual([['level']]);

  const suspended = await open({ about: 'learners' });
  await world.network
    .updateTable('agreement')
    .set({ state: 'suspended' })
    .where('id', '=', suspended.agreementId)
    .execute();
  expect((await look(parties.host, suspended.grantId)).statusCode).toBe(404);

  const left = await open({ about: 'learners' });
  await world.network
    .updateTable('agreement_party')
    .set({ left_on: '2026-10-13' })
    .where('agreement_id', '=', left.agreementId)
    .where('organisation_id', '=', parties.home.id)
    .execute();
  expect((await look(parties.host, left.grantId)).statusCode).toBe(404);
});

test('learners read who may see what under which clause, and who looked', async () => {
  const { grantId, agreementId } = await open();
  const own = async (as: TestMember) => (await world.request(as, 'GET', '/profile/grants')).json<OwnGrantList>().items;
  expect(await own(parties.learner)).toMatchObject([
    { id: grantId, purpose: 'Supervise placements', readers: [], looks: 0, lastLookedAt: null },
  ]);
  await takePlace(world, parties);
  await look(parties.host, grantId);
  expect(await own(parties.learner)).toMatchObject([
    { fields: ['name', 'level'], readers: [{ name: 'Vantera' }], looks: 1, lastLookedAt: frozenAt.toISOString() },
  ]);
  expect(await own(fellow)).toMatchObject([{ readers: [], looks: 0 }]);
  expect(await own(parties.stranger)).toEqual([]);
  const { items } = (await world.request(parties.learner, 'GET', '/profile/accesses')).json<AccessPage>();
  expect(items).toMatchObject([
    {
      reader: 'Jonas Kirk',
      organisation: { name: 'Vantera' },
      purpose: 'Supervise placements',
      fields: ['name', 'level'],
    },
  ]);
  expect((await world.request(fellow, 'GET', '/profile/accesses')).json<AccessPage>().items).toEqual([]);
  await terminate(world, agreementId);
  expect(await own(parties.learner)).toMatchObject([{ readers: [], endedOn: '2026-10-13', looks: 1 }]);
});
