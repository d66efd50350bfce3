import type { Clause } from '@collegium/contract/agreements/clause.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';
import { begin, fill, readAs } from './testing.ts';

let world: TestApp;
let north: TestOrganisation;
let ribeira: TestOrganisation;
let vantera: TestOrganisation;
let foreign: TestOrganisation;
const people: Record<string, TestMember> = {};
const who = (name: string) => people[name] as TestMember;

beforeAll(async () => {
  world = await createTestApp();
  north = await addOrganisation(world.network, 'Northwater');
  ribeira = await addOrganisation(world.network, 'Ribeira');
  vantera = await addOrganisation(world.network, 'Vantera', 'company');
  foreign = await addOrganisation(world.network, 'Elsewhere');
  for (const organisation of [north, ribeira, vantera, foreign]) {
    const name = organisation.name.toLowerCase().replace('water', '');
    people[name] = await addMember(world.db, world.network, organisation, 'organisation_administrator');
    people[`${name}-coordinator`] = await addMember(world.db, world.network, organisation, 'coordinator');
    people[`${name}-teacher`] = await addMember(world.db, world.network, organisation, 'teacher');
  }
});
afterAll(() => world.close());

const start = () => begin(world, who('north'), [north, ribeira, vantera]);
const clauseOf = async (id: string, key: string) => {
  const { open } = await readAs(world, who('north'), id);
  const clause = open?.clauses.find((one) => one.key === key) as Clause;
  return { clause, version: open?.edits[key]?.version ?? 0 };
};
const saveClause = (as: TestMember, id: string, clause: Clause, version: number) =>
  world.request(as, 'PUT', `/agreements/${id}/draft/clauses/${clause.key}`, clause, { 'if-match': `"${version}"` });
const body = (ids: string[]) => ({ template: 'funding', parties: ids.map((organisationId) => ({ organisationId })) });
const codeOf = (answer: { json: () => { code: string } }) => answer.json().code;

test('signed out, nobody reads, begins or changes agreements', async () => {
  expect((await world.request(null, 'GET', '/agreements')).statusCode).toBe(401);
  expect((await world.request(null, 'POST', '/agreements', {})).statusCode).toBe(401);
});

test('to whoever is neither party nor invited, there is no such agreement', async () => {
  const id = await start();
  const invitable = `/invitable?organisationId=${north.id}&words=no`;
  for (const path of ['', '/history', '/comments', '/versions/1', '/running', invitable])
    expect(codeOf(await world.request(who('elsewhere'), 'GET', `/agreements/${id}${path}`))).toBe(
      'agreement.not_found',
    );
  const { clause, version } = await clauseOf(id, 'purpose');
  expect(codeOf(await saveClause(who('elsewhere'), id, clause, version))).toBe('agreement.not_found');
  const headers = { 'if-match': '"1"' };
  expect(codeOf(await world.request(who('elsewhere'), 'POST', `/agreements/${id}/proposal`, undefined, headers))).toBe(
    'agreement.not_found',
  );
  expect((await readAs(world, who('ribeira-teacher'), id)).abilities.edit).toBe(false);
  expect(codeOf(await saveClause(who('ribeira-teacher'), id, clause, version))).toBe('agreement.not_found');
});

test('an agreement is begun by one of its parties, each named once', async () => {
  const ask = (ids: string[]) => world.request(who('north'), 'POST', '/agreements', body(ids));
  expect(codeOf(await ask([ribeira.id, vantera.id]))).toBe('agreement.own_organisation_missing');
  expect(codeOf(await ask([north.id, north.id]))).toBe('agreement.party_repeated');
  expect(codeOf(await ask([north.id, '01a20000-0000-7000-8000-000000000000']))).toBe('agreement.party_missing');
  const unknown = { ...body([north.id, ribeira.id]), template: 'made_up' };
  expect(codeOf(await world.request(who('north'), 'POST', '/agreements', unknown))).toBe(
    'agreement.template_not_found',
  );
});

test('people of several parties edit the draft; of two who edit one clause at once, one gets both texts', async () => {
  const id = await start();
  const { clause, version } = await clauseOf(id, 'status');
  const wordings = ['by the host', 'by the sender'];
  const answers = await Promise.all(
    [who('ribeira-coordinator'), who('vantera')].map((member, index) =>
      saveClause(member, id, { ...clause, text: { en: `Insured ${wordings[index]}.` } }, version),
    ),
  );
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 412]);
  const lost = answers.find(({ statusCode }) => statusCode === 412)?.json();
  expect(lost).toMatchObject({ code: 'agreement.clause_stale', current: { version: version + 1 } });
  const won = await clauseOf(id, 'status');
  expect(lost.current.clause).toEqual(won.clause);
});

test('an invited guest edits or comments, as far as invited', async () => {
  const id = await start();
  const guests = `/agreements/${id}/guests`;
  const teacher = who('elsewhere-teacher');
  const { clause, version } = await clauseOf(id, 'status');
  await world.request(who('ribeira'), 'POST', guests, { personId: teacher.personId, may: 'comment' });
  expect(codeOf(await saveClause(teacher, id, clause, version))).toBe('agreement.not_found');
  const comment = { text: 'Who insures guests?', clauseKey: 'status' };
  expect((await world.request(teacher, 'POST', `/agreements/${id}/comments`, comment)).statusCode).toBe(201);
  await world.request(who('ribeira'), 'POST', guests, { personId: teacher.personId, may: 'edit' });
  expect((await saveClause(teacher, id, clause, version)).statusCode).toBe(200);
  expect((await world.request(who('vantera'), 'DELETE', `${guests}/${teacher.personId}`)).statusCode).toBe(204);
  expect(codeOf(await world.request(teacher, 'GET', `/agreements/${id}`))).toBe('agreement.not_found');
});

test('people of every party can be found and invited: one’s own all, another’s by their name, those who lead never', async () => {
  const id = await start();
  const find = async (as: TestMember, { id: organisationId }: TestOrganisation, words = '') => {
    const query = `organisationId=${organisationId}&words=${encodeURIComponent(words)}`;
    const answer = await world.request(as, 'GET', `/agreements/${id}/invitable?${query}`);
    return answer.json<{ items: { personId: string }[] }>().items.map(({ personId }) => personId);
  };
  const nameOf = async ({ personId }: TestMember) =>
    (await world.network.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirstOrThrow()).name;
  const [own, other] = [who('north-teacher'), who('ribeira-teacher')];
  const name = await nameOf(other);
  expect(await find(who('north'), north)).toEqual([own.personId]);
  expect(await find(who('north'), ribeira)).toEqual([]);
  expect(await find(who('north'), ribeira, name.slice(0, 1))).toEqual([]);
  expect(await find(who('north'), ribeira, '%%')).toEqual([]);
  expect(await find(who('north'), ribeira, name.slice(0, 4))).toEqual([other.personId]);
  expect(await find(who('north'), foreign, await nameOf(who('elsewhere-teacher')))).toEqual([]);
  expect(codeOf(await world.request(own, 'GET', `/agreements/${id}/invitable?organisationId=${north.id}`))).toBe(
    'agreement.not_found',
  );
  await world.request(who('north'), 'POST', `/agreements/${id}/guests`, { personId: other.personId, may: 'comment' });
  expect((await readAs(world, who('vantera'), id)).guests).toMatchObject([
    { person: { id: other.personId }, invitedFor: north.id, organisation: { id: ribeira.id, name: 'Ribeira' } },
  ]);
});

test('what cannot stand is named while the draft is written, also when other parts are still missing', async () => {
  const id = await start();
  const { clause, version } = await clauseOf(id, 'teaching');
  expect((await readAs(world, who('north'), id)).faults).toEqual([]);
  const commitment = {
    ...clause.commitment,
    promiser: north.id,
    beneficiary: north.id,
    quantity: 0,
    periodStart: '2026-10-01',
    periodEnd: '2026-09-30',
  };
  await saveClause(who('north'), id, { ...clause, commitment }, version);
  const { faults, unfilled } = await readAs(world, who('ribeira'), id);
  expect(faults.map(({ clauseKey, name }) => `${clauseKey}/${name}`).toSorted()).toEqual([
    'teaching/beneficiary',
    'teaching/periodEnd',
    'teaching/quantity',
  ]);
  expect(faults.every(({ message }) => message.length > 10)).toBe(true);
  expect(unfilled.length).toBeGreaterThan(0);
  const money = { ...commitment, measure: 'money_contributed', unit: 'money' };
  await saveClause(who('north'), id, { ...clause, commitment: money } as Clause, version + 1);
  expect((await readAs(world, who('north'), id)).unfilled).toContainEqual({
    clauseKey: 'teaching',
    part: 'commitment',
    name: 'currency',
  });
});

test('clauses are added, ordered and taken out; a key stays what it is', async () => {
  const id = await start();
  const url = `/agreements/${id}/draft`;
  const clause = {
    key: 'insurance',
    kind: 'text',
    title: { en: 'Insurance' },
    text: { en: 'All insure.' },
    fields: [],
  };
  const add = (after?: string) =>
    world.request(who('vantera'), 'POST', `${url}/clauses`, { clause, ...(after && { after }) });
  expect((await add('purpose')).statusCode).toBe(201);
  expect(codeOf(await add())).toBe('agreement.clause_exists');
  const { open } = await readAs(world, who('north'), id);
  const keys = open?.clauses.map(({ key }) => key) ?? [];
  expect(keys.slice(0, 2)).toEqual(['purpose', 'insurance']);
  const order = (wanted: string[], version = open?.version) =>
    world.request(who('north'), 'PUT', `${url}/order`, { keys: wanted }, { 'if-match': `"${version}"` });
  expect(codeOf(await order(keys.slice(1)))).toBe('agreement.order_differs');
  expect((await order(keys.toReversed())).statusCode).toBe(200);
  expect(codeOf(await order(keys))).toBe('request.version_stale');
  const after = await readAs(world, who('north'), id);
  expect(after.open?.clauses.map(({ key }) => key)).toEqual(keys.toReversed());
  const renamed = { ...clause, key: 'other' };
  const rename = await world.request(who('north'), 'PUT', `${url}/clauses/insurance`, renamed, { 'if-match': '"1"' });
  expect(codeOf(rename)).toBe('agreement.clause_key_differs');
  const remove = () =>
    world.request(who('north'), 'DELETE', `${url}/clauses/insurance`, undefined, { 'if-match': '"1"' });
  expect((await remove()).statusCode).toBe(204);
  expect(codeOf(await remove())).toBe('agreement.clause_not_found');
});

test('a suggestion is accepted into the draft once, and only while the clause is as it was', async () => {
  const id = await start();
  const { clause, version } = await clauseOf(id, 'travel');
  const suggestion = { ...clause, text: { en: 'The sending party pays everything.' } };
  const suggest = { text: 'Simpler', clauseKey: 'travel', suggestion };
  const comments = `/agreements/${id}/comments`;
  const first = (await world.request(who('vantera'), 'POST', comments, suggest)).json<{ id: string }>();
  const second = (await world.request(who('ribeira'), 'POST', comments, suggest)).json<{ id: string }>();
  const resolve = (commentId: string, resolution: string, as = who('north')) =>
    world.request(as, 'POST', `${comments}/${commentId}/resolution`, { resolution });
  expect((await resolve(first.id, 'accepted')).statusCode).toBe(204);
  expect((await clauseOf(id, 'travel')).clause.text).toEqual(suggestion.text);
  expect((await clauseOf(id, 'travel')).version).toBe(version + 1);
  expect(codeOf(await resolve(first.id, 'accepted'))).toBe('agreement.comment_resolved');
  expect(codeOf(await resolve(second.id, 'accepted'))).toBe('agreement.clause_stale');
  expect((await resolve(second.id, 'declined')).statusCode).toBe(204);
  const reply = await world.request(who('north'), 'POST', comments, { text: 'Thank you', replyTo: first.id });
  expect(reply.json()).toMatchObject({ replyTo: first.id });
  const listed = (await world.request(who('ribeira'), 'GET', comments)).json<{ items: { resolution: string }[] }>();
  expect(listed.items.map(({ resolution }) => resolution)).toEqual(['accepted', 'declined', null]);
});

test('unfilled fields are listed and block the proposal; so do promises that cannot stand', async () => {
  const id = await start();
  const { open, unfilled } = await readAs(world, who('north'), id);
  expect(unfilled).toContainEqual({ clauseKey: 'teaching', part: 'commitment', name: 'quantity' });
  const ask = (version: number | undefined) =>
    world.request(who('north'), 'POST', `/agreements/${id}/proposal`, undefined, { 'if-match': `"${version}"` });
  const refused = (await ask(open?.version)).json<{ code: string; errors: { pointer: string }[] }>();
  expect(refused.code).toBe('agreement.unfilled');
  expect(refused.errors.map(({ pointer }) => pointer)).toContain('/clauses/teaching/commitment/quantity');
  await fill(world, who('north'), id);
  const { clause, version } = await clauseOf(id, 'teaching');
  const itself = { ...clause, commitment: { ...clause.commitment, beneficiary: clause.commitment?.promiser } };
  await saveClause(who('north'), id, itself as Clause, version);
  const faulty = (await ask((await readAs(world, who('north'), id)).open?.version)).json();
  expect(faulty.code).toBe('agreement.faulty');
  expect(faulty.errors[0].pointer).toBe('/clauses/teaching/commitment/beneficiary');
});

test('a promise without a measure, with a negative number, in two currencies or ending before it begins is refused', async () => {
  const id = await start();
  await fill(world, who('north'), id);
  const { clause, version } = await clauseOf(id, 'teaching');
  const promising = (changes: object) =>
    saveClause(who('north'), id, { ...clause, commitment: { ...clause.commitment, ...changes } }, version);
  for (const changes of [{ quantity: -3 }, { currency: 'EUR,USD' }, { measure: 'goodwill' }, { second: 'EUR' }])
    expect(codeOf(await promising(changes))).toBe('request.invalid');
  const proposal = async () => {
    const { open } = await readAs(world, who('north'), id);
    return world.request(who('north'), 'POST', `/agreements/${id}/proposal`, undefined, {
      'if-match': `"${open?.version}"`,
    });
  };
  const { measure: _, ...unmeasured } = clause.commitment ?? {};
  await saveClause(who('north'), id, { ...clause, commitment: unmeasured }, version);
  expect(codeOf(await proposal())).toBe('agreement.unfilled');
  const backwards = { ...clause, commitment: { ...clause.commitment, periodEnd: '2026-09-30' } };
  await saveClause(who('north'), id, backwards, version + 1);
  expect((await proposal()).json()).toMatchObject({ code: 'agreement.faulty', parameters: { count: 1 } });
});
