import type { FacetView, OfferListItem, OfferPage } from '@collegium/contract/offers/catalogue.ts';
import { facetNames, type FacetName } from '@collegium/contract/offers/terms.ts';
import type { OfferInput } from '@collegium/contract/offers.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countRoundTrips } from '../platform/database/round-trips.ts';
import { jsonb } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addDraft, addOffer } from '../testing/offers.ts';
import { addMember, addOrganisation, addPartnership, type TestMember } from '../testing/world.ts';

let world: TestApp;
let provider: TestMember;
let partner: TestMember;
let learner: TestMember;

const hours = (count: number) => new Date(frozenAt.getTime() + count * 3_600_000).toISOString();

const published: Partial<OfferInput>[] = [
  { title: { en: 'Grid operations placement' }, city: 'Esbjerg', country: 'DK', languages: ['en'], level: 'bachelor', fieldCode: '0713', skills: ['SCADA'], applicationsCloseAt: hours(240) },
  { title: { en: 'Coastal modelling with open data', 'zh-CN': '开放数据海岸建模' }, kind: 'course', languages: ['en', 'pt'], mode: 'online', level: 'master', fieldCode: '0532', applicationsCloseAt: hours(1) },
  { title: { en: 'Semester in Port logistics', 'zh-CN': '港口物流学期交换' }, kind: 'exchange_place', languages: ['zh-CN'], country: 'CN', level: 'bachelor', fieldCode: '1041', details: { kind: 'exchange_place', tuitionWaived: true } },
  { title: { ar: 'التدريب في شبكة الساحل' }, languages: ['ar'], country: 'JO', mode: 'mixed', fieldCode: '07', applicationsOpenAt: hours(1), applicationsCloseAt: hours(100) },
  { title: { en: `O’Brien’s “storm” workshop`, fr: 'Atelier tempête' }, kind: 'course', mode: 'online', allocatedBy: 'round', fieldCode: '0521' },
  { title: { en: 'Harbour robotics' }, audience: 'partners', country: 'DK', fieldCode: '0714', eligibility: [{ type: 'terms_completed', minimum: 2 }], details: { kind: 'internship', payMinorPerMonth: 90_000, currency: 'EUR' } },
  { title: { en: 'Staff induction' }, audience: 'own', kind: 'course', applicationsOpenAt: hours(-100), applicationsCloseAt: hours(-50) },
]; // prettier-ignore

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera Energy', 'company');
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  const elsewhere = await addOrganisation(world.network, 'Elsewhere');
  await addPartnership(world.network, vantera, ribeira);
  provider = await addMember(world.db, world.network, vantera, 'host_supervisor');
  partner = await addMember(world.db, world.network, ribeira, 'coordinator');
  learner = await addMember(world.db, world.network, elsewhere, 'learner');
  for (const [index, input] of published.entries()) {
    world.clock.at = new Date(frozenAt.getTime() - (published.length - index) * 1000);
    const isPast =
      input.applicationsCloseAt !== undefined &&
      input.applicationsCloseAt !== null &&
      input.applicationsCloseAt < hours(0);
    if (isPast) world.clock.at = new Date(hours(-60));
    await addOffer(world, index === 4 ? partner : provider, input);
  }
  world.clock.at = frozenAt;
  await addDraft(world, provider, { title: { en: 'Unfinished draft' } });
});
afterAll(() => world.close());

async function list(as: TestMember | null, query: string): Promise<OfferListItem[]> {
  const answer = await world.request(as, 'GET', `/offers?${query}`);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json().items;
}
const seenOf = async (as: TestMember) => titles(await list(as, 'audience=partners&audience=own&ended=true'));
const titles = (items: OfferListItem[]) => items.map(({ title }) => Object.values(title)[0]);

test('somebody signed out finds what is for everybody, newest first, and nothing else', async () => {
  expect(titles(await list(null, ''))).toEqual([
    'O’Brien’s “storm” workshop',
    'التدريب في شبكة الساحل',
    'Semester in Port logistics',
    'Coastal modelling with open data',
    'Grid operations placement',
  ]);
});

test('what is for partners is found by partners and the provider alone, and what is for own people by the provider', async () => {
  expect(await seenOf(learner)).toEqual([]);
  expect(await seenOf(partner)).toEqual(['Harbour robotics']);
  expect(await seenOf(provider)).toEqual(['Harbour robotics', 'Staff induction']);
});

test.each([
  ['words=data coast', ['Coastal modelling with open data']],
  ['words=数据', ['Coastal modelling with open data']],
  ['words=港口', ['Semester in Port logistics']],
  ['words=الساحل', ['التدريب في شبكة الساحل']],
  ["words=o'brien", ['O’Brien’s “storm” workshop']],
  ['words=tempete', ['O’Brien’s “storm” workshop']],
  ['words=scada', ['Grid operations placement']],
  ['words=esbjerg&kind=internship', ['Grid operations placement']],
  ['kind=exchange_place&kind=course&level=bachelor', ['Semester in Port logistics']],
  ['field=07', ['التدريب في شبكة الساحل', 'Grid operations placement']],
  ['field=0713&field=1041', ['Semester in Port logistics', 'Grid operations placement']],
  ['field=071', ['Grid operations placement']],
  ['language=pt&language=ar', ['التدريب في شبكة الساحل', 'Coastal modelling with open data']],
  ['mode=online', ['O’Brien’s “storm” workshop', 'Coastal modelling with open data']],
  ['country=DK', ['Grid operations placement']],
  ['allocatedBy=round', ['O’Brien’s “storm” workshop']],
  ['openNow=true', ['Semester in Port logistics', 'Coastal modelling with open data', 'Grid operations placement']],
])('%s narrows the catalogue', async (query, expected) => {
  expect(titles(await list(null, query))).toEqual(expected);
});

test('an offer is open until the second in which it closes', async () => {
  const isOpen = async (at: string) => {
    world.clock.at = new Date(at);
    return titles(await list(null, 'openNow=true')).includes('Coastal modelling with open data');
  };
  expect(await isOpen(new Date(Date.parse(hours(1)) - 1000).toISOString())).toBe(true);
  expect(await isOpen(hours(1))).toBe(false);
  world.clock.at = frozenAt;
});

test.each([
  "'",
  '\\',
  ':*',
  '& | !',
  "a' | 'b",
  '<->',
  '%_',
  '"; drop table offer; --',
  '\u0000',
  '(((',
  'x'.repeat(200),
  '🌊',
  ' \t ',
])('the hostile words %j are only words', async (words) => {
  const answer = await world.request(null, 'GET', `/offers?sort=match&words=${encodeURIComponent(words)}`);
  expect(answer.statusCode).toBe(200);
  expect((await world.request(null, 'GET', `/offers/facets?words=${encodeURIComponent(words)}`)).statusCode).toBe(200);
});

test('filters that do not exist are refused by name', async () => {
  for (const query of ['kind=spaceship', 'field=7', 'sort=random', 'organisation=1', 'cursor=abc', 'openNow=perhaps'])
    expect((await world.request(null, 'GET', `/offers?${query}`)).json().code).toBe('request.invalid');
});

test.each(['newest', 'closing', 'match'])(
  'pages sorted by %s follow one another without gap or repeat',
  async (sort) => {
    const words = sort === 'match' ? '&words=o&ended=true' : '&ended=true';
    const whole = titles(await list(provider, `sort=${sort}${words}`));
    const paged: (string | undefined)[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: OfferPage = (
        await world.request(provider, 'GET', `/offers?limit=2&sort=${sort}${words}${next && `&cursor=${next}`}`)
      ).json();
      paged.push(...titles(page.items));
      next = page.next;
    }
    expect(whole.length).toBeGreaterThan(sort === 'match' ? 2 : 6);
    expect(paged).toEqual(whole);
  },
);

test('what closes soonest comes first, what is closed last', async () => {
  const sorted = titles(await list(provider, 'sort=closing&ended=true'));
  expect(sorted.slice(0, 3)).toEqual([
    'Coastal modelling with open data',
    'التدريب في شبكة الساحل',
    'Grid operations placement',
  ]);
  expect(sorted.slice(3)).toContain('Staff induction');
});

const endingFor = (as: TestMember, query: string) => list(as, `words=ending&${query}`);

test('what has ended is left out unless asked for: to the second its window closes, and after its last day and session', async () => {
  await addOffer(world, provider, { title: { en: 'Ending window' }, applicationsCloseAt: hours(2) });
  await addOffer(world, provider, {
    title: { en: 'Ending day' },
    timeZone: 'Europe/Copenhagen',
    startsOn: '2026-10-01',
    endsOn: '2026-10-13',
  });
  await addOffer(world, provider, {
    title: { en: 'Ending session' },
    kind: 'course',
    sessions: [
      { startsLocal: '2026-10-13T10:00', endsLocal: '2026-10-13T11:00' },
      { startsLocal: '2026-10-13T12:00', endsLocal: '2026-10-13T13:00' },
    ],
  });
  const whole = ['Ending session', 'Ending day', 'Ending window'];
  expect(titles(await endingFor(learner, ''))).toEqual(whole);
  const left = async (hour: number, second = 0) => {
    world.clock.at = new Date(Date.parse(hours(hour)) + second * 1_000);
    return titles(await endingFor(learner, ''));
  };
  expect(await left(2, -1)).toEqual(whole);
  expect(await left(2)).toEqual(['Ending session', 'Ending day']);
  expect(await left(4, -1)).toEqual(['Ending session', 'Ending day']);
  expect(await left(4)).toEqual(['Ending day']);
  expect(await left(13, -1)).toEqual(['Ending day']);
  expect(await left(13)).toEqual([]);
  expect(titles(await endingFor(learner, 'ended=true'))).toEqual(whole);
  const counts: FacetView = (await world.request(learner, 'GET', '/offers/facets?words=ending')).json();
  expect(counts).toMatchObject({ offers: 0, ended: 3 });
  world.clock.at = frozenAt;
});

test('an offer of a round has ended when its round takes no more lists and no other is being made', async () => {
  const offer = await addOffer(world, provider, { title: { en: 'Rounded' }, allocatedBy: 'round' });
  const found = async () => titles(await list(learner, 'words=rounded'));
  const times = { opens_at: new Date(hours(-1)), closes_at: new Date(hours(2)), created_at: frozenAt };
  const addRound = async (state: 'draft' | 'open') => {
    const id = newId();
    const round = { id, state, organisation_id: provider.organisationId, ranked_by: 'lottery' as const, ...times };
    await world.network
      .insertInto('round')
      .values({ ...round, name: jsonb({ en: 'Round' }) })
      .execute();
    await world.network.insertInto('round_offer').values({ round_id: id, offer_id: offer.id }).execute();
  };
  expect(await found()).toEqual(['Rounded']);
  await addRound('open');
  world.clock.at = new Date(Date.parse(hours(2)) - 1_000);
  expect(await found()).toEqual(['Rounded']);
  world.clock.at = new Date(hours(2));
  expect(await found()).toEqual([]);
  expect(titles(await list(learner, 'words=rounded&ended=true'))).toEqual(['Rounded']);
  await addRound('draft');
  expect(await found()).toEqual(['Rounded']);
  world.clock.at = frozenAt;
});

test('the best match says the words most', async () => {
  await addOffer(world, partner, { title: { en: 'Tide tables' }, description: { en: 'Tide upon tide.' } });
  await addOffer(world, partner, { title: { en: 'Harbour walk' }, description: { en: 'With a word on the tide.' } });
  expect(titles(await list(null, 'words=tide&sort=match'))).toEqual(['Tide tables', 'Harbour walk']);
  expect(titles(await list(null, 'words=tide'))).toEqual(['Harbour walk', 'Tide tables']);
});

test.each([
  '',
  'kind=course',
  'mode=online&kind=course&kind=internship',
  'words=o',
  'field=07&country=DK',
  'openNow=true&level=master',
  'ended=true',
  'ended=true&kind=course',
])('every count beside a filter is what choosing it would list: %s', async (query) => {
  for (const reader of [null, partner, provider]) {
    const view: FacetView = (await world.request(reader, 'GET', `/offers/facets?${query}`)).json();
    const listed = await list(reader, `limit=100&${query}`);
    expect(view.offers).toBe(listed.length);
    expect(view.organisations).toBe(new Set(listed.map((item) => item.provider.id)).size);
    for (const name of facetNames)
      for (const { value, count } of view.facets[name])
        expect(await list(reader, `limit=100&${choosing(query, name, value)}`), `${name} ${value}`).toHaveLength(count);
    const open = await list(reader, `limit=100&${choosing(query, 'openNow', 'true')}`);
    expect(open).toHaveLength(view.openNow);
    const withEnded = await list(reader, `limit=100&${choosing(query, 'ended', 'true')}`);
    const without = await list(reader, `limit=100&${choosing(query, 'ended', 'false')}`);
    expect(view.ended).toBe(withEnded.length - without.length);
  }
});

function choosing(query: string, name: FacetName | 'openNow' | 'ended', value: string): string {
  const params = new URLSearchParams(query);
  params.set(name, value);
  return params.toString();
}

test('a row says what a learner asks first: pay, fee, conditions and whether they are met', async () => {
  const [item] = await list(partner, 'words=robotics');
  expect(item).toMatchObject({ isPaid: true, isTuitionWaived: null, asks: 1, eligibilityFailures: [] });
  const conditioned = await addOffer(world, provider, {
    title: { en: 'Sonar' },
    eligibility: [{ type: 'terms_completed', minimum: 2 }],
  });
  const [unknown] = await list(learner, 'words=sonar');
  expect(unknown?.eligibilityFailures).toEqual([{ rule: { type: 'terms_completed', minimum: 2 }, isUnknown: true }]);
  await world.network
    .insertInto('learner_profile')
    .values({ person_id: learner.personId, terms_completed: 2, updated_at: frozenAt })
    .execute();
  expect((await list(learner, 'words=sonar'))[0]?.eligibilityFailures).toEqual([]);
  const view = (await world.request(learner, 'GET', `/offers/${conditioned.id}`)).json();
  expect(view).toMatchObject({ eligibilityFailures: [], abilities: { apply: true } });
});

test('a provider lists its own offers with drafts; to others that list does not exist', async () => {
  const url = `/organisations/${provider.organisationId}/offers`;
  expect((await world.request(null, 'GET', url)).json().code).toBe('request.sign_in_needed');
  expect((await world.request(partner, 'GET', url)).json().code).toBe('organisation.not_found');
  expect(titles((await world.request(provider, 'GET', `${url}?state=draft`)).json().items)).toEqual([
    'Unfinished draft',
  ]);
  const seen: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page: OfferPage = (await world.request(provider, 'GET', `${url}?limit=3${next && `&cursor=${next}`}`)).json();
    seen.push(...page.items.map(({ id }: OfferListItem) => id));
    next = page.next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe((await world.request(provider, 'GET', `${url}?limit=100`)).json().items.length);
});

test('a list and its counts wait for the database once each, besides finding out who asks', async () => {
  for (const url of ['/offers?words=tide&sort=match', '/offers/facets?kind=course'])
    expect((await countRoundTrips(() => world.request(learner, 'GET', url))).roundTrips).toBeLessThanOrEqual(2);
});
