import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addParticipation, agree } from '../testing/placement.ts';
import {
  addMember,
  addOrganisation,
  addPartnership,
  type TestMember,
  type TestOrganisation,
} from '../testing/world.ts';
import { keepAgreements } from './keep-agreements.ts';
import { letTakeEffect } from './take-effect.ts';
import { addThreeParties, askForChange, inForce, readAs } from './testing.ts';

let world: TestApp;
let organisations: TestOrganisation[];
let administrators: TestMember[];
let fourth: TestOrganisation;

beforeAll(async () => {
  world = await createTestApp();
  ({ organisations, administrators } = await addThreeParties(world));
  fourth = await addOrganisation(world.network, 'Halden');
});
beforeEach(() => {
  world.clock.at = frozenAt;
});
afterAll(() => world.close());

const north = () => administrators[0] as TestMember;
const ribeira = () => administrators[1] as TestMember;
const vantera = () => administrators[2] as TestMember;
const held = (terms: object = {}) => inForce(world, administrators, organisations, terms);
const ask = (as: TestMember, id: string, body: object) => askForChange(world, as, id, body);
const answer = (as: TestMember, id: string, requestId: string, decision = 'agreed', reason?: string) =>
  world.request(as, 'POST', `/agreements/${id}/requests/${requestId}/answers`, { decision, ...(reason && { reason }) });
const keep = () => keepAgreements(world.scopeOf());
const stateOf = async (id: string) => (await readAs(world, north(), id)).state;
const at = (instant: string) => (world.clock.at = new Date(instant));

test('a sealed version enters into force on its first day, not a second earlier', async () => {
  const id = await held({ startsOn: '2026-11-01', endsOn: '2027-10-31' });
  expect(await stateOf(id)).toBe('negotiating');
  at('2026-10-31T23:59:59Z');
  await keep();
  expect(await stateOf(id)).toBe('negotiating');
  at('2026-11-01T00:00:00Z');
  expect(await keep()).toBe(1);
  const { state, startsOn, parties } = await readAs(world, north(), id);
  expect({ state, startsOn }).toEqual({ state: 'in_force', startsOn: '2026-11-01' });
  expect(parties.map(({ joinedOn }) => joinedOn)).toEqual(['2026-11-01', '2026-11-01', '2026-11-01']);
  expect(await keep()).toBe(0);
});

test('it expires after its last day, and a clock set back does not bring it back', async () => {
  const id = await held({ endsOn: '2026-12-31', renewal: 'none', renewalMonths: null });
  at('2026-12-31T23:59:59Z');
  await keep();
  expect(await stateOf(id)).toBe('in_force');
  at('2027-01-01T00:00:00Z');
  await keep();
  expect(await stateOf(id)).toBe('expired');
  at('2026-11-01T00:00:00Z');
  await keep();
  expect(await stateOf(id)).toBe('expired');
});

test('it renews itself unless a party objects in time', async () => {
  const terms = { endsOn: '2026-12-31', renewal: 'automatic', renewalMonths: 12, noticeDays: 30 };
  const [goesOn, ends] = [await held(terms), await held(terms)];
  expect((await ask(vantera(), ends, { kind: 'non_renewal' })).statusCode).toBe(201);
  at('2026-12-20T00:00:00Z');
  expect((await ask(vantera(), goesOn, { kind: 'non_renewal', effectiveOn: '2026-12-20' })).json()).toMatchObject({
    code: 'agreement.notice_too_short',
    parameters: { days: 30 },
  });
  at('2027-01-01T00:00:00Z');
  await keep();
  expect(await readAs(world, north(), goesOn)).toMatchObject({ state: 'in_force', endsOn: '2027-12-31' });
  expect(await stateOf(ends)).toBe('expired');
});

test('it is renewed on request when all agree; one refusal with its reason ends the request', async () => {
  const id = await held({ endsOn: '2026-12-31', renewal: 'on_request', renewalMonths: 12 });
  expect((await ask(north(), id, { kind: 'renewal', newEndOn: '2026-12-31' })).json().code).toBe(
    'agreement.dates_reversed',
  );
  const first = (await ask(north(), id, { kind: 'renewal', newEndOn: '2028-12-31' })).json<{ id: string }>().id;
  expect((await ask(north(), id, { kind: 'renewal', newEndOn: '2029-12-31' })).json().code).toBe(
    'agreement.request_open',
  );
  expect((await answer(ribeira(), id, first, 'refused')).json().code).toBe('request.reason_needed');
  expect((await answer(ribeira(), id, first, 'refused', 'Too long.')).statusCode).toBe(200);
  expect((await readAs(world, vantera(), id)).requests[0]).toMatchObject({ state: 'refused', waitingFor: [] });
  const second = (await ask(north(), id, { kind: 'renewal', newEndOn: '2027-12-31' })).json<{ id: string }>().id;
  await answer(ribeira(), id, second);
  expect((await readAs(world, vantera(), id)).requests[0]?.waitingFor).toEqual([vantera().organisationId]);
  await answer(vantera(), id, second);
  expect((await answer(vantera(), id, second)).json().code).toBe('agreement.request_not_found');
  await letTakeEffect(world.scopeOf(), id);
  expect(await readAs(world, north(), id)).toMatchObject({ endsOn: '2027-12-31', requests: [{ state: 'done' }, {}] });
});

test('a party withdraws by notice; when one is left, the agreement ends', async () => {
  const id = await held({ withdrawal: 'by_notice', noticeDays: 30 });
  expect((await ask(vantera(), id, { kind: 'withdrawal', effectiveOn: '2026-11-11' })).json()).toMatchObject({
    code: 'agreement.notice_too_short',
    parameters: { earliest: '2026-11-12' },
  });
  await ask(vantera(), id, { kind: 'withdrawal', effectiveOn: '2026-11-12' });
  at('2026-11-12T00:00:00Z');
  await keep();
  const left = await readAs(world, vantera(), id);
  expect(left.parties.find(({ name }) => name === 'Vantera')?.leftOn).toBe('2026-11-12');
  expect(left.abilities).toMatchObject({ ask: false, edit: false });
  expect(left.state).toBe('in_force');
  await ask(ribeira(), id, { kind: 'withdrawal', effectiveOn: '2026-12-31' });
  at('2026-12-31T00:00:00Z');
  await keep();
  expect(await stateOf(id)).toBe('terminated');
});

test('it is suspended and resumed by all; meanwhile it stays what it is', async () => {
  const id = await held();
  const agreeAll = async (kind: string) => {
    const asked = (await ask(north(), id, { kind })).json<{ id: string }>();
    for (const member of [ribeira(), vantera()]) await answer(member, id, asked.id);
    await letTakeEffect(world.scopeOf(), id);
  };
  expect((await ask(north(), id, { kind: 'resumption' })).json().code).toBe('request.move_not_allowed');
  await agreeAll('suspension');
  expect(await readAs(world, north(), id)).toMatchObject({ state: 'suspended', inForce: { number: 1 } });
  await agreeAll('resumption');
  expect(await stateOf(id)).toBe('in_force');
});

test('a request is taken back by whoever asked, and by nobody else', async () => {
  const id = await held({ noticeDays: 10 });
  const asked = (await ask(ribeira(), id, { kind: 'termination', byNotice: true, effectiveOn: '2026-10-23' })).json<{
    id: string;
  }>();
  const recall = (as: TestMember) =>
    world.request(as, 'POST', `/agreements/${id}/requests/${asked.id}/recall`, { reason: 'We found the money.' });
  const abilitiesFor = async (as: TestMember) => (await readAs(world, as, id)).requests[0]?.abilities;
  expect(await abilitiesFor(ribeira())).toEqual({ answer: false, recall: true });
  expect(await abilitiesFor(north())).toEqual({ answer: false, recall: false });
  expect((await recall(north())).json().code).toBe('agreement.request_not_found');
  expect((await recall(ribeira())).statusCode).toBe(204);
  at('2026-10-23T00:00:00Z');
  await keep();
  expect(await stateOf(id)).toBe('in_force');
});

test('termination while learners are abroad leaves them where they are, and lists them', async () => {
  const [home, provider] = [organisations[0] as TestOrganisation, organisations[1] as TestOrganisation];
  await addPartnership(world.network, home, provider);
  const parties = {
    home,
    provider,
    foreign: fourth,
    learner: await addMember(world.db, world.network, home, 'learner'),
    host: await addMember(world.db, world.network, provider, 'host_supervisor'),
    coordinator: await addMember(world.db, world.network, home, 'coordinator'),
    stranger: await addMember(world.db, world.network, fourth, 'host_supervisor'),
  };
  const participationId = await addParticipation(world, parties);
  await agree(world, parties, participationId);
  const id = await held();
  const asked = (await ask(north(), id, { kind: 'termination' })).json<{ id: string }>();
  for (const member of [ribeira(), vantera()]) await answer(member, id, asked.id);
  await letTakeEffect(world.scopeOf(), id);
  expect(await readAs(world, north(), id)).toMatchObject({ state: 'terminated', endReason: 'As we said.' });
  const running = (await world.request(vantera(), 'GET', `/agreements/${id}/running`)).json<{ items: object[] }>();
  expect(running.items).toMatchObject([
    { id: participationId, state: 'agreed', home: 'Northwater', provider: 'Ribeira' },
  ]);
  expect((await world.request(north(), 'POST', `/agreements/${id}/versions`, {})).json().code).toBe(
    'request.move_not_allowed',
  );
});

test('an agreement under which nothing happens for half a year raises an alarm, once, and wakes when something does', async () => {
  const pair = [await addOrganisation(world.network, 'Quiet'), await addOrganisation(world.network, 'Silent')];
  const members = [];
  for (const organisation of pair)
    members.push(await addMember(world.db, world.network, organisation, 'organisation_administrator'));
  const [first] = members as [TestMember];
  const id = await inForce(world, members, pair);
  at('2027-04-11T08:59:59Z');
  await keep();
  expect((await readAs(world, first, id)).dormantSince).toBeNull();
  at('2027-04-11T09:00:01Z');
  await keep();
  expect((await readAs(world, first, id)).dormantSince).toBe('2027-04-11T09:00:01.000Z');
  await keep();
  const alarms = (await world.request(first, 'GET', `/agreements/${id}/history`)).json<{
    items: { action: string }[];
  }>();
  expect(alarms.items.filter(({ action }) => action === 'agreement.dormant')).toHaveLength(1);
  await world.request(first, 'POST', `/agreements/${id}/versions`, {});
  await keep();
  expect((await readAs(world, first, id)).dormantSince).toBeNull();
});
