import type { PartnershipDetail, SuggestionList } from '@collegium/contract/partnerships/views.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { acceptInvitation } from './testing.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';

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
  jonas = await addMember(world.db, world.network, vantera, 'organisation_administrator', 'Jonas Kirk');
  lin = await addMember(world.db, world.network, jianglan, 'coordinator', 'Lin Wei');
  id = (await found({})).id;
});

const input = () => ({
  name: 'Blue Coast',
  model: 'consortium',
  purpose: 'Train for the coast',
  organisationIds: [ribeira.id, vantera.id],
  roles: { [ribeira.id]: 'lead', [vantera.id]: 'funder' },
});
/** Helena founds it, and Jonas accepts for his organisation. */
const found = async (changes: object) => {
  const answer = await world.request(helena, 'POST', '/partnerships', { ...input(), ...changes });
  const founded = answer.json<{ id: string; version: number }>();
  await acceptInvitation(world, jonas, founded.id);
  return founded;
};
const page = (as: TestMember | null, of = id) => world.request(as, 'GET', `/partnerships/${of}`);
const detail = async (as: TestMember | null) => (await page(as)).json<PartnershipDetail>();
const post = (as: TestMember, path: string, body: object, version?: number) =>
  world.request(as, 'POST', path, body, version === undefined ? {} : { 'if-match': `"${version}"` });

test('to people outside, a partnership that shows nothing does not exist; its members read everything', async () => {
  expect((await page(null)).statusCode).toBe(404);
  expect((await page(lin)).statusCode).toBe(404);
  expect(await detail(jonas)).toMatchObject({
    phase: 'exploring',
    isMember: true,
    purpose: 'Train for the coast',
    members: [
      { organisation: { name: 'Ribeira' }, role: 'lead' },
      { organisation: { name: 'Vantera' }, role: 'funder' },
    ],
    abilities: { change: true, end: true, apply: false },
  });
});

test('the public face shows the fields that the partners chose, and no other', async () => {
  await post(helena, `/partnerships/${id}/goals`, { text: 'Forty placements a year', ownerId: vantera.id });
  await world.request(
    helena,
    'PUT',
    `/partnerships/${id}`,
    { ...input(), publicFields: ['members', 'goals'] },
    { 'if-match': '"1"' },
  );
  for (const as of [null, lin])
    expect(await detail(as)).toMatchObject({
      shown: ['members', 'goals'],
      purpose: '',
      members: [{ role: 'lead', offers: [], needs: [] }, { role: 'funder' }],
      goals: [{ text: 'Forty placements a year', owner: { name: 'Vantera' } }],
      people: [],
      activity: [],
      agreements: [],
    });
});

test('goals have an owner among the members and a date, and are reached once', async () => {
  expect((await post(lin, `/partnerships/${id}/goals`, { text: 'Take over', ownerId: ribeira.id })).json().code).toBe(
    'partnership.not_found',
  );
  expect(
    (await post(helena, `/partnerships/${id}/goals`, { text: 'Elsewhere', ownerId: jianglan.id })).json().code,
  ).toBe('partnership.owner_not_member');
  const { goals, phase } = (
    await post(jonas, `/partnerships/${id}/goals`, {
      text: 'Open a laboratory',
      ownerId: vantera.id,
      dueOn: '2027-03-01',
    })
  ).json<PartnershipDetail>();
  expect(phase).toBe('forming');
  const goal = { text: 'Open a laboratory', ownerId: vantera.id, reachedOn: '2026-10-12' };
  const put = (as: TestMember) =>
    world.request(as, 'PUT', `/partnership-goals/${goals[0]?.id}`, goal, { 'if-match': '"1"' });
  expect((await put(lin)).json().code).toBe('partnership_goal.not_found');
  expect((await put(helena)).json().goals).toMatchObject([{ reachedOn: '2026-10-12', version: 2 }]);
  expect((await put(jonas)).json().code).toBe('request.version_stale');
});

test('members name contacts and working groups of their own people', async () => {
  const { groups } = (
    await post(helena, `/partnerships/${id}/groups`, { name: 'Placements' })
  ).json<PartnershipDetail>();
  const name = (as: TestMember, body: object) => post(as, `/partnerships/${id}/people`, body);
  expect((await name(helena, { personId: jonas.personId })).json().code).toBe('partnership.person_elsewhere');
  await name(helena, { personId: helena.personId, function: 'Contact' });
  expect((await name(helena, { personId: helena.personId })).json().code).toBe('partnership.person_already');
  const { people } = (
    await name(jonas, { personId: jonas.personId, groupId: groups[0]?.id })
  ).json<PartnershipDetail>();
  expect(people.map((one) => [one.name, one.groupId === null])).toEqual([
    ['Helena Sousa', true],
    ['Jonas Kirk', false],
  ]);
  const remove = (as: TestMember) => world.request(as, 'DELETE', `/partnerships/${id}/people/${people[1]?.id}`);
  expect((await remove(helena)).statusCode).toBe(404);
  expect((await remove(jonas)).json<PartnershipDetail>().people).toHaveLength(1);
});

test('an organisation applies where a partnership is open, and is a partner when a member accepts', async () => {
  const apply = () => post(lin, `/partnerships/${id}/requests`, { message: 'We teach port economics' });
  expect((await apply()).json().code).toBe('partnership.not_open');
  await world.request(helena, 'PUT', `/partnerships/${id}`, { ...input(), isOpen: true }, { 'if-match': '"1"' });
  expect((await detail(lin)).abilities.apply).toBe(true);
  const answers = await Promise.all([apply(), apply()]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
  const { requests } = await detail(helena);
  const accept = (as: TestMember) =>
    post(as, `/partnership-requests/${requests[0]?.id}/answer`, { decision: 'accepted' }, 1);
  expect((await accept(lin)).statusCode).toBe(404);
  expect((await accept(jonas)).json<PartnershipDetail>().members.map(({ organisation }) => organisation.name)).toEqual([
    'Ribeira',
    'Jianglan',
    'Vantera',
  ]);
  expect((await apply()).json().code).toBe('partnership.member_already');
});

test('a member invites an organisation, which alone answers', async () => {
  await post(jonas, `/partnerships/${id}/requests`, { message: 'Join us', organisationId: jianglan.id });
  const { requests } = await detail(lin);
  expect(requests).toMatchObject([{ kind: 'invitation', abilities: { answer: true } }]);
  const answer = (as: TestMember, decision: string) =>
    post(as, `/partnership-requests/${requests[0]?.id}/answer`, { decision }, 1);
  expect((await answer(helena, 'accepted')).statusCode).toBe(404);
  await answer(lin, 'declined');
  expect((await detail(helena)).members).toHaveLength(2);
});

test('a partnership that has ended stays as it was', async () => {
  const end = (as: TestMember) => post(as, `/partnerships/${id}/end`, { reason: 'Its goals are reached' }, 1);
  expect((await end(lin)).statusCode).toBe(404);
  expect((await end(helena)).json()).toMatchObject({
    phase: 'ended',
    endReason: 'Its goals are reached',
    abilities: { change: false },
  });
  expect((await end(helena)).json().code).toBe('partnership.ended');
  expect((await post(jonas, `/partnerships/${id}/goals`, { text: 'One more', ownerId: vantera.id })).json().code).toBe(
    'partnership.ended',
  );
});

test('partners are suggested for reasons, and those who are partners already are not', async () => {
  const declare = (as: TestMember, items: object[]) =>
    world.request(as, 'PUT', `/organisations/${as.organisationId}/interests`, { items });
  await declare(helena, [{ direction: 'need', fieldCode: '0716', offerKind: 'internship', note: '' }]);
  await declare(lin, [{ direction: 'strength', fieldCode: '07', offerKind: null, note: 'Ships' }]);
  await declare(jonas, [{ direction: 'strength', fieldCode: '0716', offerKind: null, note: '' }]);
  expect(
    (await world.request(helena, 'PUT', `/organisations/${jianglan.id}/interests`, { items: [] })).statusCode,
  ).toBe(404);
  await world.network
    .insertInto('organisation_position')
    .values([
      { organisation_id: ribeira.id, latitude: 41.15, longitude: -8.61 },
      { organisation_id: jianglan.id, latitude: 41.5, longitude: -8.4 },
    ])
    .execute();
  const { items } = (await world.request(helena, 'GET', '/partner-suggestions')).json<SuggestionList>();
  expect(items.filter(({ organisation }) => [jianglan.id, vantera.id].includes(organisation.id))).toEqual([
    {
      organisation: {
        id: jianglan.id,
        name: 'Jianglan',
        shortMark: 'JI',
        kind: 'university',
        city: null,
        country: null,
      },
      points: 5,
      reasons: [
        { reason: 'offers_what_you_need', fieldCode: '0716', points: 4 },
        { reason: 'near', km: 43, points: 1 },
      ],
    },
  ]);
});
