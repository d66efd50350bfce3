import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';
import { countOf, importText } from './testing.ts';

let world: TestApp;
let ribeira: TestOrganisation;
let administrator: TestMember;
let coordinator: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  ribeira = await addOrganisation(world.network, 'Ribeira');
  administrator = await addMember(world.db, world.network, ribeira, 'network_administrator');
  coordinator = await addMember(world.db, world.network, ribeira, 'coordinator');
});
afterAll(() => world.close());

const offers = (...rows: string[]) => ['id,provider,kind,title.en,places,allocatedBy,state', ...rows].join('\n');
const offer = (id: string, places = '5') => `${id},Ribeira,course,Course ${id},${places},round,published`;

test('to everybody but administrators of the network, there is no import', async () => {
  await expect(importText(world, coordinator, 'organisations', 'kind,name\nuniversity,X')).rejects.toMatchObject({
    code: 'request.not_found',
  });
});

test('a dry run tells what would be, and leaves nothing, not even a record of itself', async () => {
  const before = await Promise.all(
    ['organisation', 'import', 'audit_event'].map((table) => countOf(world, table as 'import')),
  );
  const summary = await importText(
    world,
    administrator,
    'organisations',
    'kind,name,identifiers.erasmus\nuniversity,Dry,P DRY01',
  );
  expect(summary).toMatchObject({
    id: null,
    isDryRun: true,
    rowsRead: 1,
    rowsValid: 1,
    rowsCreated: 1,
    problemCount: 0,
  });
  const after = await Promise.all(
    ['organisation', 'import', 'audit_event'].map((table) => countOf(world, table as 'import')),
  );
  expect(after).toEqual(before);
});

test('an organisation is known by its first identifier, else by its name; a second import changes nothing', async () => {
  const file =
    'kind,name,country,identifiers.erasmus,identifiers.pic\nuniversity,Porto,PT,P PORTO02,999\nngo,Bare,,,\n';
  const first = await importText(world, administrator, 'organisations', file, { apply: 'all' });
  expect(first).toMatchObject({ rowsCreated: 2, rowsUnchanged: 0, state: 'finished' });
  const again = await importText(world, administrator, 'organisations', file, { apply: 'all' });
  expect(again).toMatchObject({ rowsCreated: 0, rowsUnchanged: 2, state: 'finished' });
  const { items } = (await world.request(administrator, 'GET', '/organisations?words=porto')).json();
  expect(items).toMatchObject([{ name: 'Porto', country: 'PT', shortMark: 'PO' }]);
});

test('an identifier that another organisation has is left out, and said', async () => {
  const file = 'kind,name,identifiers.erasmus,identifiers.pic\nuniversity,Other,P OTHER01,999';
  const summary = await importText(world, administrator, 'organisations', file, { apply: 'all' });
  expect(summary).toMatchObject({ rowsCreated: 1, notices: [{ row: 2, code: 'import.identifier_left_out' }] });
});

test('offers find their provider by identifier or by name, take its city and country, and are published at once', async () => {
  const file = [
    'id,provider,kind,title.en,places,allocatedBy,state,eligibility',
    'C-1,erasmus:P PORTO02,course,Port logistics,12,round,published,',
    'C-2,Ribeira,course,Drafted,3,first_come,,',
  ].join('\n');
  const summary = await importText(world, administrator, 'offers', file, { apply: 'all' });
  expect(summary).toMatchObject({ rowsCreated: 2, problemCount: 0 });
  const { items } = (await world.request(null, 'GET', '/offers?words=logistics')).json();
  expect(items).toMatchObject([
    { title: { en: 'Port logistics' }, provider: { name: 'Porto' }, country: 'PT', places: 12 },
  ]);
  expect((await world.request(null, 'GET', '/offers?words=drafted')).json().items).toEqual([]);
  // The words of the provider find it too, as if it had been typed in.
  expect((await world.request(null, 'GET', '/offers?words=porto')).json().items).toHaveLength(1);
});

test('each object has an event that says which import brought it, and nobody is told of it', async () => {
  const summary = await importText(world, administrator, 'offers', offers(offer('E-1')), { apply: 'valid' });
  const events = await world.network
    .selectFrom('audit_event')
    .select(['action', 'details', 'dispatched_at', 'person_id'])
    .where('action', 'in', ['offer.imported', 'import.finished'])
    .orderBy('id', 'desc')
    .limit(2)
    .execute();
  expect(events).toMatchObject([
    { action: 'import.finished', person_id: administrator.personId, details: { rowsCreated: 1 } },
    { action: 'offer.imported', details: { importId: summary.id }, dispatched_at: world.clock.at },
  ]);
});

test('all or nothing: one bad row and nothing stays but the record of the refusal', async () => {
  const before = await countOf(world, 'offer');
  const file = offers(offer('A-1'), offer('A-2', 'many'), offer('A-3'));
  const refused = await importText(world, administrator, 'offers', file, { apply: 'all' });
  expect(refused).toMatchObject({
    state: 'refused',
    problems: [{ row: 3, column: 'places', message: '“many” is not a number. Write it like 12.5.' }],
  });
  expect(await countOf(world, 'offer')).toBe(before);
  const kept = await world.network
    .selectFrom('import')
    .innerJoin('import_problem', 'import_problem.import_id', 'import.id')
    .select(['state', 'row_number', 'field', 'rows_created'])
    .where('import.id', '=', refused.id)
    .execute();
  expect(kept).toEqual([{ state: 'refused', row_number: 3, field: 'places', rows_created: 0 }]);
});

test('all valid rows, exactly once, however often and however many at a time', async () => {
  const before = await countOf(world, 'offer');
  const rows = Array.from({ length: 1_200 }, (_, index) => offer(`V-${index}`, index % 100 === 7 ? '0' : '5'));
  const file = offers(...rows);
  const both = await Promise.all([
    importText(world, administrator, 'offers', file, { apply: 'valid' }),
    importText(world, administrator, 'offers', file, { apply: 'valid' }),
  ]);
  expect(both.map(({ rowsCreated }) => rowsCreated).sort()).toEqual([0, 1_188]);
  expect(both.map(({ problemCount }) => problemCount)).toEqual([12, 12]);
  expect(await countOf(world, 'offer')).toBe(before + 1_188);
});

test('rows that only the database can refuse do not take their neighbours with them', async () => {
  const unit = '00000000-0000-7000-8000-000000000000';
  const file = `${offers(offer('U-1'), offer('U-2'), offer('U-3'))}\n`
    .replaceAll('\n', ',\n')
    .replace('state,', 'state,unitId');
  const withUnit = file.replace('Course U-2,5,round,published,', `Course U-2,5,round,published,${unit}`).trim();
  const summary = await importText(world, administrator, 'offers', withUnit, { apply: 'valid' });
  expect(summary).toMatchObject({ rowsCreated: 2, rowsValid: 2, problems: [{ row: 3, code: 'offer.unit_elsewhere' }] });
});

test('people become members once, found again by their address; profiles that exist stay', async () => {
  const file = [
    'name,email,role,organisation,level,gradeAverage,gradeAverageMaximum,languageResults',
    'Ana,Ana@Example.org,learner,Ribeira,bachelor,3.5,4,',
    'Ana,ana@example.org,teacher,Ribeira,,,,',
    'Bo,not an address,learner,Ribeira,,,,',
    'Cy,cy@example.org,learner,Nowhere,,,,',
  ].join('\n');
  const summary = await importText(world, administrator, 'people', file, { apply: 'valid' });
  expect(summary).toMatchObject({
    rowsCreated: 2,
    problems: [
      { row: 4, column: 'email', message: 'Enter a valid email.' },
      { row: 5, code: 'import.organisation_unknown' },
    ],
  });
  expect(await importText(world, administrator, 'people', file, { apply: 'valid' })).toMatchObject({
    rowsCreated: 0,
    rowsUnchanged: 2,
  });
  const profile = await world.network
    .selectFrom('learner_profile')
    .innerJoin('person', 'person.id', 'learner_profile.person_id')
    .select(['person.name', 'level', 'grade_average'])
    .where('person.email', '=', 'ana@example.org')
    .execute();
  expect(profile).toMatchObject([{ name: 'Ana', level: 'bachelor' }]);
});

test('rows that repeat an earlier one are reported, or left out where the mapping allows', async () => {
  const file = 'name,kind\nTwice,ngo\nTwice,ngo\nOnce,ngo';
  const reported = await importText(world, administrator, 'organisations', file);
  expect(reported.problems).toMatchObject([
    { row: 3, message: 'This is “Twice” again, which row 2 brought already. Remove one of the two.' },
  ]);
  const mapping = { repeats: 'allowed', fields: { name: 'name', kind: 'kind' } };
  const allowed = await importText(world, administrator, 'organisations', file, { mapping });
  expect(allowed).toMatchObject({ rowsValid: 2, rowsLeftOut: 1, problemCount: 0 });
});

test('a repeat is found across batches, and of very many problems a thousand are told', async () => {
  const rows = Array.from({ length: 1_600 }, () => 'Again,ngo');
  const summary = await importText(world, administrator, 'organisations', ['name,kind', ...rows].join('\n'));
  expect(summary).toMatchObject({ rowsValid: 1, problemCount: 1_599 });
  expect(summary.problems).toHaveLength(1_000);
});

test('sentences come in the administrator’s language', async () => {
  const scope = { ...world, scopeOf: () => ({ ...world.scopeOf(), language: 'zh-CN' }) };
  const summary = await importText(scope, administrator, 'organisations', 'name,kind\n,ngo');
  expect(summary.problems).toMatchObject([{ row: 2, message: '请填写此项。' }]);
});
