import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { countRoundTrips } from '../platform/database/round-trips.ts';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addDraft, addOffer, offerInput } from '../testing/offers.ts';
import { addMember, addOrganisation, type TestMember } from '../testing/world.ts';

let world: TestApp;
let provider: TestMember;
let colleague: TestMember;
let stranger: TestMember;
let learner: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera Energy', 'company');
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  provider = await addMember(world.db, world.network, vantera, 'host_supervisor');
  colleague = await addMember(world.db, world.network, vantera, 'organisation_administrator');
  stranger = await addMember(world.db, world.network, ribeira, 'coordinator');
  learner = await addMember(world.db, world.network, ribeira, 'learner');
});
afterAll(() => world.close());
beforeEach(() => {
  world.clock.at = frozenAt;
});

const at = (version: number) => ({ 'if-match': `"${version}"` });
const put = (as: TestMember | null, id: string, body: object, version: number) =>
  world.request(as, 'PUT', `/offers/${id}`, body, at(version));
const publish = (as: TestMember | null, id: string, version: number) =>
  world.request(as, 'POST', `/offers/${id}/publish`, undefined, at(version));
const withdraw = (as: TestMember | null, id: string, version: number, reason = 'The site closes for repairs') =>
  world.request(as, 'POST', `/offers/${id}/withdraw`, { reason }, at(version));

test('somebody signed out reads published offers and changes none', async () => {
  const offer = await addOffer(world, provider);
  expect((await world.request(null, 'GET', `/offers/${offer.id}`)).json()).toMatchObject({
    title: offerInput.title,
    abilities: { change: false, publish: false, withdraw: false, discard: false, apply: false },
  });
  for (const answer of [
    await world.request(null, 'POST', '/offers', offerInput),
    await put(null, offer.id, offerInput, offer.version),
    await publish(null, offer.id, offer.version),
    await withdraw(null, offer.id, offer.version),
    await world.request(null, 'DELETE', `/offers/${offer.id}`, undefined, at(offer.version)),
  ])
    expect(answer.json().code).toBe('request.sign_in_needed');
});

test('to another organisation a draft does not exist, and what is published cannot be changed', async () => {
  const draft = await addDraft(world, provider);
  expect((await world.request(stranger, 'GET', `/offers/${draft.id}`)).statusCode).toBe(404);
  const offer = await addOffer(world, provider);
  for (const answer of [
    await put(stranger, offer.id, offerInput, offer.version),
    await publish(stranger, draft.id, draft.version),
    await withdraw(stranger, offer.id, offer.version),
    await world.request(stranger, 'DELETE', `/offers/${draft.id}`, undefined, at(draft.version)),
  ])
    expect(answer.json().code).toBe('offer.not_found');
  expect((await put(learner, offer.id, offerInput, offer.version)).statusCode).toBe(404);
});

test('a draft carries everything that was entered and is previewed by colleagues', async () => {
  const entered = {
    ...offerInput,
    description: { en: 'Work beside the grid’s operators.' },
    fieldCode: '0713',
    skills: ['SCADA', 'Python'],
    level: 'bachelor',
    languages: ['en', 'da'],
    mode: 'mixed',
    city: 'Esbjerg',
    country: 'DK',
    timeZone: 'Europe/Copenhagen',
    term: '2027-spring',
    startsOn: '2027-02-01',
    endsOn: '2027-06-18',
    audience: 'partners',
    applicationsOpenAt: '2026-10-01T00:00:00.000Z',
    applicationsCloseAt: '2026-10-23T21:59:00.000Z',
    eligibility: [{ type: 'grade_average', minimum: 3, maximum: 4.5 }],
    creditsEcts: 15,
    hours: 480,
    details: { kind: 'internship', hoursPerWeek: 30, payMinorPerMonth: 120_000, currency: 'EUR' },
  } as const;
  const draft = await addDraft(world, provider, {
    ...entered,
    skills: [...entered.skills],
    languages: ['en', 'da'],
    eligibility: [...entered.eligibility],
  });
  const read = (await world.request(colleague, 'GET', `/offers/${draft.id}`)).json();
  expect(read).toMatchObject({
    ...entered,
    state: 'draft',
    provider: { name: 'Vantera Energy', shortMark: 'VA' },
    placesTaken: 0,
    waiting: 0,
    version: 1,
    abilities: { change: true, publish: true, withdraw: false, discard: true, apply: false },
  });
});

test('publishing says who, when and on whose behalf, and tells the later stages', async () => {
  const draft = await addDraft(world, provider);
  const answer = await publish(colleague, draft.id, draft.version);
  expect(answer.json()).toMatchObject({ state: 'published', publishedAt: frozenAt.toISOString(), version: 2 });
  const events = await world.network
    .selectFrom('audit_event')
    .select(['action', 'person_id', 'organisation_id'])
    .where('object_id', '=', draft.id)
    .orderBy('id')
    .execute();
  expect(events).toEqual([
    { action: 'offer.created', person_id: provider.personId, organisation_id: provider.organisationId },
    { action: 'offer.published', person_id: colleague.personId, organisation_id: provider.organisationId },
  ]);
});

test('of two people who publish at once one succeeds and the other reads that it is done', async () => {
  const draft = await addDraft(world, provider);
  const answers = await Promise.all(
    [provider, colleague, provider, colleague].map((member) => publish(member, draft.id, draft.version)),
  );
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409, 409]);
  const refused = answers.find(({ statusCode }) => statusCode === 409);
  expect(refused?.json()).toMatchObject({ code: 'request.move_not_allowed', parameters: { state: 'Published' } });
  const published = await world.network
    .selectFrom('audit_event')
    .select('id')
    .where('object_id', '=', draft.id)
    .where('action', '=', 'offer.published')
    .execute();
  expect(published).toHaveLength(1);
});

test('what changed since it was opened is not published or overwritten unseen', async () => {
  const draft = await addDraft(world, provider);
  expect((await put(colleague, draft.id, { ...offerInput, places: 9 }, 1)).json()).toMatchObject({
    places: 9,
    version: 2,
  });
  for (const answer of [await publish(provider, draft.id, 1), await put(provider, draft.id, offerInput, 1)])
    expect(answer.json().code).toBe('request.version_stale');
});

test('an offer is published until the very second at which its window would close', async () => {
  const closes = new Date(frozenAt.getTime() + 60_000);
  const [first, second] = [
    await addDraft(world, provider, { applicationsCloseAt: closes.toISOString() }),
    await addDraft(world, provider, { applicationsCloseAt: closes.toISOString() }),
  ];
  world.clock.at = new Date(closes.getTime() - 1000);
  expect((await publish(provider, first.id, 1)).statusCode).toBe(200);
  world.clock.at = closes;
  expect((await publish(provider, second.id, 1)).json().code).toBe('offer.window_over');
});

test('a published offer changes, but neither its kind nor how its places are given', async () => {
  const offer = await addOffer(world, provider);
  const changed = await put(provider, offer.id, { ...offerInput, places: 3, title: { en: 'Grid operations' } }, 2);
  expect(changed.json()).toMatchObject({ state: 'published', places: 3, title: { en: 'Grid operations' }, version: 3 });
  for (const body of [
    { ...offerInput, kind: 'course' },
    { ...offerInput, allocatedBy: 'round' },
  ])
    expect((await put(provider, offer.id, body, 3)).json().code).toBe('offer.fixed_once_published');
});

test('places stay at least as many as are taken', async () => {
  const offer = await addOffer(world, provider, { places: 5 });
  await world.network.updateTable('offer').set({ places_taken: 4 }).where('id', '=', offer.id).execute();
  expect((await put(provider, offer.id, { ...offerInput, places: 3 }, 2)).json().code).toBe('offer.places_below_taken');
  expect((await put(provider, offer.id, { ...offerInput, places: 4 }, 2)).json()).toMatchObject({
    places: 4,
    placesTaken: 4,
  });
});

test('a withdrawal gives its reason, ends all changes and keeps its record', async () => {
  const offer = await addOffer(world, provider);
  expect((await withdraw(provider, offer.id, 2, '')).json().errors).toMatchObject([{ pointer: '/reason' }]);
  expect((await withdraw(provider, offer.id, 2)).json()).toMatchObject({
    state: 'withdrawn',
    withdrawalReason: 'The site closes for repairs',
    withdrawnAt: frozenAt.toISOString(),
    abilities: { change: false, publish: false, withdraw: false },
  });
  expect((await put(provider, offer.id, offerInput, 3)).json().code).toBe('offer.already_withdrawn');
  expect((await publish(provider, offer.id, 3)).json().code).toBe('offer.already_withdrawn');
  expect((await withdraw(provider, offer.id, 3)).json().parameters).toEqual({ state: 'Withdrawn' });
  const { reason } = await world.network
    .selectFrom('audit_event')
    .select('reason')
    .where('object_id', '=', offer.id)
    .where('action', '=', 'offer.withdrawn')
    .executeTakeFirstOrThrow();
  expect(reason).toBe('The site closes for repairs');
});

test('a draft can be thrown away, a published offer only withdrawn', async () => {
  const draft = await addDraft(world, provider);
  expect((await world.request(provider, 'DELETE', `/offers/${draft.id}`, undefined, at(1))).statusCode).toBe(204);
  expect((await world.request(provider, 'GET', `/offers/${draft.id}`)).statusCode).toBe(404);
  const offer = await addOffer(world, provider);
  const refused = await world.request(provider, 'DELETE', `/offers/${offer.id}`, undefined, at(2));
  expect(refused.json().code).toBe('offer.not_a_draft');
});

test('no request about an offer waits for the database more than three times', async () => {
  const draft = await addDraft(world, provider);
  for (const send of [
    () => world.request(provider, 'POST', '/offers', offerInput),
    () => put(provider, draft.id, offerInput, 1),
    () => publish(provider, draft.id, 1),
    () => publish(provider, draft.id, 2),
    () => withdraw(provider, draft.id, 3),
    () => world.request(learner, 'GET', `/offers/${draft.id}`),
  ])
    expect((await countRoundTrips(send)).roundTrips).toBeLessThanOrEqual(3);
});
