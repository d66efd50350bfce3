import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { countRoundTrips } from '../platform/database/round-trips.ts';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';
import { saveRankedList } from './save-ranked-list.ts';
import { addLearners, addOffer, addRound, eventsOf } from './testing.ts';

let world: TestApp;
let home: TestOrganisation;
let provider: TestOrganisation;
let coordinator: TestMember;
let learner: TestMember;
let uninvited: TestMember;
let offers: [string, string, string, string];
let roundId: string;

beforeAll(async () => {
  world = await createTestApp();
  home = await addOrganisation(world.network, 'Ribeira');
  provider = await addOrganisation(world.network, 'Vantera', 'company');
  coordinator = await addMember(world.db, world.network, home, 'coordinator');
  const add = () => addOffer(world, provider, 2, { allocated_by: 'round', search_text: 'port logistics' });
  offers = [await add(), await add(), await add(), await add()];
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.at = frozenAt;
  [learner, uninvited] = (await addLearners(world, home, 2)) as [TestMember, TestMember];
  roundId = await addRound(world, coordinator, offers, [learner]);
});

const save = (as: TestMember | null, offerIds: string[], version = 0) =>
  world.request(as, 'PUT', `/rounds/${roundId}/application`, { offerIds }, { 'if-match': `"${version}"` });
const read = (as: TestMember) => world.request(as, 'GET', `/rounds/${roundId}/application`);
const listOf = (body: { application: { wishes: { rank: number; offer: { id: string } }[] } }) =>
  body.application.wishes.map(({ offer }) => offer.id);

test('somebody signed out has no list, and the round exists only for those invited', async () => {
  expect((await save(null, [offers[0]])).json().code).toBe('request.sign_in_needed');
  expect((await save(uninvited, [offers[0]])).json().code).toBe('round.not_found');
  expect((await read(uninvited)).json().code).toBe('round.not_found');
  expect((await world.request(uninvited, 'GET', `/rounds/${roundId}/choices`)).json().code).toBe('round.not_found');
});

test('a list is submitted, reordered, shortened and lengthened, always as it was sent', async () => {
  const empty = await read(learner);
  expect(empty.json()).toMatchObject({ application: null, version: 0, abilities: { change: true } });
  expect(empty.headers['etag']).toBe('"0"');
  const [a, b, c] = offers;
  let version = 0;
  for (const list of [[a, b, c], [c, a, b], [b], [c, b, a], [a, c]]) {
    const saved = await save(learner, list, version);
    expect(saved.statusCode).toBe(200);
    version += 1;
    expect(saved.json()).toMatchObject({ version, application: { state: 'submitted', abilities: { change: true } } });
    expect(listOf(saved.json())).toEqual(list);
    expect(listOf((await read(learner)).json())).toEqual(list);
  }
  const events = await eventsOf(world, (await read(learner)).json().application.id);
  expect(events).toEqual(['application.submitted', ...Array<string>(4).fill('application.changed')]);
});

test('saving waits for the database twice', async () => {
  const scope = { ...world.scopeOf(), actor: learner };
  const counted = await countRoundTrips(() => saveRankedList(scope, roundId, 0, { offerIds: [offers[0]] }));
  expect(counted).toMatchObject({ roundTrips: 2, result: { version: 1 } });
});

test('of two tabs, the one that has not seen the other’s list loses', async () => {
  const [a, b, c] = offers;
  const first = await Promise.all([save(learner, [a]), save(learner, [b])]);
  expect(first.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
  const second = await Promise.all([save(learner, [c, a], 1), save(learner, [b, c], 1)]);
  expect(second.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
  const winner = second.find(({ statusCode }) => statusCode === 200) ?? second[0];
  expect(listOf((await read(learner)).json())).toEqual(listOf(winner.json()));
  expect((await save(learner, [a], 1)).json().code).toBe('request.version_stale');
  expect((await save(learner, [a], 0)).json().code).toBe('request.version_stale');
});

test('a list is taken from the second the round opens until the second before it closes', async () => {
  const closesAt = new Date(frozenAt.getTime() + 3_600_000);
  const at = (instant: number, version: number) => {
    world.clock.at = new Date(instant);
    return save(learner, [offers[0]], version);
  };
  expect((await at(frozenAt.getTime() - 1_000, 0)).json().code).toBe('application.too_early');
  expect((await at(frozenAt.getTime(), 0)).statusCode).toBe(200);
  expect((await at(closesAt.getTime() - 1_000, 1)).statusCode).toBe(200);
  expect((await at(closesAt.getTime(), 2)).json().code).toBe('application.deadline_passed');
  expect((await read(learner)).json()).toMatchObject({
    abilities: { change: false },
    application: { abilities: { change: false, withdraw: true } },
  });
  world.clock.at = frozenAt;
  await world.network.updateTable('round').set({ state: 'closed' }).where('id', '=', roundId).execute();
  expect((await save(learner, [offers[0]], 2)).json().code).toBe('application.round_not_open');
});

test('a round that closes in the same instant takes a list before or not at all', async () => {
  const close = world.network.updateTable('round').set({ state: 'closed' }).where('id', '=', roundId).execute();
  const [saved] = await Promise.all([save(learner, [offers[0]]), close]);
  const listed = (await read(learner)).json();
  expect(listed.version).toBe(saved.statusCode === 200 ? 1 : 0);
});

test('too few, too many and repeated wishes are refused in words', async () => {
  expect((await save(learner, offers)).json()).toMatchObject({
    code: 'application.wishes_count',
    parameters: { minimum: 1, maximum: 3 },
  });
  expect((await save(learner, [])).json().code).toBe('request.invalid');
  expect((await save(learner, [offers[0], offers[0]])).json().code).toBe('request.invalid');
});

test('a wish of elsewhere, and one whose conditions are not met, are named by their line', async () => {
  const elsewhere = await addOffer(world, provider, 1, { allocated_by: 'round' });
  const wrong = (await save(learner, [offers[0], elsewhere])).json();
  expect(wrong).toMatchObject({ code: 'application.wish_elsewhere', errors: [{ pointer: '/offerIds/1' }] });

  const strict = await addOffer(world, provider, 1, {
    allocated_by: 'round',
    rules: [{ type: 'grade_average', minimum: 3, maximum: 4 }],
  });
  await world.network.insertInto('round_offer').values({ round_id: roundId, offer_id: strict }).execute();
  await world.network
    .insertInto('learner_profile')
    .values({ person_id: learner.personId, grade_average: 70, grade_average_maximum: 100, updated_at: frozenAt })
    .execute();
  expect((await save(learner, [offers[0], strict])).json()).toMatchObject({
    code: 'application.not_eligible',
    errors: [{ pointer: '/offerIds/1', detail: 'Your grade average must be at least 3 out of 4.' }],
  });
  await world.network
    .updateTable('learner_profile')
    .set({ grade_average: 75 })
    .where('person_id', '=', learner.personId)
    .execute();
  expect((await save(learner, [strict])).statusCode).toBe(200);
});

test('a withdrawn list can be submitted anew', async () => {
  const first = (await save(learner, [offers[0], offers[1]])).json();
  const url = `/applications/${first.application.id}/withdraw`;
  expect((await world.request(learner, 'POST', url, {}, { 'if-match': '"1"' })).json().state).toBe('withdrawn');
  expect((await read(learner)).json()).toMatchObject({ application: null, version: 0 });
  const again = await save(learner, [offers[1]]);
  expect(listOf(again.json())).toEqual([offers[1]]);
});

test('the choices of a round are searched and paged, with what the learner does not meet', async () => {
  const strict = await addOffer(world, provider, 1, {
    allocated_by: 'round',
    search_text: 'marine biology',
    rules: [{ type: 'terms_completed', minimum: 1 }],
  });
  await world.network.insertInto('round_offer').values({ round_id: roundId, offer_id: strict }).execute();
  const found = await world.request(learner, 'GET', `/rounds/${roundId}/choices?words=marine`);
  expect(found.json().items).toMatchObject([
    { offer: { id: strict }, places: 1, eligibilityFailures: [{ isUnknown: true }] },
  ]);
  const seen: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const url: string = `/rounds/${roundId}/choices?limit=2${next && `&cursor=${next}`}`;
    const page: { items: { offer: { id: string } }[]; next: string | null } = (
      await world.request(learner, 'GET', url)
    ).json();
    seen.push(...page.items.map(({ offer }) => offer.id));
    next = page.next;
  }
  expect(seen.toSorted()).toEqual([...offers, strict].toSorted());
  expect(new Set(seen).size).toBe(seen.length);
});
