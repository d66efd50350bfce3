import { countRoundTrips } from '../platform/database/round-trips.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import {
  addMember,
  addOrganisation,
  addPartnership,
  type TestMember,
  type TestOrganisation,
} from '../testing/world.ts';
import { claimPlace } from './claim.ts';
import { addLearners, addOffer, eventsOf, standingOf } from './testing.ts';

let world: TestApp;
let ribeira: TestOrganisation;
let vantera: TestOrganisation;
let learner: TestMember;
let coordinator: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  ribeira = await addOrganisation(world.network, 'Ribeira');
  vantera = await addOrganisation(world.network, 'Vantera', 'company');
  [learner] = (await addLearners(world, ribeira, 1)) as [TestMember];
  coordinator = await addMember(world.db, world.network, vantera, 'coordinator');
});
afterAll(() => world.close());

const claim = (as: TestMember | null, offerId: string, headers = {}) =>
  world.request(as, 'POST', `/offers/${offerId}/applications`, {}, headers);

test('somebody signed out cannot apply, and to staff the address does not exist', async () => {
  const offerId = await addOffer(world, vantera, 1);
  expect((await claim(null, offerId)).json().code).toBe('request.sign_in_needed');
  expect((await claim(coordinator, offerId)).statusCode).toBe(404);
});

test('an offer is there only for those in its audience', async () => {
  const forPartners = await addOffer(world, vantera, 2, { audience: 'partners' });
  const forOwn = await addOffer(world, vantera, 2, { audience: 'own' });
  const draft = await addOffer(world, vantera, 2, { state: 'draft' });
  for (const offerId of [forPartners, forOwn, draft])
    expect((await claim(learner, offerId)).json().code).toBe('offer.not_found');
  await addPartnership(world.network, ribeira, vantera);
  expect((await claim(learner, forPartners)).statusCode).toBe(201);
  expect((await claim(learner, forOwn)).json().code).toBe('offer.not_found');
});

test('a partnership opens offers for partners as long as it is in force, to the day', async () => {
  const esbjerg = await addOrganisation(world.network, 'Esbjerg');
  const [first, second] = (await addLearners(world, esbjerg, 2)) as [TestMember, TestMember];
  await addPartnership(world.network, esbjerg, vantera);
  const offerId = await addOffer(world, vantera, 2, { audience: 'partners' });
  const leave = (day: string) =>
    world.network
      .updateTable('partnership_member')
      .set({ left_on: day })
      .where('organisation_id', '=', esbjerg.id)
      .execute();
  await leave('2026-10-14');
  expect((await claim(first, offerId)).statusCode).toBe(201);
  await leave('2026-10-13');
  expect((await claim(second, offerId)).json().code).toBe('offer.not_found');
});

test('the first claims hold a seat, the next wait in order, each with an event', async () => {
  const offerId = await addOffer(world, vantera, 1);
  const [first, second, third] = (await addLearners(world, ribeira, 3)) as [TestMember, TestMember, TestMember];
  const held = await claim(first, offerId);
  expect(held.json()).toMatchObject({
    state: 'accepted',
    queuePosition: null,
    version: 1,
    person: { id: first.personId },
    home: { name: 'Ribeira' },
    offer: { id: offerId, kind: 'course', provider: { name: 'Vantera' } },
    round: null,
    wishes: [],
    abilities: { withdraw: true, accept: false, decline: false, change: false },
  });
  expect(held.headers['etag']).toBe('"1"');
  const waits = await claim(second, offerId);
  expect(waits.json()).toMatchObject({ state: 'waiting', queuePosition: 1 });
  expect((await claim(third, offerId)).json()).toMatchObject({ state: 'waiting', queuePosition: 2 });
  expect(await standingOf(world, offerId)).toMatchObject({ places_taken: 1, queue_length: 2 });
  expect(await eventsOf(world, held.json().id)).toEqual(['application.accepted']);
  expect(await eventsOf(world, waits.json().id)).toEqual(['application.queued']);
});

test('after it is known who asks, a claim waits for the database once, and once more to say why not', async () => {
  const scope = { ...world.scopeOf(), actor: learner };
  const offerId = await addOffer(world, vantera, 1);
  const granted = await countRoundTrips(() => claimPlace(scope, offerId, {}));
  expect(granted).toMatchObject({ roundTrips: 1, result: { state: 'accepted' } });
  const closed = await addOffer(world, vantera, 1, { applications_close_at: frozenAt });
  const refused = await countRoundTrips(() => claimPlace(scope, closed, {}).catch((error: unknown) => error));
  expect(refused).toMatchObject({ roundTrips: 2, result: { code: 'application.deadline_passed' } });
});

test('an offer that asks why is claimed with own words alone', async () => {
  const offerId = await addOffer(world, vantera, 1, { asks_statement: true });
  const [asker] = (await addLearners(world, ribeira, 1)) as [TestMember];
  const send = (body: object) => world.request(asker, 'POST', `/offers/${offerId}/applications`, body);
  for (const body of [{}, { statement: '' }, { statement: ' \n' }])
    expect((await send(body)).json()).toMatchObject({
      code: 'application.statement_needed',
      errors: [{ pointer: '/statement' }],
    });
  expect(await standingOf(world, offerId)).toMatchObject({ places_taken: 0, applications: [] });
  expect((await send({ statement: 'I sail.' })).json()).toMatchObject({ state: 'accepted', statement: 'I sail.' });
});

test('the window opens and closes to the second', async () => {
  const opensAt = new Date('2026-10-14T08:00:00Z');
  const closesAt = new Date('2026-10-14T09:00:00Z');
  const offerId = await addOffer(world, vantera, 100, {
    applications_open_at: opensAt,
    applications_close_at: closesAt,
  });
  const [early, first, last, late] = (await addLearners(world, ribeira, 4)) as [
    TestMember,
    TestMember,
    TestMember,
    TestMember,
  ];
  const at = async (instant: string, as: TestMember) => {
    world.clock.at = new Date(instant);
    const answer = await claim(as, offerId);
    world.clock.at = frozenAt;
    return answer;
  };
  const refusedEarly = (await at('2026-10-14T07:59:59Z', early)).json();
  expect(refusedEarly.code).toBe('application.too_early');
  expect(refusedEarly.title).toContain('14 October 2026 at 08:00 UTC');
  expect((await at('2026-10-14T08:00:00Z', first)).statusCode).toBe(201);
  expect((await at('2026-10-14T08:59:59Z', last)).statusCode).toBe(201);
  expect((await at('2026-10-14T09:00:00Z', late)).json().code).toBe('application.deadline_passed');
});

test('places of a round are not claimed', async () => {
  const offerId = await addOffer(world, vantera, 1, { allocated_by: 'round' });
  expect((await claim(learner, offerId)).json().code).toBe('application.by_round');
});

test('conditions that are not met are told in words of the reader’s language', async () => {
  const offerId = await addOffer(world, vantera, 1, {
    rules: [
      { type: 'level', anyOf: ['master', 'doctoral'] },
      { type: 'terms_completed', minimum: 2 },
    ],
  });
  const english = (await claim(learner, offerId, { 'accept-language': 'en' })).json();
  expect(english.code).toBe('application.not_eligible');
  expect(english.errors).toEqual([
    {
      pointer: '/eligibility/level',
      detail: 'Your level must be master or doctorate. Your profile does not say so yet: add it there.',
    },
    {
      pointer: '/eligibility/terms_completed',
      detail: 'You must have completed at least 2 terms. Your profile does not say so yet: add it there.',
    },
  ]);
  await world.network
    .insertInto('learner_profile')
    .values({ person_id: learner.personId, level: 'bachelor', terms_completed: 2, updated_at: frozenAt })
    .execute();
  await world.network.updateTable('person').set({ language: 'zh-CN' }).where('id', '=', learner.personId).execute();
  const chinese = (await claim(learner, offerId, { 'accept-language': 'zh-CN' })).json();
  expect(chinese.title).toBe('您尚未满足全部条件：学习层次须为硕士或博士。');
  await world.network.updateTable('learner_profile').set({ level: 'master' }).execute();
  expect((await claim(learner, offerId)).json()).toMatchObject({ state: 'accepted' });
});

test('a double click, two tabs and a repeated request hold one seat', async () => {
  const offerId = await addOffer(world, vantera, 5);
  const answers = await Promise.all(Array.from({ length: 6 }, () => claim(learner, offerId)));
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  expect(answers.find((answer) => answer.statusCode === 409)?.json().code).toBe('application.already_made');
  expect(await standingOf(world, offerId)).toMatchObject({ places_taken: 1, queue_length: 0 });

  const another = await addOffer(world, vantera, 5);
  const keyed = await Promise.all(
    Array.from({ length: 4 }, () => claim(learner, another, { 'idempotency-key': 'one click' })),
  );
  expect(keyed.filter((answer) => answer.statusCode === 201)).not.toHaveLength(0);
  expect(await standingOf(world, another)).toMatchObject({ places_taken: 1, applications: [{ state: 'accepted' }] });
});

test('200 at once on 20 places: 20 hold a seat, 180 wait, none is lost', async () => {
  const offerId = await addOffer(world, vantera, 20);
  const learners = await addLearners(world, ribeira, 200);
  const answers = await Promise.all(learners.map((one) => claim(one, offerId)));
  expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([201]));
  const { applications, ...offer } = await standingOf(world, offerId);
  expect(offer).toEqual({ places: 20, places_taken: 20, queue_length: 180 });
  expect(applications.map(({ state }) => state)).toEqual([
    ...Array<string>(20).fill('accepted'),
    ...Array<string>(180).fill('waiting'),
  ]);
  const positions = answers.map((answer) => answer.json().queuePosition).filter((position) => position !== null);
  expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: 180 }, (_, index) => index + 1));
});
