import type { Commitment } from '@collegium/contract/commitments.ts';
import type { AgreementCommitments } from '@collegium/contract/commitments/views.ts';
import type { TodayView } from '@collegium/contract/today.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approveAll, begin, fill, propose } from '../agreements/testing.ts';
import { addAgreementInForce, promise } from '../commitments/testing.ts';
import { dispatchPending } from '../platform/events/dispatcher.ts';
import { sharingSubscriptions } from '../sharing/subscriptions.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addBooking, addResource, bookingInput } from '../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';

let world: TestApp;
let [ribeira, vantera] = [{} as TestOrganisation, {} as TestOrganisation];
let [helena, rui, jonas, amina, kai] = Array.from({ length: 5 }, () => ({}) as TestMember) as [
  TestMember,
  TestMember,
  TestMember,
  TestMember,
  TestMember,
];

beforeAll(async () => {
  world = await createTestApp();
  ribeira = await addOrganisation(world.network, 'Ribeira');
  vantera = await addOrganisation(world.network, 'Vantera', 'company');
  const add = (at: TestOrganisation, role: Parameters<typeof addMember>[3], name: string) =>
    addMember(world.db, world.network, at, role, name);
  helena = await add(ribeira, 'coordinator', 'Helena Sousa');
  rui = await add(ribeira, 'organisation_administrator', 'Rui Teixeira');
  jonas = await add(vantera, 'organisation_administrator', 'Jonas Kirk');
  amina = await add(ribeira, 'learner', 'Amina Yusuf');
  kai = await add(ribeira, 'learner', 'Kai Berg');
});
afterAll(() => world.close());

const needs = async (as: TestMember) => (await world.request(as, 'GET', '/today')).json<TodayView>().needs;
const kinds = async (as: TestMember) => (await needs(as)).map(({ kind }) => kind);

test('a proposed version waits for the next step of each party’s review, and for nobody once all approved', async () => {
  const id = await begin(world, helena, [ribeira, vantera]);
  await fill(world, helena, id);
  await propose(world, helena, id);
  const need = { kind: 'review_agreement', count: 1, concerns: 'Helena Sousa', path: `/agreements/${id}?tab=review` };
  expect(await needs(helena)).toMatchObject([need]);
  expect(await needs(jonas)).toMatchObject([need]);
  expect(await kinds(amina)).toEqual([]);
  await approveAll(world, [rui], id);
  expect(await kinds(helena)).toEqual([]);
  await approveAll(world, [jonas], id);
  expect(await kinds(jonas)).toEqual(['name_signatories']);
});

test('a dispute waits for the other side, and so does what only the other side can attest', async () => {
  const attested: Commitment = {
    measure: 'attested',
    promiser: vantera.id,
    beneficiary: ribeira.id,
    quantity: 2,
    unit: 'times',
    periodStart: '2026-09-01',
    periodEnd: '2027-08-31',
    every: 'once',
  };
  const { id } = await addAgreementInForce(world, [ribeira, vantera], [promise('women', attested)]);
  const { commitments } = (
    await world.request(helena, 'GET', `/agreements/${id}/commitments`)
  ).json<AgreementCommitments>();
  const path = `/agreements/${id}?tab=commitments`;
  const url = `/commitments/${commitments[0]?.id}`;
  const recorded = {
    doneOn: '2026-10-01',
    amount: 1,
    description: 'A day for girls at the wind farm',
    evidenceUrl: 'https://vantera.example/girls-day',
  };
  const answer = await world.request(jonas, 'POST', `${url}/contributions`, recorded);
  expect(answer.statusCode).toBe(201);
  expect(await needs(helena)).toContainEqual(
    expect.objectContaining({ kind: 'countersign_contribution', concerns: 'Vantera', count: 1, path }),
  );
  const disputed = await world.request(helena, 'POST', `${url}/disputes`, { period: 1, reason: 'It was half a day.' });
  expect(disputed.statusCode).toBe(201);
  expect(await needs(jonas)).toContainEqual(
    expect.objectContaining({ kind: 'answer_dispute', concerns: 'Ribeira', path }),
  );
  expect(await kinds(helena)).not.toContain('answer_dispute');
});

test('an invitation waits for who is invited, an application for those who are partners', async () => {
  const stranger = await addOrganisation(world.network, 'Jianglan');
  const lin = await addMember(world.db, world.network, stranger, 'coordinator', 'Lin Wei');
  const founded = await world.request(helena, 'POST', '/partnerships', {
    name: 'Blue Coast',
    model: 'bilateral',
    purpose: 'Train for the coast',
    organisationIds: [ribeira.id, vantera.id],
    roles: { [ribeira.id]: 'lead', [vantera.id]: 'partner' },
  });
  const path = `/partnerships/${founded.json().id}`;
  const invited = await world.request(helena, 'POST', `${path}/requests`, {
    organisationId: stranger.id,
    message: 'Join us for the spring term.',
  });
  expect(invited.statusCode).toBe(201);
  const need = { kind: 'answer_partnership_request', title: { en: 'Blue Coast' }, path };
  expect(await needs(jonas)).toContainEqual(expect.objectContaining({ ...need, concerns: 'Vantera' }));
  expect(await needs(lin)).toMatchObject([need]);
  expect(await kinds(helena)).not.toContain('answer_partnership_request');
});

test('a booking waits for whose word is due, a place that became free for who waits, a swap for who is asked', async () => {
  const guarded = await addResource(world, jonas, { rules: { approvalChain: ['owner'] } as never });
  const asked = await addBooking(world, amina, guarded);
  expect(await needs(jonas)).toContainEqual(
    expect.objectContaining({ kind: 'decide_booking', concerns: 'Amina Yusuf', path: `/bookings/${asked.id}` }),
  );
  expect(await kinds(helena)).not.toContain('decide_booking');
  await world.request(jonas, 'POST', `/bookings/${asked.id}/approve`, undefined, { 'if-match': `"${asked.version}"` });
  expect(await kinds(jonas)).not.toContain('decide_booking');

  const open = await addResource(world, jonas, { rules: { acceptWithinMinutes: 60 } });
  const mine = await addBooking(world, amina, open);
  const theirs = await addBooking(world, kai, open, { starts: '2026-10-21T10:00', ends: '2026-10-21T12:00' });
  await world.request(amina, 'POST', `/bookings/${mine.id}/swaps`, { otherId: theirs.id, message: 'My exam moved' });
  expect(await needs(kai)).toMatchObject([
    { kind: 'answer_swap', concerns: 'Amina Yusuf', path: `/bookings/${theirs.id}` },
  ]);
  expect(await kinds(amina)).toEqual([]);

  const waiting = await world.request(kai, 'POST', '/bookings', bookingInput(open, { orWait: true }));
  expect(waiting.json().state).toBe('waiting');
  await world.request(amina, 'POST', `/bookings/${mine.id}/cancel`, {});
  await dispatchPending({ services: world.services, subscriptions: sharingSubscriptions });
  expect(await needs(kai)).toContainEqual(
    expect.objectContaining({ kind: 'accept_booking', path: `/bookings/${waiting.json().id}` }),
  );
});
