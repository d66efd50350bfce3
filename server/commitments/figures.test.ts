import type { Commitment } from '@collegium/contract/commitments.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addParties, agree, tell, type Parties } from '../testing/placement.ts';
import { addMember, addOrganisation } from '../testing/world.ts';
import { startDueParticipations } from '../participation/start-due.ts';
import { refreshCommitments } from './refresh.ts';
import { addAgreementInForce, figureOf, followAll, promise, takePlace } from './testing.ts';

let world: TestApp;
let parties: Parties;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());
/** Each rule in a world of its own parties, so that none counts what another did. */
beforeEach(async () => {
  world.clock.at = frozenAt;
  parties = await addParties(world);
});

const year = { periodStart: '2026-09-01', periodEnd: '2028-08-31', every: 'year' } as const;
const filled = (changes: Partial<Commitment> = {}): Commitment => ({
  measure: 'places_filled',
  promiser: parties.provider.id,
  beneficiary: parties.home.id,
  quantity: 10,
  unit: 'places',
  ...year,
  ...changes,
});

async function begin(id: string): Promise<void> {
  await agree(world, parties, id);
  await startDueParticipations(world.scopeOf());
  await followAll(world);
  const { state } = await world.network
    .selectFrom('participation')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(state).toBe('active');
}

test('what was there before the agreement counts from the first day on, and what happens later counts at once', async () => {
  await takePlace(world, parties);
  const { id } = await addAgreementInForce(world, [parties.home, parties.provider], [promise('seats', filled())]);
  expect(await figureOf(world, 'seats', id)).toEqual({ promised: 10, delivered: 1, base: 0, entries: 1 });
  const second = await takePlace(world, parties);
  await followAll(world);
  expect(await figureOf(world, 'seats', id)).toMatchObject({ delivered: 2 });
  await world.network
    .updateTable('participation')
    .set({ state: 'cancelled', end_reason: 'Ill' })
    .where('id', '=', second)
    .execute();
  await tell(world, 'participation.cancelled', 'participation', second);
  await followAll(world);
  expect(await figureOf(world, 'seats', id)).toEqual({ promised: 10, delivered: 1, base: 0, entries: 1 });
});

test('a period counts what falls into it, the next has a figure of its own', async () => {
  const { id } = await addAgreementInForce(world, [parties.home, parties.provider], [promise('seats', filled())]);
  await takePlace(world, parties, { startsOn: '2027-10-01', endsOn: '2027-12-18' });
  await takePlace(world, parties, { startsOn: '2029-10-01', endsOn: '2029-12-18' });
  await followAll(world);
  expect([await figureOf(world, 'seats', id, 1), await figureOf(world, 'seats', id, 2)]).toMatchObject([
    { delivered: 0 },
    { delivered: 1 },
  ]);
});

test('learners count once they have begun, for both sides, and in the balance with their weight', async () => {
  await addMember(world.db, world.network, parties.home, 'learner');
  await world.network
    .insertInto('learner_profile')
    .values({ person_id: parties.learner.personId, level: 'master', updated_at: frozenAt })
    .execute();
  const learners = { unit: 'learners' as const };
  const { id } = await addAgreementInForce(
    world,
    [parties.home, parties.provider],
    [
      promise('received', filled({ measure: 'learners_received', ...learners })),
      promise('masters', filled({ measure: 'learners_received', ...learners, filters: { level: 'master' } })),
      promise('bachelors', filled({ measure: 'learners_received', ...learners, filters: { level: 'bachelor' } })),
      promise('sent', filled({ measure: 'learners_sent', ...learners, promiser: parties.home.id, beneficiary: 'all' })),
      promise(
        'balance',
        filled({ measure: 'exchange_balance', ...learners, quantity: 0, weights: { master: 2 }, tolerance: 1 }),
      ),
      promise('mentors', filled({ measure: 'mentors_provided', unit: 'mentors' })),
    ],
  );
  const participation = await takePlace(world, parties);
  await followAll(world);
  expect(await figureOf(world, 'received', id)).toMatchObject({ delivered: 0 });
  await begin(participation);
  const delivered = async (key: string) => (await figureOf(world, key, id))?.delivered;
  expect(await Promise.all(['received', 'masters', 'bachelors', 'sent', 'balance'].map(delivered))).toEqual([
    1, 1, 0, 1, 2,
  ]);
  expect(await delivered('mentors')).toBe(0);
});

test('hours of a course count once, when the first learner has begun', async () => {
  const { id } = await addAgreementInForce(
    world,
    [parties.home, parties.provider],
    [promise('hours', filled({ measure: 'hours_taught', unit: 'hours', beneficiary: 'all' }))],
  );
  const details = { kind: 'course', learningOutcomes: ['Model a coast'] } as const;
  const participation = await takePlace(world, parties, {
    details: { ...details, learningOutcomes: [...details.learningOutcomes] },
    hours: 30,
  });
  await followAll(world);
  expect(await figureOf(world, 'hours', id)).toMatchObject({ delivered: 0 });
  await world.network
    .updateTable('participation')
    .set({ state: 'active', started_at: frozenAt })
    .where('id', '=', participation)
    .execute();
  await tell(world, 'participation.started', 'participation', participation);
  await tell(world, 'participation.started', 'participation', participation);
  await followAll(world);
  expect(await figureOf(world, 'hours', id)).toMatchObject({ delivered: 30, entries: 1 });
});

test('an answer is in time until the end of the working day that was promised, and an open one is not yet counted', async () => {
  world.clock.at = new Date('2026-10-16T15:00:00Z'); // a Friday
  const { id } = await addAgreementInForce(
    world,
    [parties.home, parties.provider],
    [
      promise(
        'answers',
        filled({ measure: 'answers_within_days', unit: 'percent', quantity: 90, filters: { days: 2 } }),
      ),
    ],
  );
  const first = await takePlace(world, parties);
  const second = await takePlace(world, parties);
  await followAll(world);
  expect(await figureOf(world, 'answers', id)).toMatchObject({ delivered: 0, base: 0 });
  world.clock.at = new Date('2026-10-20T23:59:59Z'); // Tuesday: the second working day
  await world.request(parties.host, 'POST', `/participations/${first}/plans/1/approvals`, { as: ['provider'] });
  await followAll(world);
  expect(await figureOf(world, 'answers', id)).toMatchObject({ delivered: 1, base: 1 });
  world.clock.at = new Date('2026-10-21T00:00:00Z');
  await world.request(parties.host, 'POST', `/participations/${second}/plans/1/approvals`, { as: ['provider'] });
  await followAll(world);
  expect(await figureOf(world, 'answers', id)).toMatchObject({ delivered: 1, base: 2 });
});

test('offers count with their places while they are published, for those who may ask for them', async () => {
  const { id } = await addAgreementInForce(
    world,
    [parties.home, parties.provider],
    [
      promise('offered', filled({ measure: 'places_offered', filters: { kind: 'internship' } })),
      promise('named', filled({ measure: 'places_offered', filters: { underAgreement: true } })),
    ],
  );
  const input = {
    kind: 'internship',
    title: { en: 'Placement' },
    places: 4,
    allocatedBy: 'first_come',
    startsOn: '2026-11-01',
    endsOn: '2026-12-01',
  };
  const post = async (body: object) => {
    const draft = (await world.request(parties.host, 'POST', '/offers', { ...input, ...body })).json();
    await world.request(parties.host, 'POST', `/offers/${draft.id}/publish`, undefined, {
      'if-match': `"${draft.version}"`,
    });
    await followAll(world);
    return draft.id as string;
  };
  const named = await post({ agreementId: id, audience: 'agreement' });
  expect((await world.request(parties.host, 'GET', `/offers/${named}`)).json()).toMatchObject({ agreementId: id });
  await post({ places: 3 });
  await post({ places: 2, audience: 'own' });
  expect([await figureOf(world, 'offered', id), await figureOf(world, 'named', id)]).toMatchObject([
    { delivered: 7 },
    { delivered: 4 },
  ]);
  await world.request(
    parties.host,
    'POST',
    `/offers/${named}/withdraw`,
    { reason: 'The team moves' },
    { 'if-match': '"2"' },
  );
  await followAll(world);
  expect([await figureOf(world, 'offered', id), await figureOf(world, 'named', id)]).toMatchObject([
    { delivered: 3 },
    { delivered: 0 },
  ]);
});

test('counting what changed comes to the same as counting everything, whatever happened', async () => {
  const third = await addOrganisation(world.network, 'Jianglan');
  const { id } = await addAgreementInForce(
    world,
    [parties.home, parties.provider, third],
    [
      promise('all', filled({ beneficiary: 'all' })),
      promise('begun', filled({ measure: 'learners_received', unit: 'learners' })),
    ],
  );
  const states = ['planning', 'agreed', 'active', 'completed', 'cancelled'] as const;
  const ids: string[] = [];
  while (ids.length < 6) ids.push(await takePlace(world, parties));
  for (let step = 0; step < 30; step += 1) {
    const participation = ids[(step * 7) % ids.length] ?? '';
    const state = states[(step * 3 + (step % 4)) % states.length] ?? 'planning';
    const begun = state === 'active' || state === 'completed';
    await world.network
      .updateTable('participation')
      .set({
        state,
        started_at: begun ? frozenAt : null,
        ended_at: state === 'completed' ? frozenAt : null,
        end_reason: state === 'cancelled' ? 'Moved' : null,
      })
      .where('id', '=', participation)
      .execute();
    await tell(world, 'participation.started', 'participation', participation);
    if (step % 3 === 0) await Promise.all([followAll(world), followAll(world)]);
  }
  await followAll(world);
  const before = [await figureOf(world, 'all', id), await figureOf(world, 'begun', id)];
  const commitments = await world.network
    .selectFrom('commitment')
    .select('id')
    .where('agreement_id', '=', id)
    .execute();
  const commitmentIds = commitments.map((row) => row.id);
  await world.network.deleteFrom('commitment_entry').where('commitment_id', 'in', commitmentIds).execute();
  await world.network
    .updateTable('commitment_figure')
    .set({ delivered: 0, base: 0, entries: 0 })
    .where('commitment_id', 'in', commitmentIds)
    .execute();
  const scope = world.scopeOf();
  await scope.db.transaction().execute((db) => refreshCommitments({ ...scope, db }, commitmentIds));
  expect([await figureOf(world, 'all', id), await figureOf(world, 'begun', id)]).toEqual(before);
  expect(before[0]?.delivered).toBeGreaterThan(0);
});
