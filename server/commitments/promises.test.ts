import type { Commitment } from '@collegium/contract/commitments.ts';
import type {
  AgreementCommitments,
  CommitmentDetail,
  EntryPage,
  HealthPage,
} from '@collegium/contract/commitments/views.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addParties, type Parties } from '../testing/placement.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';
import { addAgreementInForce, followAll, promise, takePlace } from './testing.ts';

let world: TestApp;
let parties: Parties;
let third: TestOrganisation;
let admin: TestMember;
let thirdCoordinator: TestMember;
let agreementId: string;
let commitments: Record<string, string>;

beforeAll(async () => {
  world = await createTestApp();
  parties = await addParties(world);
  third = await addOrganisation(world.network, 'Jianglan');
  admin = await addMember(world.db, world.network, parties.provider, 'organisation_administrator');
  thirdCoordinator = await addMember(world.db, world.network, third, 'coordinator');
  const places: Commitment = {
    measure: 'places_filled',
    promiser: parties.provider.id,
    beneficiary: parties.home.id,
    quantity: 10,
    unit: 'places',
    periodStart: '2026-09-01',
    periodEnd: '2027-08-31',
    every: 'once',
  };
  const { id } = await addAgreementInForce(
    world,
    [parties.home, parties.provider, third],
    [
      promise('seats', places),
      promise('money', { ...places, measure: 'money_contributed', unit: 'money', currency: 'EUR', quantity: 500_000 }),
      promise('women', { ...places, measure: 'attested', unit: 'times', quantity: 2 }),
    ],
  );
  agreementId = id;
  await takePlace(world, parties);
  const { commitments: listed } = (
    await world.request(parties.coordinator, 'GET', `/agreements/${id}/commitments`)
  ).json<AgreementCommitments>();
  commitments = Object.fromEntries(listed.map((one) => [one.clauseKey, one.id]));
});
afterAll(() => world.close());

const detailOf = async (as: TestMember, key: string) =>
  (await world.request(as, 'GET', `/commitments/${commitments[key]}`)).json<CommitmentDetail>();
const record = (as: TestMember, key: string, body: object) =>
  world.request(as, 'POST', `/commitments/${commitments[key]}/contributions`, {
    doneOn: '2026-10-01',
    description: 'Given',
    ...body,
  });
const rows = async (as: TestMember) =>
  (await world.request(as, 'GET', `/commitments/${commitments['seats']}/rows?period=1`)).json<EntryPage>().items;
const tagged = (version: number) => ({ 'if-match': `"${version}"` });

test('signed out, and to strangers, there are no promises', async () => {
  for (const url of [
    `/agreements/${agreementId}/commitments`,
    `/commitments/${commitments['seats']}`,
    `/commitments/${commitments['seats']}/rows?period=1`,
  ]) {
    expect((await world.request(null, 'GET', url)).statusCode).toBe(401);
    expect((await world.request(parties.stranger, 'GET', url)).statusCode).toBe(404);
  }
  expect((await world.request(parties.stranger, 'GET', '/agreement-health')).json<HealthPage>().items).toEqual([]);
});

test('every party reads the same promises with their words, and who gave and took', async () => {
  const views = await Promise.all(
    [parties.coordinator, parties.host, thirdCoordinator].map(async (as) =>
      (await world.request(as, 'GET', `/agreements/${agreementId}/commitments`)).json<AgreementCommitments>(),
    ),
  );
  for (const view of views) {
    expect(view.health).toMatchObject({ word: 'at_risk', onTrack: 2, atRisk: 1 });
    expect(view.commitments.map(({ clauseKey, figures }) => [clauseKey, figures[0]?.value, figures[0]?.word])).toEqual([
      ['seats', 1, 'on_track'],
      ['money', 0, 'at_risk'],
      ['women', 0, 'on_track'],
    ]);
    expect(view.flows).toEqual([
      { month: '2026-10-01', providerId: parties.provider.id, homeId: parties.home.id, places: 1 },
    ]);
  }
  const { items } = (await world.request(parties.coordinator, 'GET', '/agreement-health')).json<HealthPage>();
  expect(items[0]).toMatchObject({
    agreementId,
    weakest: { measure: 'money_contributed', figure: { behind: expect.any(Number) } },
  });
});

test('both sides see the rows behind a figure; only the two organisations of a participation read the learner’s name', async () => {
  expect(await rows(parties.coordinator)).toMatchObject([
    { source: 'participation', amount: 1, person: 'Amina Yusuf', isLeftOut: false },
  ]);
  expect(await rows(parties.host)).toMatchObject([
    { person: 'Amina Yusuf', title: { en: 'Wind-farm data placement' } },
  ]);
  expect(await rows(thirdCoordinator)).toMatchObject([{ person: null, path: null, amount: 1 }]);
});

test('the promiser records money in the currency of the promise, within its time; others cannot', async () => {
  expect((await record(parties.coordinator, 'money', { amount: 1, currency: 'EUR' })).json().code).toBe(
    'commitment.not_found',
  );
  expect((await record(parties.host, 'money', { amount: 100, currency: 'USD' })).json().code).toBe(
    'contribution.currency_differs',
  );
  expect((await record(parties.host, 'money', { amount: 100 })).json().code).toBe('contribution.currency_differs');
  expect((await record(parties.host, 'money', { amount: -100, currency: 'EUR' })).statusCode).toBe(422);
  expect((await record(parties.host, 'money', { amount: 1, currency: 'EUR', doneOn: '2026-08-31' })).json().code).toBe(
    'contribution.outside_period',
  );
  expect((await record(parties.host, 'money', { amount: 1, currency: 'EUR', fileId: newId() })).json().code).toBe(
    'contribution.file_missing',
  );
  expect((await record(parties.host, 'seats', { amount: 1 })).json().code).toBe('contribution.not_recorded_by_hand');
  const kept = (await record(parties.host, 'money', { amount: 400_000, currency: 'EUR' })).json();
  const mistaken = (await record(parties.host, 'money', { amount: 99, currency: 'EUR' })).json();
  await followAll(world);
  expect((await detailOf(parties.coordinator, 'money')).commitment.figures[0]).toMatchObject({
    value: 400_099,
    entries: 2,
    word: 'on_track',
  });
  await world.request(
    parties.host,
    'POST',
    `/contributions/${mistaken.id}/withdraw`,
    { reason: 'Entered twice' },
    tagged(1),
  );
  await followAll(world);
  const { commitment, contributions } = await detailOf(parties.coordinator, 'money');
  expect(commitment.figures[0]).toMatchObject({ value: 400_000, entries: 1 });
  expect(contributions.find(({ id }) => id === kept.id)?.abilities).toEqual({ countersign: true, withdraw: false });
});

test('what people attest counts once the other side has counter-signed, and needs evidence', async () => {
  expect((await record(parties.host, 'women', { amount: 1 })).json().code).toBe('contribution.evidence_missing');
  const attested = (await record(parties.host, 'women', { amount: 1, evidenceUrl: 'https://example.org/day' })).json();
  await followAll(world);
  const valueOf = async () => (await detailOf(parties.coordinator, 'women')).commitment.figures[0]?.value;
  expect(await valueOf()).toBe(0);
  const sign = (as: TestMember) =>
    world.request(as, 'POST', `/contributions/${attested.id}/countersign`, undefined, tagged(1));
  expect((await sign(admin)).json().code).toBe('contribution.not_found');
  expect((await sign(thirdCoordinator)).json().code).toBe('contribution.not_found');
  const answers = await Promise.all([sign(parties.coordinator), sign(parties.coordinator)]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  await followAll(world);
  expect(await valueOf()).toBe(1);
});

test('a row that both sides agree is wrong no longer counts, whatever is counted later; declined, it stands', async () => {
  const [row] = (
    await world.request(parties.coordinator, 'GET', `/commitments/${commitments['seats']}/rows?period=1`)
  ).json<EntryPage>().items;
  const raise = (as: TestMember, body: object) =>
    world.request(as, 'POST', `/commitments/${commitments['seats']}/disputes`, {
      period: 1,
      reason: 'She studies elsewhere',
      ...body,
    });
  expect((await raise(thirdCoordinator, {})).json().code).toBe('commitment.not_found');
  expect((await raise(parties.coordinator, { sourceId: newId() })).json().code).toBe('dispute.row_missing');
  expect((await raise(parties.coordinator, { period: 9 })).json().code).toBe('dispute.row_missing');
  const whole = (await raise(parties.coordinator, {})).json();
  expect((await raise(parties.coordinator, {})).json().code).toBe('dispute.already_open');
  const answer = (as: TestMember, id: string, decision: string, version = 1) =>
    world.request(as, 'POST', `/disputes/${id}/answer`, { decision, answer: 'We looked it up' }, tagged(version));
  expect((await answer(parties.coordinator, whole.id, 'accepted')).json().code).toBe('dispute.not_found');
  expect((await answer(admin, whole.id, 'declined')).json()).toMatchObject({
    state: 'declined',
    answer: 'We looked it up',
  });
  expect((await detailOf(admin, 'seats')).commitment.figures[0]?.value).toBe(1);

  const one = (await raise(parties.coordinator, { sourceId: row?.sourceId })).json();
  expect((await detailOf(admin, 'seats')).commitment.figures[0]?.disputes).toBe(1);
  expect((await answer(admin, one.id, 'accepted')).json()).toMatchObject({ state: 'accepted' });
  expect((await answer(admin, one.id, 'accepted', 2)).json().code).toBe('dispute.already_settled');
  await followAll(world);
  await takePlace(world, parties);
  const { commitment, disputes } = await detailOf(parties.coordinator, 'seats');
  expect(commitment.figures[0]).toMatchObject({ value: 1, entries: 1 });
  expect(disputes.map(({ state }) => state)).toEqual(['accepted', 'declined']);
});

test('whoever raised a dispute may take it back; a closed promise is disputed no more', async () => {
  const raised = (
    await world.request(admin, 'POST', `/commitments/${commitments['seats']}/disputes`, {
      period: 1,
      reason: 'One is missing',
    })
  ).json();
  expect(raised.abilities).toEqual({ answer: false, withdraw: true });
  expect(
    (await world.request(parties.coordinator, 'POST', `/disputes/${raised.id}/withdraw`, undefined, tagged(1))).json()
      .code,
  ).toBe('dispute.not_found');
  expect(
    (await world.request(admin, 'POST', `/disputes/${raised.id}/withdraw`, undefined, tagged(2))).json().code,
  ).toBe('request.version_stale');
  expect(
    (await world.request(admin, 'POST', `/disputes/${raised.id}/withdraw`, undefined, tagged(1))).json().state,
  ).toBe('withdrawn');
  await world.network
    .updateTable('commitment')
    .set({ closed_on: '2026-10-13' })
    .where('id', '=', commitments['seats'] ?? '')
    .execute();
  expect(
    (
      await world.request(admin, 'POST', `/commitments/${commitments['seats']}/disputes`, {
        period: 1,
        reason: 'Too late',
      })
    ).json().code,
  ).toBe('commitment.not_found');
  expect(world.clock.at).toEqual(frozenAt);
});
