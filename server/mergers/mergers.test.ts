import type { OrganisationView } from '@collegium/contract/organisations.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { takePlace } from '../commitments/testing.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addMember, addPartnership } from '../testing/world.ts';
import { kept, moved, movedByRule, movedWithUnit } from './references.ts';
import { addMergerCast, merge, mergeProvider, type MergerCast } from './testing.ts';

let world: TestApp;
let cast: MergerCast;
let { administrator, third, parties } = {} as MergerCast;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());
beforeEach(async () => {
  cast = await addMergerCast(world);
  ({ administrator, third, parties } = cast);
});

test('signed out and without the role, nobody merges organisations', async () => {
  expect((await merge(world, null, parties.provider.id, third.id)).statusCode).toBe(401);
  const own = await addMember(world.db, world.network, parties.provider, 'organisation_administrator');
  expect((await merge(world, own, parties.provider.id, third.id)).statusCode).toBe(404);
});

test('an organisation is not merged into itself, into one that is no more, twice, or in an old version', async () => {
  const [from, into] = [parties.provider.id, third.id];
  expect((await merge(world, administrator, from, from)).json().code).toBe('organisation.merged_into_itself');
  expect((await merge(world, administrator, from, into, 7)).json().code).toBe('request.version_stale');
  const merged = await merge(world, administrator, from, into);
  expect(merged.json()).toMatchObject({ isArchived: true, mergedInto: { id: into, name: 'Third' } });
  expect((await merge(world, administrator, from, into, 2)).json().code).toBe('organisation.archived_already');
  expect((await merge(world, administrator, parties.home.id, from)).json().code).toBe(
    'organisation.merged_into_missing',
  );
});

test('of two mergers that cross, one happens', async () => {
  const [a, b] = [parties.provider.id, third.id];
  const answers = await Promise.all([merge(world, administrator, a, b), merge(world, administrator, b, a)]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, expect.any(Number)]);
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
});

test('the same merger sent eight times at once is one event', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => merge(world, administrator, parties.provider.id, third.id)),
  );
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  const events = await world.network
    .selectFrom('audit_event')
    .select('id')
    .where('action', '=', 'organisation.merged')
    .where('object_id', '=', parties.provider.id)
    .execute();
  expect(events).toHaveLength(1);
});

test('people go on at the successor, with their unit; that they were elsewhere until today is kept', async () => {
  const { body } = await world.request(administrator, 'POST', `/organisations/${parties.provider.id}/units`, {
    name: 'Ports',
  });
  const unitId = (JSON.parse(body) as OrganisationView).units[0]!.id;
  await world.network
    .updateTable('membership')
    .set({ unit_id: unitId })
    .where('id', '=', parties.host.membershipId)
    .execute();
  const twin = await addMember(world.db, world.network, parties.provider, 'teacher');
  await sql`insert into network_test.membership (id, person_id, organisation_id, role, started_on, created_at)
    values (gen_random_uuid(), ${twin.personId}, ${third.id}, 'teacher', '2026-01-01', now())`.execute(world.db);
  await mergeProvider(world, cast);
  const memberships = (personId: string) =>
    world.network
      .selectFrom('membership')
      .leftJoin('unit', 'unit.id', 'membership.unit_id')
      .select(['membership.id', 'membership.organisation_id', 'membership.ended_on', 'unit.name as unit'])
      .where('person_id', '=', personId)
      .orderBy('ended_on', (by) => by.asc().nullsLast())
      .execute();
  expect(await memberships(parties.host.personId)).toMatchObject([
    { organisation_id: parties.provider.id, ended_on: '2026-10-13', unit: 'Ports' },
    { id: parties.host.membershipId, organisation_id: third.id, ended_on: null, unit: 'Ports' },
  ]);
  expect(await memberships(twin.personId)).toMatchObject([
    { organisation_id: parties.provider.id, ended_on: '2026-10-13' },
    { organisation_id: third.id, ended_on: null },
  ]);
  const units = (await world.request(administrator, 'GET', `/organisations/${third.id}`)).json<OrganisationView>()
    .units;
  const top = units.find(({ name }) => name === parties.provider.name);
  expect(units.find(({ name }) => name === 'Ports')?.parentId).toBe(top?.id);
});

test('in partnerships the successor takes the place, the weightier role, open goals and open requests', async () => {
  await addPartnership(world.network, parties.provider, parties.home);
  const { partnership_id: id } = await world.network
    .selectFrom('partnership_member')
    .select('partnership_id')
    .where('organisation_id', '=', parties.provider.id)
    .executeTakeFirstOrThrow();
  const goal = { text: 'Meet twice', ownerId: parties.provider.id };
  await world.request(administrator, 'POST', `/partnerships/${id}/goals`, goal);
  await mergeProvider(world, cast);
  const page = (await world.request(administrator, 'GET', `/partnerships/${id}`)).json();
  expect(page.goals).toMatchObject([{ owner: { id: third.id } }]);
  expect(page.members).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ organisation: expect.objectContaining({ id: third.id }), leftOn: null }),
      expect.objectContaining({
        organisation: expect.objectContaining({ id: parties.provider.id }),
        leftOn: '2026-10-13',
      }),
    ]),
  );
});

test('offers, participations and what runs go on at the successor', async () => {
  const participationId = await takePlace(world, parties);
  await mergeProvider(world, cast);
  const { provider_organisation_id, offer_id } = await world.network
    .selectFrom('participation')
    .select(['provider_organisation_id', 'offer_id'])
    .where('id', '=', participationId)
    .executeTakeFirstOrThrow();
  expect(provider_organisation_id).toBe(third.id);
  const host = await world.request(parties.host, 'GET', `/participations/${participationId}`);
  expect(host.statusCode).toBe(200);
  expect((await world.request(null, 'GET', `/offers/${offer_id}`)).json()).toMatchObject({
    provider: { id: third.id },
  });
});

test('every place that names an organisation is moved, moved by a rule, or kept', async () => {
  const { rows } = await sql<{ reference: string }>`
    select distinct c.conrelid::regclass::text || '.' || a.attname as reference
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid = 'network_test.organisation'::regclass`.execute(world.db);
  const known = [
    ...moved,
    ...movedWithUnit.map((table) => `${table}.organisation_id`),
    ...Object.keys(movedByRule),
    ...kept,
  ];
  const found = rows.map(({ reference }) => reference.replace(/^network_test\./, ''));
  expect(found.toSorted()).toEqual(known.toSorted());
});
