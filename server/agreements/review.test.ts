import { canonicalHash } from '@collegium/matching';
import type { Clause } from '@collegium/contract/agreements/clause.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';
import { approveAll, begin, fill, propose, readAs, sealOpen } from './testing.ts';

let world: TestApp;
let north: TestOrganisation;
let ribeira: TestOrganisation;
let vantera: TestOrganisation;
let foreign: TestOrganisation;
const people: Record<string, TestMember> = {};
const who = (name: string) => people[name] as TestMember;
const administrators = () => [who('north'), who('ribeira'), who('vantera')];

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
const codeOf = (answer: { json: () => { code: string } }) => answer.json().code;

test('a proposed version is the SHA-256 of its canonical form, and nobody changes it any more', async () => {
  const id = await start();
  await fill(world, who('north'), id);
  const { clause, version } = await clauseOf(id, 'status');
  const { open } = await propose(world, who('ribeira'), id);
  const kept = await world.network
    .selectFrom('agreement_version')
    .select(['content', 'hash'])
    .where('agreement_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(canonicalHash(kept.content)).toBe(kept.hash);
  expect(open).toMatchObject({ state: 'proposed', hash: kept.hash });
  expect(kept.content?.parties).toHaveLength(3);
  expect(codeOf(await saveClause(who('north'), id, clause, version))).toBe('agreement.no_draft');
});

test('of a proposal and an edit in the same instant, nothing is proposed that its proposer has not read', async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    const id = await start();
    await fill(world, who('north'), id);
    const { open } = await readAs(world, who('north'), id);
    const { clause, version } = await clauseOf(id, 'status');
    const headers = { 'if-match': `"${open?.version}"` };
    const [proposed, edited] = await Promise.all([
      world.request(who('north'), 'POST', `/agreements/${id}/proposal`, undefined, headers),
      saveClause(who('vantera'), id, { ...clause, text: { en: 'Changed at the last moment.' } }, version),
    ]);
    expect([proposed.statusCode, edited.statusCode]).toSatisfy(
      (pair: number[]) => String(pair) === '200,409' || String(pair) === '412,200',
    );
  }
});

test('each party reviews by its own chain; the last approval approves, and only of the text that was read', async () => {
  const id = await start();
  await fill(world, who('north'), id);
  const teacher = who('vantera-teacher');
  const chain = { chain: ['legal', 'head'], reviewers: [{ step: 'legal', personId: teacher.personId }] };
  expect((await world.request(who('vantera'), 'PUT', `/agreements/${id}/review-chain`, chain)).statusCode).toBe(200);
  const elsewhere = { chain: ['head'], reviewers: [{ step: 'head', personId: teacher.personId }] };
  expect(codeOf(await world.request(who('north'), 'PUT', `/agreements/${id}/review-chain`, elsewhere))).toBe(
    'agreement.person_elsewhere',
  );
  const { open } = await propose(world, who('north'), id);
  const decide = (as: TestMember, step: string, hash = open?.hash) =>
    world.request(as, 'POST', `/agreements/${id}/versions/1/decisions`, { step, decision: 'approved', hash });
  expect(codeOf(await decide(who('vantera'), 'head'))).toBe('agreement.step_not_due');
  expect(codeOf(await decide(who('vantera'), 'legal'))).toBe('agreement.not_found');
  expect((await readAs(world, teacher, id)).yourSteps).toEqual(['legal']);
  expect(codeOf(await decide(teacher, 'legal', 'a'.repeat(64)))).toBe('agreement.other_text');
  expect((await decide(teacher, 'legal')).statusCode).toBe(200);
  expect(codeOf(await decide(who('north-coordinator'), 'head'))).toBe('agreement.step_not_due');
  await approveAll(world, administrators(), id);
  expect((await readAs(world, who('ribeira'), id)).open?.state).toBe('approved');
  expect(codeOf(await decide(who('north'), 'head'))).toBe('agreement.step_not_due');
});

test('of two last approvals in the same instant both count', async () => {
  const id = await begin(world, who('north'), [north, ribeira]);
  await fill(world, who('north'), id);
  for (const member of [who('north'), who('ribeira')])
    await world.request(member, 'PUT', `/agreements/${id}/review-chain`, { chain: ['head'], reviewers: [] });
  const { open } = await propose(world, who('north'), id);
  const body = { step: 'head', decision: 'approved', hash: open?.hash };
  const url = `/agreements/${id}/versions/1/decisions`;
  const both = () => Promise.all([who('north'), who('ribeira')].map((as) => world.request(as, 'POST', url, body)));
  await both();
  await approveAll(world, [who('north'), who('ribeira')], id);
  expect((await readAs(world, who('north'), id)).open?.state).toBe('approved');
});

test('one approves while another asks for a change in the same instant: the version is approved or returned, never both', async () => {
  for (let turn = 0; turn < 4; turn += 1) {
    const id = await begin(world, who('north'), [north, ribeira]);
    await fill(world, who('north'), id);
    for (const member of [who('north'), who('ribeira')])
      await world.request(member, 'PUT', `/agreements/${id}/review-chain`, { chain: ['head'], reviewers: [] });
    const { open } = await propose(world, who('north'), id);
    const decide = (as: TestMember, decision: object) =>
      world.request(as, 'POST', `/agreements/${id}/versions/1/decisions`, {
        step: 'head',
        hash: open?.hash,
        ...decision,
      });
    await decide(who('north'), { decision: 'approved' });
    const [approving, asking] = await Promise.all([
      decide(who('ribeira'), { decision: 'approved' }),
      decide(who('ribeira'), { decision: 'change_asked', reason: 'Our term starts in March.' }),
    ]);
    const { versions } = await readAs(world, who('north'), id);
    const isApproved = approving.statusCode === 200;
    expect(asking.statusCode === 200).toBe(!isApproved);
    expect(versions[0]?.state).toBe(isApproved ? 'approved' : 'returned');
  }
});

test('asking for a change needs a reason, returns the version, and the next draft is made from it', async () => {
  const id = await start();
  await fill(world, who('north'), id);
  const { open } = await propose(world, who('north'), id);
  const ask = (reason?: string) =>
    world.request(who('ribeira'), 'POST', `/agreements/${id}/versions/1/decisions`, {
      step: 'unit',
      decision: 'change_asked',
      hash: open?.hash,
      ...(reason && { reason }),
    });
  expect(codeOf(await ask())).toBe('request.reason_needed');
  expect((await ask('Our term starts in March.')).statusCode).toBe(200);
  const returned = await readAs(world, who('vantera'), id);
  expect(returned.versions[0]).toMatchObject({ state: 'returned', closeReason: 'Our term starts in March.' });
  expect((await world.request(who('vantera'), 'POST', `/agreements/${id}/versions`, {})).statusCode).toBe(201);
  const next = await readAs(world, who('vantera'), id);
  expect(next.open).toMatchObject({ number: 2, state: 'draft' });
  expect(next.open?.clauses).toEqual(returned.open?.clauses);
  expect(next.versions.map(({ number, state, basedOn }) => [number, state, basedOn])).toEqual([
    [2, 'draft', 1],
    [1, 'superseded', null],
  ]);
  expect(codeOf(await world.request(who('vantera'), 'POST', `/agreements/${id}/versions`, {}))).toBe(
    'agreement.version_open',
  );
});

test('what is in force stays in force while the next version is negotiated, and after it was given up', async () => {
  const id = await start();
  await fill(world, who('north'), id);
  await propose(world, who('north'), id);
  await approveAll(world, administrators(), id);
  await sealOpen(world, id);
  expect(await readAs(world, who('vantera'), id)).toMatchObject({
    state: 'in_force',
    inForce: { number: 1 },
    open: null,
  });
  await world.request(who('ribeira'), 'POST', `/agreements/${id}/versions`, {});
  const { clause, version } = await clauseOf(id, 'status');
  await saveClause(who('north'), id, { ...clause, text: { en: 'Nobody is insured.' } }, version);
  const proposed = await propose(world, who('north'), id);
  expect(proposed).toMatchObject({ state: 'in_force', inForce: { number: 1 }, open: { number: 2, state: 'proposed' } });
  const revert = (reason: string) => world.request(who('vantera'), 'POST', `/agreements/${id}/abandonment`, { reason });
  expect((await revert('We keep the insurance.')).statusCode).toBe(200);
  expect(await readAs(world, who('north'), id)).toMatchObject({
    state: 'in_force',
    inForce: { number: 1 },
    open: null,
  });
  expect(codeOf(await revert('Again'))).toBe('agreement.no_draft');
  await world.request(who('ribeira'), 'POST', `/agreements/${id}/versions`, { basedOn: 2 });
  await propose(world, who('north'), id);
  await approveAll(world, administrators(), id);
  await sealOpen(world, id);
  const replaced = await readAs(world, who('north'), id);
  expect(replaced).toMatchObject({ state: 'in_force', inForce: { number: 3 } });
  expect(replaced.versions.map(({ state }) => state)).toEqual(['sealed', 'abandoned', 'superseded']);
});

test('an agreement that was never in force is abandoned as a whole', async () => {
  const id = await start();
  await world.request(who('north'), 'POST', `/agreements/${id}/abandonment`, { reason: 'No money this year.' });
  expect(await readAs(world, who('ribeira'), id)).toMatchObject({
    state: 'abandoned',
    endReason: 'No money this year.',
  });
  expect(codeOf(await world.request(who('north'), 'POST', `/agreements/${id}/versions`, {}))).toBe(
    'request.move_not_allowed',
  );
});

test('every party reads one history, latest first', async () => {
  const id = await start();
  const { clause, version } = await clauseOf(id, 'status');
  await saveClause(who('vantera'), id, clause, version);
  const read = async (as: TestMember) => (await world.request(as, 'GET', `/agreements/${id}/history`)).json();
  const [mine, theirs] = [await read(who('north')), await read(who('ribeira-teacher'))];
  expect(theirs).toEqual(mine);
  expect(mine.items.map(({ action }: { action: string }) => action)).toEqual([
    'agreement.clause_changed',
    'agreement.created',
  ]);
  expect(mine.items[0]).toMatchObject({ organisation: 'Vantera', details: { clause: 'status' } });
});

test('parties come and go while the draft is open; two stay', async () => {
  const id = await start();
  const url = `/agreements/${id}/draft/parties`;
  const add = () => world.request(who('north'), 'POST', url, { organisationId: foreign.id });
  expect((await add()).statusCode).toBe(204);
  expect(codeOf(await add())).toBe('agreement.party_already');
  expect((await readAs(world, who('elsewhere'), id)).parties).toHaveLength(4);
  const remove = (one: TestOrganisation) => world.request(who('north'), 'DELETE', `${url}/${one.id}`);
  expect((await remove(foreign)).statusCode).toBe(204);
  expect((await remove(vantera)).statusCode).toBe(204);
  expect(codeOf(await remove(ribeira))).toBe('agreement.parties_too_few');
});

test('responsibility is handed over to somebody of the same organisation', async () => {
  const id = await start();
  const url = `/agreements/${id}/responsible`;
  const personId = who('ribeira-teacher').personId;
  expect((await world.request(who('ribeira'), 'PUT', url, { personId, note: 'From January.' })).statusCode).toBe(200);
  expect(codeOf(await world.request(who('north'), 'PUT', url, { personId }))).toBe('agreement.person_elsewhere');
  const party = (await readAs(world, who('vantera'), id)).parties.find((one) => one.organisationId === ribeira.id);
  expect(party?.responsible?.id).toBe(personId);
});
