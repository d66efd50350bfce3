import type { AuditEventView, AuditPage } from '@collegium/contract/audit.ts';
import type { OfferView } from '@collegium/contract/offers.ts';
import { roles } from '@collegium/contract/roles.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addOffer } from '../../testing/offers.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../../testing/world.ts';
import { newId } from '../ids.ts';
import { canSeeEvent } from './policy.ts';

let world: TestApp;
let vantera: TestOrganisation;
let ribeira: TestOrganisation;
let staff: TestMember;
let stranger: TestMember;
let administrator: TestMember;
let offer: OfferView;

beforeAll(async () => {
  world = await createTestApp();
  vantera = await addOrganisation(world.network, 'Vantera', 'company');
  ribeira = await addOrganisation(world.network, 'Ribeira');
  staff = await addMember(world.db, world.network, vantera, 'coordinator', 'Jonas Kirk');
  stranger = await addMember(world.db, world.network, ribeira, 'coordinator');
  administrator = await addMember(world.db, world.network, ribeira, 'network_administrator');
  offer = await addOffer(world, staff);
  const version = { 'if-match': `"${offer.version}"` };
  await world.request(staff, 'POST', `/offers/${offer.id}/withdraw`, { reason: 'The plant closes' }, version);
  await world.network
    .insertInto('audit_event')
    .values({ id: newId(), at: world.clock.at, action: 'round.closed', object_type: 'round', object_id: newId() })
    .execute();
});
afterAll(() => world.close());

async function read(as: TestMember | null, query = ''): Promise<AuditEventView[]> {
  const answer = await world.request(as, 'GET', `/audit${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json<AuditPage>().items;
}
const actions = (events: AuditEventView[]) => events.map(({ action }) => action);

test('somebody signed out and people without the permission read nothing', async () => {
  expect((await world.request(null, 'GET', '/audit')).statusCode).toBe(401);
  const teacher = await addMember(world.db, world.network, vantera, 'teacher');
  expect((await world.request(teacher, 'GET', '/audit')).statusCode).toBe(404);
});

test('staff read what was done on behalf of their organisation, with who, when and why', async () => {
  const events = await read(staff);
  expect(actions(events)).toEqual(['offer.withdrawn', 'offer.published', 'offer.created']);
  expect(events[0]).toMatchObject({
    at: world.clock.at.toISOString(),
    objectType: 'offer',
    objectId: offer.id,
    person: { id: staff.personId, name: 'Jonas Kirk' },
    organisation: { id: vantera.id, name: 'Vantera', shortMark: 'VA' },
    reason: 'The plant closes',
  });
  expect(await read(stranger)).toEqual([]);
});

test('administrators of the network read everything, what the server did included', async () => {
  const [latest] = await read(administrator);
  expect(latest).toMatchObject({ action: 'round.closed', person: null, organisation: null });
});

test('it is filtered by object, person, action and time', async () => {
  expect(await read(administrator, `?objectId=${offer.id}`)).toHaveLength(3);
  expect(await read(administrator, `?personId=${stranger.personId}`)).toEqual([]);
  expect(actions(await read(administrator, '?action=offer.published'))).toEqual(['offer.published']);
  expect(await read(administrator, '?action=offer')).toHaveLength(3);
  expect(await read(administrator, '?action=off')).toEqual([]);
  const now = world.clock.at.toISOString();
  expect(await read(administrator, `?from=${now}`)).toHaveLength(4);
  expect(await read(administrator, `?until=${now}`)).toEqual([]);
});

test('a page follows another without a gap, and a made-up cursor is refused', async () => {
  const first = (await world.request(staff, 'GET', '/audit?limit=2')).json<AuditPage>();
  const second = await read(staff, `?limit=2&cursor=${first.next}`);
  expect([...actions(first.items), ...actions(second)]).toEqual([
    'offer.withdrawn',
    'offer.published',
    'offer.created',
  ]);
  expect((await world.request(staff, 'GET', '/audit?cursor=nonsense')).statusCode).toBe(422);
});

test('for every role, the list is what the policy lets through', async () => {
  const all = await world.network.selectFrom('audit_event').select(['id', 'organisation_id']).execute();
  for (const organisation of [vantera, ribeira])
    for (const role of roles) {
      const member = await addMember(world.db, world.network, organisation, role);
      const allowed = all.filter((event) => canSeeEvent(member, { organisationId: event.organisation_id }));
      const answer = await world.request(member, 'GET', '/audit?limit=100');
      const shown = answer.statusCode === 404 ? [] : answer.json<AuditPage>().items;
      expect(shown.map(({ id }) => id).toSorted()).toEqual(allowed.map(({ id }) => id).toSorted());
    }
});
