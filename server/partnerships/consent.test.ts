import type { PartnershipDetail } from '@collegium/contract/partnerships/views.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dispatchPending } from '../platform/events/dispatcher.ts';
import { allSubscriptions } from '../subscriptions.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';
import { acceptInvitation } from './testing.ts';

let world: TestApp;
let [ribeira, vantera, jianglan] = [{} as TestOrganisation, {} as TestOrganisation, {} as TestOrganisation];
let [helena, jonas, lin] = [{} as TestMember, {} as TestMember, {} as TestMember];
let id: string;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());
beforeEach(async () => {
  ribeira = await addOrganisation(world.network, 'Ribeira');
  vantera = await addOrganisation(world.network, 'Vantera', 'company');
  jianglan = await addOrganisation(world.network, 'Jianglan');
  helena = await addMember(world.db, world.network, ribeira, 'coordinator', 'Helena Sousa');
  jonas = await addMember(world.db, world.network, vantera, 'coordinator', 'Jonas Kirk');
  lin = await addMember(world.db, world.network, jianglan, 'coordinator', 'Lin Wei');
  const founded = await world.request(helena, 'POST', '/partnerships', input());
  id = founded.json<{ id: string }>().id;
});

const input = () => ({
  name: 'Blue Coast',
  model: 'consortium',
  purpose: 'Train for the coast',
  organisationIds: [ribeira.id, vantera.id, jianglan.id],
  roles: { [ribeira.id]: 'lead', [vantera.id]: 'funder' },
});
const detail = async (as: TestMember) => {
  const answer = await world.request(as, 'GET', `/partnerships/${id}`);
  expect(answer.statusCode).toBe(200);
  return answer.json<PartnershipDetail>();
};
const namesOf = ({ members }: PartnershipDetail) =>
  members.filter(({ leftOn }) => leftOn === null).map(({ organisation, role }) => [organisation.name, role]);
const requestOf = async (as: TestMember) => {
  const { requests } = await detail(as);
  return requests.find(({ organisation }) => organisation.id === as.organisationId)!;
};
const post = (as: TestMember, path: string, body: object | undefined, version: number) =>
  world.request(as, 'POST', path, body, { 'if-match': `"${version}"` });
const told = async (as: TestMember) => {
  await dispatchPending({ services: world.services, subscriptions: allSubscriptions });
  const { items } = (await world.request(as, 'GET', '/notifications')).json<{ items: { sentence: string }[] }>();
  return items.map(({ sentence }) => sentence);
};

test('whoever is named at the founding is a member only once it has accepted, in the role it was invited for', async () => {
  expect(namesOf(await detail(helena))).toEqual([['Ribeira', 'lead']]);
  expect((await detail(helena)).requests).toMatchObject([
    {
      organisation: { name: 'Vantera' },
      kind: 'invitation',
      role: 'funder',
      abilities: { answer: false, withdraw: true },
    },
    { organisation: { name: 'Jianglan' }, kind: 'invitation', role: 'partner', message: 'Train for the coast' },
  ]);
  expect((await detail(lin)).requests).toMatchObject([
    { organisation: { name: 'Jianglan' }, abilities: { answer: true, withdraw: false } },
  ]);
  await acceptInvitation(world, jonas, id);
  expect(namesOf(await detail(helena))).toEqual([
    ['Ribeira', 'lead'],
    ['Vantera', 'funder'],
  ]);
});

test('an invited organisation can change nothing before it has accepted', async () => {
  const renamed = { ...input(), name: 'Ours now' };
  const put = await world.request(jonas, 'PUT', `/partnerships/${id}`, renamed, { 'if-match': '"1"' });
  expect(put.json().code).toBe('partnership.not_found');
  expect((await world.request(jonas, 'POST', `/partnerships/${id}/groups`, { name: 'Ours' })).statusCode).toBe(404);
});

test('who is named in a change is invited, whoever was asked already is not asked twice, and nobody is taken in', async () => {
  const answer = await world.request(helena, 'PUT', `/partnerships/${id}`, input(), { 'if-match': '"1"' });
  expect(answer.json().members).toHaveLength(1);
  expect((await detail(helena)).requests).toHaveLength(2);
});

test('those who may answer hear of it, and who asked hears the answer', async () => {
  const sentence = 'Jianglan is invited to the partnership “Blue Coast”. Read why, and accept or decline.';
  expect(await told(lin)).toEqual([sentence]);
  expect(await told(helena)).toEqual([]);
  const mails = await world.network
    .selectFrom('mail')
    .select('subject')
    .where('to_address', 'like', `${lin.personId}%`)
    .execute();
  expect(mails.map(({ subject }) => subject)).toEqual([sentence]);
  const { id: requestId, version } = await requestOf(lin);
  const body = { decision: 'declined', answer: 'Not this year.' };
  expect((await post(lin, `/partnership-requests/${requestId}/answer`, body, version)).statusCode).toBe(200);
  expect(await told(helena)).toEqual([
    'Jianglan does not become a member of the partnership “Blue Coast”. Not this year.',
  ]);
  expect((await detail(helena)).decisions).toMatchObject([
    { action: 'partnership.not_joined', reason: 'Not this year.' },
  ]);
});

test('an invitation is withdrawn by members alone, and cannot be accepted afterwards', async () => {
  const { id: requestId, version } = await requestOf(jonas);
  const withdraw = (as: TestMember) => post(as, `/partnership-requests/${requestId}/withdraw`, undefined, version);
  expect((await withdraw(jonas)).statusCode).toBe(404);
  expect((await withdraw(lin)).statusCode).toBe(404);
  expect((await withdraw(helena)).json<PartnershipDetail>().requests).toHaveLength(1);
  const accept = await post(jonas, `/partnership-requests/${requestId}/answer`, { decision: 'accepted' }, version);
  expect(accept.json().code).toBe('request.version_stale');
  expect(namesOf(await detail(helena))).toHaveLength(1);
});

test('of an acceptance and a withdrawal at once, one happens', async () => {
  const { id: requestId, version } = await requestOf(jonas);
  const answers = await Promise.all([
    post(jonas, `/partnership-requests/${requestId}/answer`, { decision: 'accepted' }, version),
    post(helena, `/partnership-requests/${requestId}/withdraw`, undefined, version),
  ]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 412]);
});
