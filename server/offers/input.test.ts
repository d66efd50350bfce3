import { newId } from '../platform/ids.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addDraft, offerInput } from '../testing/offers.ts';
import { addMember, addOrganisation, type TestMember } from '../testing/world.ts';

let world: TestApp;
let provider: TestMember;
let foreignUnitId: string;

beforeAll(async () => {
  world = await createTestApp();
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  provider = await addMember(world.db, world.network, ribeira, 'coordinator');
  foreignUnitId = newId();
  await world.network
    .insertInto('unit')
    .values({ id: foreignUnitId, organisation_id: vantera.id, name: 'Plant', created_at: new Date() })
    .execute();
});
afterAll(() => world.close());

const create = async (input: object, headers: Record<string, string> = {}) =>
  (await world.request(provider, 'POST', '/offers', { ...offerInput, ...input }, headers)).json();
const faultsOf = async (input: object) => (await create(input)).errors as { pointer: string; detail: string }[];

test.each([
  ['Arabic', { ar: 'التدريب في شبكة الساحل' }],
  ['Chinese', { 'zh-CN': '港口物流与语言学期交换' }],
  ['apostrophes and quotes', { en: `O’Brien's "port"; drop table offer; --` }],
  ['300 characters', { en: 'x'.repeat(300) }],
  ['signs beyond the basic plane', { en: '𠮷野 🌊' }],
])('titles in %s come back as they were entered', async (_name, title) => {
  expect((await create({ title })).title).toEqual(title);
});

test('details of another kind name their field, in the reader’s language', async () => {
  const faults = await faultsOf({ details: { kind: 'course', assessment: 'Oral' } });
  expect(faults).toMatchObject([{ pointer: '/details/kind' }]);
  expect(faults[0]?.detail).toContain('internship');
});

test('details are checked by the schema of their kind, and what it does not know is left out', async () => {
  expect(await faultsOf({ details: { kind: 'internship', hoursPerWeek: 100 } })).toEqual([
    { pointer: '/details/hoursPerWeek', detail: 'Enter a number up to 60.' },
  ]);
  const { details } = await create({ details: { kind: 'internship', hoursPerWeek: 30, colour: 'red' } });
  expect(details).toEqual({ kind: 'internship', hoursPerWeek: 30 });
});

test('each wrong condition is named where it stands', async () => {
  const faults = await faultsOf({
    eligibility: [
      { type: 'terms_completed', minimum: 2 },
      { type: 'shoe_size', minimum: 42 },
      { type: 'constructor' },
      { type: 'language_test', anyOf: [] },
      { type: 'grade_average', minimum: 5, maximum: 4.5 },
    ],
  });
  expect(faults.map(({ pointer }) => pointer)).toEqual([
    '/eligibility/1/type',
    '/eligibility/2/type',
    '/eligibility/3/anyOf',
    '/eligibility/4/minimum',
  ]);
});

test('a time zone must exist', async () => {
  expect(await faultsOf({ timeZone: 'Europe/Atlantis' })).toMatchObject([{ pointer: '/timeZone' }]);
});

test('sessions are entered by the clock of the place and read as instants', async () => {
  const { sessions } = await create({
    timeZone: 'Europe/Paris',
    sessions: [
      { startsLocal: '2027-02-08T10:00', endsLocal: '2027-02-08T12:00', place: 'Room 4' },
      { startsLocal: '2027-02-01T10:00', endsLocal: '2027-02-01T11:30', timeZone: 'Asia/Shanghai' },
    ],
  });
  expect(sessions).toMatchObject([
    { startsAt: '2027-02-01T02:00:00.000Z', endsAt: '2027-02-01T03:30:00.000Z', timeZone: 'Asia/Shanghai' },
    { startsAt: '2027-02-08T09:00:00.000Z', startsLocal: '2027-02-08T10:00', place: 'Room 4', note: null },
  ]);
});

test('a change of clocks inside a session keeps what the clocks show, and the real length', async () => {
  const { sessions } = await create({
    timeZone: 'Europe/Paris',
    sessions: [
      { startsLocal: '2026-10-24T22:00', endsLocal: '2026-10-25T06:00' },
      { startsLocal: '2027-03-27T22:00', endsLocal: '2027-03-28T06:00' },
    ],
  });
  const hours = sessions.map(
    (session: { startsAt: string; endsAt: string }) =>
      (Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 3_600_000,
  );
  expect(hours).toEqual([9, 7]);
  expect(sessions).toMatchObject([
    { startsLocal: '2026-10-24T22:00', endsLocal: '2026-10-25T06:00' },
    { startsLocal: '2027-03-27T22:00', endsLocal: '2027-03-28T06:00' },
  ]);
});

test('a time that the clocks jump over is refused with a sentence', async () => {
  const faults = await faultsOf({
    timeZone: 'Europe/Paris',
    sessions: [{ startsLocal: '2027-03-28T02:30', endsLocal: '2027-03-28T05:00' }],
  });
  expect(faults).toEqual([
    {
      pointer: '/sessions/0/startsLocal',
      detail:
        'In Europe/Paris the clocks jump over 2027-03-28 02:30, so it never comes. Choose an earlier or later time.',
    },
  ]);
});

test('a session ends after it begins, and within a month', async () => {
  const faults = await faultsOf({
    sessions: [
      { startsLocal: '2027-02-01T10:00', endsLocal: '2027-02-01T10:00' },
      { startsLocal: '2027-02-01T10:00', endsLocal: '2027-03-20T10:00' },
    ],
  });
  expect(faults.map(({ pointer }) => pointer)).toEqual(['/sessions/0/endsLocal', '/sessions/1/endsLocal']);
});

test('a changed list of sessions keeps those it names, adds the new and removes the rest', async () => {
  const [monday, tuesday, wednesday] = ['01', '02', '03'].map((day) => ({
    startsLocal: `2027-02-${day}T10:00`,
    endsLocal: `2027-02-${day}T11:00`,
  }));
  const draft = await addDraft(world, provider, { sessions: [monday!, tuesday!] });
  const other = await addDraft(world, provider, { sessions: [monday!] });
  const kept = draft.sessions[1]!;
  const sessions = [
    { ...wednesday, id: kept.id },
    { ...tuesday, id: kept.id },
    { ...monday, id: other.sessions[0]!.id },
  ];
  const changed = await world.request(
    provider,
    'PUT',
    `/offers/${draft.id}`,
    { ...offerInput, sessions },
    { 'if-match': '"1"' },
  );
  const read: { id: string; startsLocal: string }[] = changed.json().sessions;
  expect(read.map(({ startsLocal }) => startsLocal.slice(0, 10))).toEqual(['2027-02-01', '2027-02-02', '2027-02-03']);
  expect(read.find(({ id }) => id === kept.id)?.startsLocal).toBe('2027-02-03T10:00');
  expect((await world.request(provider, 'GET', `/offers/${other.id}`)).json().sessions).toHaveLength(1);
});

test('dates, windows and units that cannot be say so', async () => {
  expect((await create({ startsOn: '2027-02-02', endsOn: '2027-02-01' })).code).toBe('offer.dates_reversed');
  const window = { applicationsOpenAt: '2027-02-02T00:00:00Z', applicationsCloseAt: '2027-02-01T00:00:00Z' };
  expect((await create(window)).code).toBe('offer.window_reversed');
  expect((await create({ unitId: foreignUnitId })).code).toBe('offer.unit_elsewhere');
  expect(await faultsOf({ places: 0 })).toMatchObject([{ pointer: '/places' }]);
  expect(await faultsOf({ title: {} })).toMatchObject([{ pointer: '/title', detail: 'Fill this in.' }]);
});

test('a double click makes one draft', async () => {
  const key = { 'idempotency-key': 'draft-1' };
  const answers = await Promise.all([create({}, key), create({}, key)]);
  const ids = new Set(answers.flatMap(({ id }) => id ?? []));
  expect(ids.size).toBe(1);
  const events = await world.network.selectFrom('idempotency_key').select('key').where('key', '=', 'draft-1').execute();
  expect(events).toHaveLength(1);
});
