import type { LastDayList } from '@collegium/contract/agreements/register.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';
import { begin, changeTerms, fill, inForce, propose, readAs } from './testing.ts';

let world: TestApp;
let north: TestOrganisation;
let ribeira: TestOrganisation;
let administrators: TestMember[];
let foreign: TestMember;
let held: string;
let proposed: string;

beforeAll(async () => {
  world = await createTestApp();
  north = await addOrganisation(world.network, 'Northwater');
  ribeira = await addOrganisation(world.network, 'Ribeira');
  const elsewhere = await addOrganisation(world.network, 'Elsewhere');
  administrators = [];
  for (const organisation of [north, ribeira])
    administrators.push(await addMember(world.db, world.network, organisation, 'organisation_administrator'));
  foreign = await addMember(world.db, world.network, elsewhere, 'coordinator');
  held = await inForce(world, administrators, [north, ribeira], { endsOn: '2027-03-31', noticeDays: 90 });
  proposed = await begin(world, first(), [north, ribeira], { template: 'staff_exchange' });
  await fill(world, first(), proposed);
  await changeTerms(world, first(), proposed, { title: { en: '=HYPERLINK("x")', 'zh-CN': '海洋教师交流' } });
  await propose(world, first(), proposed);
});
afterAll(() => world.close());

const first = () => administrators[0] as TestMember;
const second = () => administrators[1] as TestMember;
const list = async (as: TestMember, query = '') =>
  (await world.request(as, 'GET', `/agreements${query}`)).json<{ items: { id: string; waitsForYou: boolean }[] }>()
    .items;
const ids = async (as: TestMember, query: string) => (await list(as, query)).map(({ id }) => id);

test('signed out there is no register; who is no party finds it empty', async () => {
  expect((await world.request(null, 'GET', '/agreements.csv')).statusCode).toBe(401);
  expect(await list(foreign)).toEqual([]);
});

test('filters narrow it: words in any language, state, template, partner, last day', async () => {
  expect(await ids(first(), '')).toEqual([proposed, held]);
  expect(await ids(first(), `?q=${encodeURIComponent('教师')}`)).toEqual([proposed]);
  expect(await ids(first(), '?state=in_force')).toEqual([held]);
  expect(await ids(first(), '?template=funding')).toEqual([]);
  expect(await ids(first(), `?organisationId=${ribeira.id}&endsBefore=2027-04-01`)).toEqual([held]);
  expect(await ids(first(), '?endsBefore=2027-03-31')).toEqual([]);
});

test('it is paged without losing or repeating anything', async () => {
  const page = (await world.request(first(), 'GET', '/agreements?limit=1')).json<{
    items: { id: string }[];
    next: string;
  }>();
  const rest = await ids(first(), `?limit=1&cursor=${page.next}`);
  expect([page.items[0]?.id, ...rest]).toEqual([proposed, held]);
});

test('what waits for the reader is told, and agrees with the steps that are theirs', async () => {
  for (const member of [first(), second()]) {
    const { yourSteps } = await readAs(world, member, proposed);
    const waiting = await ids(member, '?needsMe=true');
    expect(waiting.includes(proposed)).toBe(yourSteps.length > 0);
  }
  const coordinator = await addMember(world.db, world.network, ribeira, 'coordinator');
  expect(await ids(coordinator, '?needsMe=true')).toEqual([proposed]);
  const teacher = await addMember(world.db, world.network, ribeira, 'teacher');
  expect(await ids(teacher, '?needsMe=true')).toEqual([]);
});

test('a request waits for whoever has not answered it', async () => {
  const body = { kind: 'suspension', reason: 'Storm.', effectiveOn: '2026-10-20' };
  await world.request(first(), 'POST', `/agreements/${held}/requests`, body);
  expect(await ids(second(), '?needsMe=true')).toContain(held);
  expect(await ids(first(), '?needsMe=true')).not.toContain(held);
});

test('a text that a spreadsheet would take for a formula comes as text', async () => {
  const answer = await world.request(first(), 'GET', '/agreements.csv?state=negotiating');
  expect(answer.headers['content-type']).toContain('text/csv');
  const rows: string[][] = parse(answer.body, { bom: true });
  expect(rows).toHaveLength(2);
  expect(rows[1]?.[1]).toBe(`'=HYPERLINK("x")`);
  expect(rows[1]?.[5]).toBe('Northwater; Ribeira');
});

const ask = (as: TestMember | null, from: string, until: string) =>
  world.request(as, 'GET', `/agreement-last-days?from=${from}&until=${until}`);

test('the last days between two days stand in their order: until when notice can be given, and when it ends', async () => {
  const all = (await ask(first(), '2026-10-01', '2027-09-30')).json<LastDayList>();
  expect(all).toMatchObject({
    items: [
      { day: '2026-12-31', kind: 'notice', agreement: { id: held } },
      {
        day: '2027-03-31',
        kind: 'end',
        agreement: { id: held },
        parties: [{ name: 'Northwater' }, { name: 'Ribeira' }],
      },
    ],
    withoutLastDay: 0,
    isCut: false,
  });
  const half = (await ask(first(), '2027-01-01', '2027-03-31')).json<LastDayList>();
  expect(half.items.map(({ kind }) => kind)).toEqual(['end']);
  expect((await ask(null, '2026-10-01', '2027-09-30')).statusCode).toBe(401);
  expect((await ask(foreign, '2026-10-01', '2027-09-30')).json<LastDayList>().items).toEqual([]);
  for (const until of ['2026-09-30', '2030-01-01'])
    expect((await ask(first(), '2026-10-01', until)).json().code).toBe('agreement.days_too_far_apart');
});

test('the calendar tells the last day and the last day of notice, to whoever has its address and to nobody else', async () => {
  const { address } = (await world.request(first(), 'GET', '/agreement-calendars')).json<{ address: string }>();
  const path = address.slice(address.indexOf('/agreement-calendars'));
  const calendar = await world.request(null, 'GET', path);
  expect(calendar.headers['content-type']).toContain('text/calendar');
  expect(calendar.body).toContain('DTSTART;VALUE=DATE:20270331');
  expect(calendar.body).toContain('DTSTART;VALUE=DATE:20261231');
  const forged = path.replace(/.(?=\.ics$)/, (letter) => (letter === 'A' ? 'B' : 'A'));
  expect((await world.request(null, 'GET', forged)).json().code).toBe('agreement.not_found');
  await world.network
    .updateTable('membership')
    .set({ ended_on: '2026-10-13' })
    .where('id', '=', first().membershipId)
    .execute();
  expect((await world.request(null, 'GET', path)).statusCode).toBe(404);
  await world.network
    .updateTable('membership')
    .set({ ended_on: null })
    .where('id', '=', first().membershipId)
    .execute();
});

test('templates and clauses are kept with versions, for one’s own organisation', async () => {
  world.clock.at = frozenAt;
  const { content } = (await world.request(first(), 'GET', '/agreement-templates/funding')).json<{
    content: { title: object; clauses: object[] };
  }>();
  const own = { ...content, title: { en: 'Our grants' } };
  const kept = (await world.request(first(), 'POST', '/agreement-templates', own)).json<{
    id: string;
    version: number;
  }>();
  const url = `/agreement-templates/${kept.id}`;
  const next = { ...own, clauses: content.clauses.slice(0, 3) };
  expect((await world.request(second(), 'PUT', url, next, { 'if-match': '"1"' })).json().code).toBe(
    'agreement.template_not_found',
  );
  expect((await world.request(first(), 'PUT', url, next, { 'if-match': '"1"' })).json()).toMatchObject({ version: 2 });
  expect((await world.request(first(), 'PUT', url, next, { 'if-match': '"1"' })).json().code).toBe(
    'request.version_stale',
  );
  const listed = (await world.request(first(), 'GET', '/agreement-templates')).json<{
    items: { key: string; clauses: number }[];
  }>();
  expect(listed.items).toHaveLength(12);
  expect(listed.items[0]).toMatchObject({ key: `own:${kept.id}:2`, clauses: 3 });
  const id = await begin(world, first(), [north, ribeira], { template: `own:${kept.id}:2` });
  expect((await readAs(world, second(), id)).open?.clauses).toHaveLength(3);
  const parties = [north, ribeira].map((one) => ({ organisationId: one.id }));
  const stolen = await world.request(second(), 'POST', '/agreements', { template: `own:${kept.id}:2`, parties });
  expect(stolen.json().code).toBe('agreement.template_not_found');
  const earlier = (await world.request(first(), 'GET', `/agreement-templates/own:${kept.id}:1`)).json();
  expect(earlier.own.versions.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
  expect(earlier).toMatchObject({ content: { title: own.title }, abilities: { change: false, copy: false } });
  const builtIn = (await world.request(first(), 'GET', '/agreement-templates/funding')).json();
  expect(builtIn).toMatchObject({ own: null, abilities: { change: false, copy: true } });
  expect((await world.request(first(), 'DELETE', url)).statusCode).toBe(204);
  expect((await world.request(first(), 'DELETE', url)).json().code).toBe('agreement.template_not_found');
});

test('a kept clause shows every version of its text to its own organisation, until it is retired', async () => {
  const clause = {
    key: 'insurance',
    kind: 'text',
    title: { en: 'Insurance' },
    text: { en: 'All insure.' },
    fields: [],
  };
  const { id } = (await world.request(first(), 'POST', '/clause-templates', clause)).json<{ id: string }>();
  const url = `/clause-templates/${id}`;
  const next = { ...clause, text: { en: 'The host insures.' } };
  expect((await world.request(first(), 'PUT', url, next, { 'if-match': '"1"' })).json()).toEqual({ id, version: 2 });
  expect((await world.request(first(), 'GET', url)).json()).toMatchObject({
    versions: [
      { number: 2, clause: next },
      { number: 1, clause },
    ],
    abilities: { change: true },
  });
  const teacher = await addMember(world.db, world.network, north, 'teacher');
  expect((await world.request(teacher, 'GET', url)).json().abilities).toEqual({ change: false });
  expect((await world.request(second(), 'GET', url)).json().code).toBe('agreement.template_not_found');
  const listed = (await world.request(first(), 'GET', '/clause-templates')).json<{ items: { id: string | null }[] }>();
  expect(listed.items[0]).toMatchObject({ id, number: 2, source: 'Northwater' });
  expect((await world.request(first(), 'DELETE', url)).statusCode).toBe(204);
  expect((await world.request(first(), 'GET', url)).json().code).toBe('agreement.template_not_found');
});
