import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addMember, type TestMember } from '../testing/world.ts';
import {
  act,
  addRound,
  addRoundOffer,
  addRoundParties,
  addWishes,
  openRoundWithAll,
  readRound,
  runRound,
  type RoundParties,
} from './testing.ts';

let world: TestApp;
let parties: RoundParties;
let learner: TestMember;
let offerId: string;

beforeAll(async () => {
  world = await createTestApp();
  parties = await addRoundParties(world);
  learner = await addMember(world.db, world.network, parties.home, 'learner', 'Amina Yusuf');
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.at = frozenAt;
  await world.network.updateTable('offer').set({ allocated_by: 'first_come' }).execute();
  offerId = await addRoundOffer(world, parties.provider, 2);
});

/** A draft with the offer and the learner. */
async function addDraft(): Promise<string> {
  const { id } = await addRound(world, parties.coordinator);
  for (const [what, body] of [
    ['offers', { offerIds: [offerId] }],
    ['learners', { membershipIds: [learner.membershipId] }],
  ] as const)
    expect((await world.request(parties.coordinator, 'POST', `/rounds/${id}/${what}`, body)).json().added).toBe(1);
  return id;
}

test('an offer of a running round is not collected, and a draft that has it does not open', async () => {
  const [first, second] = [await addDraft(), await addDraft()];
  expect((await act(world, parties.coordinator, first, 'open')).statusCode).toBe(200);
  const { title } = await world.network
    .selectFrom('offer')
    .select('title')
    .where('id', '=', offerId)
    .executeTakeFirstOrThrow();
  const refused = await act(world, parties.coordinator, second, 'open');
  expect(refused.json()).toMatchObject({
    status: 409,
    code: 'round.offers_in_another',
    parameters: { count: 1, first: title['en'] },
  });
  expect((await readRound(world, parties.coordinator, second)).state).toBe('draft');
  const { id } = await addRound(world, parties.coordinator);
  const collected = await world.request(parties.coordinator, 'POST', `/rounds/${id}/offers`, { offerIds: [offerId] });
  expect(collected.json().added).toBe(0);
});

test('of two rounds with one offer that open at once, one opens', async () => {
  const drafts = [await addDraft(), await addDraft()];
  const answers = await Promise.all(drafts.map((id) => act(world, parties.coordinator, id, 'open')));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('round.offers_in_another');
});

test('a round that is cancelled or published lets its offers go to another', async () => {
  const [first, second, third] = [await addDraft(), await addDraft(), await addDraft()];
  await act(world, parties.coordinator, first, 'open');
  await act(world, parties.coordinator, first, 'cancel', { reason: 'Too few learners' });
  expect((await act(world, parties.coordinator, second, 'open')).statusCode).toBe(200);
  await addWishes(world, second, learner, [offerId]);
  await runRound(world, parties.coordinator, second);
  world.clock.at = frozenAt;
  expect((await act(world, parties.coordinator, third, 'open')).json().code).toBe('round.offers_in_another');
  expect((await act(world, parties.coordinator, second, 'publish', {})).statusCode).toBe(200);
  expect((await act(world, parties.coordinator, third, 'open')).statusCode).toBe(200);
  expect(await readRound(world, parties.coordinator, third)).toMatchObject({ state: 'open', places: 2 });
});

test('a draft is filled with all that match but what runs elsewhere', async () => {
  await act(world, parties.coordinator, await addDraft(), 'open');
  const free = await addRoundOffer(world, parties.provider, 1);
  const id = await openRoundWithAll(world, parties.coordinator);
  const offers = await world.request(parties.coordinator, 'GET', `/rounds/${id}/offers`);
  expect(offers.json().items.map((offer: { id: string }) => offer.id)).toEqual([free]);
});
