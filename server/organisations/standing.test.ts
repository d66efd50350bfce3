import type { PartnershipDetail } from '@collegium/contract/partnerships/views.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';

let world: TestApp;
let [ribeira, vantera] = [{} as TestOrganisation, {} as TestOrganisation];
/** Merged into one that was merged itself, so that the successor is the last of the chain; and one that is archived. */
let [merged, archived] = [{} as TestOrganisation, {} as TestOrganisation];
let [helena, administrator] = [{} as TestMember, {} as TestMember];

const act = (as: TestMember, method: 'POST' | 'PUT', url: string, body: object, version = 1) =>
  world.request(as, method, url, body, { 'if-match': `"${version}"` });
const successorSentence = 'Kade was merged into Newhaven. Name Newhaven instead.';
const archivedSentence = 'Oldport is archived and takes part in nothing new. Choose another organisation.';

beforeAll(async () => {
  world = await createTestApp();
  ribeira = await addOrganisation(world.network, 'Ribeira');
  vantera = await addOrganisation(world.network, 'Vantera', 'company');
  merged = await addOrganisation(world.network, 'Kade');
  archived = await addOrganisation(world.network, 'Oldport');
  const [between, last] = [
    await addOrganisation(world.network, 'Between'),
    await addOrganisation(world.network, 'Newhaven'),
  ];
  helena = await addMember(world.db, world.network, ribeira, 'coordinator', 'Helena Sousa');
  administrator = await addMember(world.db, world.network, ribeira, 'network_administrator');
  const ends = [
    [`/organisations/${merged.id}/merge`, { intoId: between.id, reason: 'By law' }],
    [`/organisations/${between.id}/merge`, { intoId: last.id, reason: 'By law' }],
    [`/organisations/${archived.id}/archive`, { reason: 'It closed' }],
  ] as const;
  for (const [url, body] of ends) await act(administrator, 'POST', url, body);
});
afterAll(() => world.close());

const partnership = () => ({ name: 'Blue Coast', model: 'consortium', organisationIds: [ribeira.id, vantera.id] });
const found = async (as: TestMember) => (await act(as, 'POST', '/partnerships', partnership())).json<{ id: string }>();
const agreement = () => ({
  template: 'student_exchange',
  parties: [{ organisationId: ribeira.id }, { organisationId: vantera.id }],
});

test('an organisation that is no more is refused with a sentence that names its successor, wherever it is named', async () => {
  const { id } = await found(administrator);
  const draft = (await act(helena, 'POST', '/agreements', agreement())).json<{ id: string }>();
  const naming = (gone: TestOrganisation): readonly (readonly ['POST' | 'PUT', string, object, TestMember?])[] => [
    ['POST', '/partnerships', { ...partnership(), organisationIds: [ribeira.id, gone.id] }],
    ['PUT', `/partnerships/${id}`, { ...partnership(), organisationIds: [ribeira.id, vantera.id, gone.id] }],
    ['POST', `/partnerships/${id}/requests`, { organisationId: gone.id, message: 'Join us, please' }],
    ['POST', `/agreements`, { ...agreement(), parties: [...agreement().parties, { organisationId: gone.id }] }],
    ['POST', `/agreements/${draft.id}/draft/parties`, { organisationId: gone.id }],
    [
      'POST',
      `/organisations/${gone.id}/invitations`,
      { name: 'Lin Wei', email: 'lin.wei@example.org', role: 'coordinator' },
      administrator,
    ],
  ];
  for (const [gone, code, detail] of [
    [merged, 'organisation.merged_away', successorSentence],
    [archived, 'organisation.gone', archivedSentence],
  ] as const)
    for (const [method, url, body, as = helena] of naming(gone)) {
      const answer = await act(as, method, url, body);
      expect(answer.json(), `${method} ${url}`).toMatchObject({ status: 422, code });
      expect(Object.values(answer.json()), `${method} ${url}`).toContain(detail);
    }
  const left = await world.network.selectFrom('agreement').select('id').execute();
  expect(left).toHaveLength(1);
});

test('a goal gets no owner that is archived, and one that has one can still be reached', async () => {
  const { id } = await found(administrator);
  const goal = { text: 'Open a laboratory', ownerId: vantera.id };
  const made = (await act(helena, 'POST', `/partnerships/${id}/goals`, goal)).json<PartnershipDetail>();
  expect(made.goals).toHaveLength(1);
  const closing = { reason: 'It closed' };
  expect((await act(administrator, 'POST', `/organisations/${vantera.id}/archive`, closing)).statusCode).toBe(200);
  const another = await act(helena, 'POST', `/partnerships/${id}/goals`, goal);
  expect(another.json().code).toBe('organisation.gone');
  const reached = { ...goal, reachedOn: '2026-10-12' };
  expect((await act(helena, 'PUT', `/partnership-goals/${made.goals[0]?.id}`, reached)).statusCode).toBe(200);
});
