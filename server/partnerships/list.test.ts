import type { PartnershipPage } from '@collegium/contract/partnerships.ts';
import { partnershipPhases } from '@collegium/contract/partnerships/phase.ts';
import type { PartnershipDetail } from '@collegium/contract/partnerships/views.ts';
import { roles } from '@collegium/contract/roles.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jsonb } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { acceptInvitation } from './testing.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';

let world: TestApp;
let [ribeira, vantera, jianglan] = [{} as TestOrganisation, {} as TestOrganisation, {} as TestOrganisation];
let [helena, jonas, lin] = [{} as TestMember, {} as TestMember, {} as TestMember];
const ids: Record<string, string> = {};
beforeAll(async () => {
  world = await createTestApp();
  ribeira = await addOrganisation(world.network, 'Ribeira');
  vantera = await addOrganisation(world.network, 'Vantera', 'company');
  jianglan = await addOrganisation(world.network, 'Jianglan');
  helena = await addMember(world.db, world.network, ribeira, 'coordinator', 'Helena Sousa');
  jonas = await addMember(world.db, world.network, vantera, 'coordinator', 'Jonas Kirk');
  lin = await addMember(world.db, world.network, jianglan, 'coordinator', 'Lin Wei');
  await found('Exploring', {});
  await found('Forming', {});
  await found('Active', { isOpen: true });
  await found('Dormant', { publicFields: ['purpose'] });
  await found('Ended', { publicFields: ['members'], model: 'bilateral' });
  await happen();
});
afterAll(() => world.close());

async function found(name: string, changes: object): Promise<void> {
  const organisationIds = [ribeira.id, vantera.id];
  const body = { name, model: 'consortium', purpose: `To ${name} 100%`, organisationIds, ...changes };
  const { id } = (await world.request(helena, 'POST', '/partnerships', body)).json<{ id: string }>();
  ids[name] = id;
  await acceptInvitation(world, jonas, id);
}

/** What makes each of them what its name says. */
async function happen(): Promise<void> {
  await world.request(helena, 'POST', `/partnerships/${ids['Forming']}/goals`, { text: 'Meet', ownerId: ribeira.id });
  await world.request(helena, 'POST', `/partnerships/${ids['Ended']}/end`, { reason: 'Done' }, { 'if-match': '"1"' });
  const year = 365 * 86_400_000;
  for (const [name, ago] of [['Active', 0.5] as const, ['Dormant', 1.5] as const]) {
    const at = new Date(world.clock.at.getTime() - ago * year);
    await insertEntered(name, at);
  }
}

/** An agreement that entered into force has its version. */
async function insertEntered(name: string, at: Date): Promise<void> {
  const [id, versionId] = [newId(), newId()];
  const agreement = {
    id,
    partnership_id: ids[name]!,
    template: 'student_exchange',
    title: jsonb({ en: name }),
    created_at: at,
  };
  await world.network
    .insertInto('agreement')
    .values({ ...agreement, reference: name })
    .execute();
  await world.network
    .insertInto('agreement_version')
    .values({ id: versionId, agreement_id: id, number: 1, terms: jsonb({} as never), created_at: at })
    .execute();
  await world.network
    .updateTable('agreement')
    .set({ state: 'in_force', in_force_version_id: versionId, entered_into_force_at: at })
    .where('id', '=', id)
    .execute();
}

const list = async (as: TestMember, query = '') => {
  const answer = await world.request(as, 'GET', `/partnerships${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json<PartnershipPage>().items;
};
const names = async (as: TestMember, query = '') => (await list(as, query)).map(({ name }) => name);

test('members find their partnerships, each as far as the facts say', async () => {
  const all = await list(helena);
  expect(all.map(({ name }) => name)).toEqual(['Active', 'Dormant', 'Ended', 'Exploring', 'Forming']);
  for (const { name, phase } of all) expect(phase).toBe(name.toLowerCase());
});

test('the phase of the list is the phase of the page', async () => {
  for (const { id, phase } of await list(helena))
    expect((await world.request(helena, 'GET', `/partnerships/${id}`)).json<PartnershipDetail>().phase).toBe(phase);
});

test('people outside find what is open or shows something, and read no more than it shows', async () => {
  const all = await list(lin);
  expect(all.map(({ name }) => name)).toEqual(['Active', 'Dormant', 'Ended']);
  expect(all.map(({ purpose }) => purpose)).toEqual(['', 'To Dormant 100%', '']);
  expect(all.map(({ members }) => members.length)).toEqual([0, 0, 2]);
  expect(all.every(({ isMember, abilities }) => !isMember && !abilities.change)).toBe(true);
});

test('an organisation’s partnerships are listed to people outside only where members are shown', async () => {
  expect(await names(helena, `?organisationId=${vantera.id}`)).toHaveLength(5);
  expect(await names(lin, `?organisationId=${vantera.id}`)).toEqual(['Ended']);
});

test('it is narrowed by words, phase, model and standing', async () => {
  expect(await names(helena, '?words=orm')).toEqual(['Dormant', 'Forming']);
  expect(await names(helena, '?words=100%25')).toHaveLength(5);
  expect(await names(helena, '?words=1_0')).toEqual([]);
  expect(await names(lin, '?words=To%20Active')).toEqual([]);
  for (const phase of partnershipPhases)
    expect((await names(helena, `?phase=${phase}`)).map((name) => name.toLowerCase())).toEqual([phase]);
  expect(await names(helena, '?model=bilateral')).toEqual(['Ended']);
  expect(await names(helena, '?standing=mine')).toHaveLength(5);
  expect(await names(lin, '?standing=open')).toEqual(['Active']);
  expect(await names(helena, '?standing=open')).toEqual([]);
  expect(await names(helena, '?standing=open&standing=mine')).toHaveLength(5);
});

test('for every role, the list is what the page lets through', async () => {
  for (const organisation of [ribeira, vantera, jianglan])
    for (const role of roles) {
      const member = await addMember(world.db, world.network, organisation, role);
      const shown = await names(member);
      for (const [name, id] of Object.entries(ids)) {
        const { statusCode } = await world.request(member, 'GET', `/partnerships/${id}`);
        const shows = [role, organisation.name, name, shown.includes(name)];
        expect(shows).toEqual([role, organisation.name, name, statusCode === 200]);
      }
    }
});

test('an organisation that is asked to join finds the partnership', async () => {
  expect(await names(lin)).not.toContain('Exploring');
  const body = { message: 'Come and join us', organisationId: jianglan.id };
  const asked = await world.request(helena, 'POST', `/partnerships/${ids['Exploring']}/requests`, body);
  expect(asked.statusCode).toBe(201);
  expect(await names(lin)).toContain('Exploring');
});

test('a page follows another without a gap', async () => {
  const first = (await world.request(helena, 'GET', '/partnerships?limit=2')).json<PartnershipPage>();
  const rest = await names(helena, `?limit=5&cursor=${first.next}`);
  expect([...first.items.map(({ name }) => name), ...rest]).toHaveLength(5);
});

test('decisions stand on the page with their reasons; what is only done does not', async () => {
  const { decisions, activity } = (
    await world.request(helena, 'GET', `/partnerships/${ids['Ended']}`)
  ).json<PartnershipDetail>();
  expect(decisions).toMatchObject([
    { action: 'partnership.ended', reason: 'Done', organisation: 'Ribeira' },
    { action: 'partnership.joined', organisation: 'Vantera' },
  ]);
  expect(activity.map(({ action }) => action).toSorted()).toEqual([
    'partnership.created',
    'partnership.ended',
    'partnership.invited',
    'partnership.joined',
  ]);
  const outside = (await world.request(lin, 'GET', `/partnerships/${ids['Ended']}`)).json<PartnershipDetail>();
  expect(outside.decisions).toEqual([]);
});
