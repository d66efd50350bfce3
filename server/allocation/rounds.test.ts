import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addMember, type TestMember } from '../testing/world.ts';
import { closeDueRounds } from './jobs.ts';
import {
  act,
  addRound,
  addRoundOffer,
  addRoundParties,
  closesAt,
  freeOffers,
  openRoundWithAll,
  readRound,
  roundInput,
  type RoundParties,
} from './testing.ts';

let world: TestApp;
let parties: RoundParties;
let learner: TestMember;
let partnerLearner: TestMember;
let outsider: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  parties = await addRoundParties(world);
  learner = await addMember(world.db, world.network, parties.home, 'learner', 'Amina Yusuf');
  partnerLearner = await addMember(world.db, world.network, parties.provider, 'learner', 'Bo Lind');
  outsider = await addMember(world.db, world.network, parties.elsewhere, 'learner', 'Ines Duarte');
  await addRoundOffer(world, parties.provider, 2);
  await addRoundOffer(world, parties.home, 1);
  await addRoundOffer(world, parties.elsewhere, 5);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.at = frozenAt;
  await freeOffers(world);
});

test('somebody signed out sees no round before it is published, and makes none', async () => {
  const { id } = await addRound(world, parties.coordinator);
  expect((await world.request(null, 'POST', '/rounds', roundInput)).json().code).toBe('request.sign_in_needed');
  expect((await world.request(null, 'GET', `/rounds/${id}`)).json().code).toBe('round.not_found');
  expect((await world.request(null, 'GET', '/rounds')).json().items).toEqual([]);
});

test('to a coordinator of another organisation a round does not exist', async () => {
  const round = await addRound(world, parties.coordinator);
  const change = (url: string, method: 'PUT' | 'POST', body: object = {}) =>
    world.request(parties.stranger, method, `/rounds/${round.id}${url}`, body, { 'if-match': '"1"' });
  for (const answer of [
    await world.request(parties.stranger, 'GET', `/rounds/${round.id}`),
    await change('', 'PUT', roundInput),
    await change('/open', 'POST'),
    await change('/cancel', 'POST', { reason: 'Not mine' }),
    await change('/offers', 'POST'),
    await change('/learners', 'POST'),
    await change('/scores', 'PUT', { scores: [] }),
  ])
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'round.not_found']);
});

test('a window, an answer date, a number of wishes or a score rule that cannot be are refused in words', async () => {
  for (const [input, code] of [
    [{ closesAt: roundInput.opensAt }, 'round.window_reversed'],
    [{ respondBy: roundInput.closesAt }, 'round.respond_by_too_early'],
    [{ wishesMinimum: 6 }, 'round.wishes_reversed'],
    [{ rankedBy: 'score' }, 'round.score_rule_needed'],
  ] as const) {
    const answer = await world.request(parties.coordinator, 'POST', '/rounds', { ...roundInput, ...input });
    expect(answer.json().code).toBe(code);
  }
});

test('offers and learners come from the own organisation and from partners, never from elsewhere, each once', async () => {
  const { id } = await addRound(world, parties.coordinator);
  const collected = await world.request(parties.coordinator, 'POST', `/rounds/${id}/offers`, {});
  expect(collected.json()).toMatchObject({ added: 2, version: 2 });
  expect((await world.request(parties.coordinator, 'POST', `/rounds/${id}/offers`, {})).json().added).toBe(0);
  const invited = await world.request(parties.coordinator, 'POST', `/rounds/${id}/learners`, {
    membershipIds: [
      learner.membershipId,
      partnerLearner.membershipId,
      outsider.membershipId,
      parties.host.membershipId,
    ],
  });
  expect(invited.json().added).toBe(2);
  const learners = await world.request(parties.coordinator, 'GET', `/rounds/${id}/learners`);
  expect(learners.json().items.map((item: { name: string }) => item.name)).toEqual(['Amina Yusuf', 'Bo Lind']);
  await world.request(parties.coordinator, 'DELETE', `/rounds/${id}/learners/${partnerLearner.membershipId}`);
  const outside = await world.request(parties.coordinator, 'GET', `/rounds/${id}/collectable-learners`);
  expect(outside.json().items).toMatchObject([{ name: 'Bo Lind', hasApplied: false }]);
  const organisations = await world.request(parties.coordinator, 'GET', `/rounds/${id}/collectable-organisations`);
  expect(organisations.json().items).toMatchObject([
    { name: 'Ribeira', offers: 0, learners: 0 },
    { name: 'Vantera', offers: 0, learners: 1 },
  ]);
});

test('an offer that is full or over is not collected', async () => {
  const full = await addRoundOffer(world, parties.home, 1);
  const over = await addRoundOffer(world, parties.home, 1);
  const set = (id: string, columns: object) =>
    world.network.updateTable('offer').set(columns).where('id', '=', id).execute();
  await set(full, { places_taken: 1 });
  await set(over, { ends_on: '2026-10-12' });
  const { id } = await addRound(world, parties.coordinator);
  const collected = await world.request(parties.coordinator, 'POST', `/rounds/${id}/offers`, {
    offerIds: [full, over],
  });
  expect(collected.json().added).toBe(0);
});

test('a partnership that ended is no second key any more', async () => {
  const { id } = await addRound(world, parties.coordinator);
  await world.network.updateTable('partnership_member').set({ left_on: '2026-10-13' }).execute();
  const collected = await world.request(parties.coordinator, 'POST', `/rounds/${id}/offers`, {});
  await world.network.updateTable('partnership_member').set({ left_on: null }).execute();
  expect(collected.json().added).toBe(1);
});

test('a round opens with offers and learners only, and its seed is committed to but hidden', async () => {
  const { id } = await addRound(world, parties.coordinator);
  expect((await act(world, parties.coordinator, id, 'open')).json().code).toBe('round.no_offers');
  await world.request(parties.coordinator, 'POST', `/rounds/${id}/offers`, {});
  expect((await act(world, parties.coordinator, id, 'open')).json().code).toBe('round.no_learners');
  await world.request(parties.coordinator, 'POST', `/rounds/${id}/learners`, {});
  const opened = (await act(world, parties.coordinator, id, 'open')).json();
  expect(opened).toMatchObject({ state: 'open', seed: null, offers: 2, places: 3, learners: 2 });
  const { seed } = await world.network
    .selectFrom('round')
    .select('seed')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(
    createHash('sha256')
      .update(Buffer.from(seed ?? '', 'hex'))
      .digest('hex'),
  ).toBe(opened.seedCommitment);
  expect(
    (await world.request(parties.coordinator, 'PUT', `/rounds/${id}`, roundInput, { 'if-match': '"4"' })).json().code,
  ).toBe('round.not_draft');
});

test('a round whose closing time has passed does not open any more', async () => {
  const { id } = await addRound(world, parties.coordinator);
  await world.request(parties.coordinator, 'POST', `/rounds/${id}/offers`, {});
  await world.request(parties.coordinator, 'POST', `/rounds/${id}/learners`, {});
  world.clock.at = closesAt;
  expect((await act(world, parties.coordinator, id, 'open')).json().code).toBe('round.closes_in_past');
});

test('two coordinators who change a draft at once: one wins, the other hears of it', async () => {
  const { id } = await addRound(world, parties.coordinator);
  const answers = await Promise.all(
    [parties.coordinator, parties.colleague].map((one) =>
      world.request(one, 'PUT', `/rounds/${id}`, { ...roundInput, wishesMaximum: 7 }, { 'if-match': '"1"' }),
    ),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
});

test('a round is open until the second before it closes, and closed from that second on, job or no job', async () => {
  const id = await openRoundWithAll(world, parties.coordinator);
  world.clock.at = new Date(closesAt.getTime() - 1_000);
  expect((await readRound(world, learner, id)).abilities.apply).toBe(true);
  expect(await closeDueRounds(world.scopeOf())).toBe(0);
  expect((await world.request(parties.coordinator, 'POST', `/rounds/${id}/learners`, {})).statusCode).toBe(200);
  world.clock.at = closesAt;
  expect(await readRound(world, learner, id)).toMatchObject({ state: 'closed', abilities: { apply: false } });
  const late = await world.request(parties.coordinator, 'POST', `/rounds/${id}/learners`, {});
  expect(late.json().code).toBe('round.already_run');
  expect(await closeDueRounds(world.scopeOf())).toBeGreaterThan(0);
  const { state } = await world.network
    .selectFrom('round')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(state).toBe('closed');
  expect(await closeDueRounds(world.scopeOf())).toBe(0);
});

test('a round is cancelled with a reason, once', async () => {
  const id = await openRoundWithAll(world, parties.coordinator);
  const cancelled = await act(world, parties.coordinator, id, 'cancel', { reason: 'The host closed its plant.' });
  expect(cancelled.json()).toMatchObject({ state: 'cancelled', cancellationReason: 'The host closed its plant.' });
  expect((await act(world, parties.coordinator, id, 'cancel', { reason: 'Again' })).json().code).toBe(
    'round.is_cancelled',
  );
});
