import type { BookingView } from '@collegium/contract/sharing/bookings.ts';
import type { GuestList } from '@collegium/contract/sharing/guests.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { insertApplication } from '../../testing/applications.ts';
import { addParticipation, addParties, type Parties } from '../../testing/placement.ts';
import { addResource, bookingInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';
import { isKnown, type GuestFacts } from './guest-policy.ts';

let world: TestApp;
let parties: Parties;
/** Of another university, in the same offer as the learner. */
let classmate: TestMember;
/** Of the learner’s university. */
let fellow: TestMember;
/** Belongs nowhere since yesterday. */
let gone: TestMember;
let everyone: TestMember[];

beforeAll(async () => {
  world = await createTestApp();
  parties = await addParties(world);
  const { home, learner, host, coordinator, stranger } = parties;
  classmate = await addMember(
    world.db,
    world.network,
    await addOrganisation(world.network, 'Halden'),
    'learner',
    'Ida Moe',
  );
  fellow = await addMember(world.db, world.network, home, 'learner', 'Ana Yusuf');
  gone = await addMember(world.db, world.network, home, 'teacher', 'Rui Gone');
  const { membershipId } = gone;
  await world.network
    .updateTable('membership')
    .set({ ended_on: '2026-10-12' })
    .where('id', '=', membershipId)
    .execute();
  const id = await addParticipation(world, parties);
  await world.network
    .updateTable('plan')
    .set({ provider_supervisor_id: host.personId })
    .where('participation_id', '=', id)
    .execute();
  await joinAs(classmate, id);
  everyone = [learner, host, coordinator, stranger, classmate, fellow, gone];
});
beforeEach(async () => {
  world.clock.at = frozenAt;
  await world.db.deleteFrom('platform.rate_limit').execute();
});
afterAll(() => world.close());

/** Somebody else takes part in the offer of a participation. */
async function joinAs(member: TestMember, participationId: string): Promise<void> {
  const { organisationId, personId } = member;
  const { offer_id, provider_organisation_id } = await world.network
    .selectFrom('participation')
    .select(['offer_id', 'provider_organisation_id'])
    .where('id', '=', participationId)
    .executeTakeFirstOrThrow();
  const applicationId = await insertApplication(world, member, { offer_id, state: 'accepted' });
  await world.network
    .insertInto('participation')
    .values({
      id: newId(),
      offer_id,
      person_id: personId,
      created_at: frozenAt,
      application_id: applicationId,
      home_organisation_id: organisationId,
      provider_organisation_id,
      state: 'active',
    })
    .execute();
}

const ask = (as: TestMember | null, words: string) => world.request(as, 'POST', '/bookings/guests', { words });
const found = async (as: TestMember, words: string) =>
  (await ask(as, words)).json<GuestList>().items.map(({ name }) => name);
const mailOf = ({ personId }: TestMember) => `${personId}@example.org`;

test('a learner finds people of the own organisation, of the same course, and the supervisor; names and nothing else', async () => {
  const { learner } = parties;
  expect(await found(learner, 'yus')).toEqual(['Ana Yusuf']);
  expect(await found(learner, 'ida')).toEqual(['Ida Moe']);
  expect(await found(learner, 'kirk')).toEqual(['Jonas Kirk']);
  expect(await found(learner, 'berg')).toEqual([]);
  expect(await found(learner, 'gone')).toEqual([]);
  expect(await found(parties.host, 'amina')).toEqual(['Amina Yusuf']);
  expect((await ask(learner, 'ida')).json()).toEqual({ items: [{ personId: classmate.personId, name: 'Ida Moe' }] });
  expect((await ask(null, 'ida')).statusCode).toBe(401);
});

test('what is found is what the policy allows, for every pair of people', async () => {
  const shared = new Map<string, GuestFacts>();
  for (const member of everyone) {
    const offers = await world.network
      .selectFrom('participation')
      .innerJoin('plan', 'plan.participation_id', 'participation.id')
      .select(['offer_id', 'person_id', 'provider_supervisor_id'])
      .execute();
    const taken = await world.network.selectFrom('participation').select(['offer_id', 'person_id']).execute();
    const own = taken.filter(({ person_id }) => person_id === member.personId);
    shared.set(member.personId, {
      organisationIds: member === gone ? [] : [member.organisationId],
      offerIds: own.map(({ offer_id }) => offer_id),
      supervisionIds: offers.flatMap(({ person_id, provider_supervisor_id: supervisor }) => [
        ...(person_id === member.personId && supervisor ? [supervisor] : []),
        ...(supervisor === member.personId ? [person_id] : []),
      ]),
    });
  }
  const names = await world.network.selectFrom('person').select(['id', 'name']).execute();
  for (const actor of everyone.filter((one) => one !== gone))
    for (const guest of everyone.filter((one) => one !== actor)) {
      const facts = shared.get(guest.personId) as GuestFacts;
      const offerIds = shared.get(actor.personId)?.offerIds ?? [];
      const name = names.find(({ id }) => id === guest.personId)?.name ?? '';
      const ids = (await ask(actor, name)).json<GuestList>().items.map(({ personId }) => personId);
      const isAllowed = guest !== gone && isKnown({ ...actor, offerIds }, facts);
      expect({ actor: actor.personId, name, isFound: ids.includes(guest.personId) }).toEqual({
        actor: actor.personId,
        name,
        isFound: isAllowed,
      });
    }
});

test('a whole mail address finds anybody of the network, a part of one and a pattern nobody', async () => {
  const { learner, stranger } = parties;
  expect(await found(learner, mailOf(stranger).toUpperCase())).toEqual(['Kai Berg']);
  for (const words of [mailOf(stranger).slice(1), '%@example.org', mailOf(gone), '%%', '__', '\\%', '  '])
    expect(await found(learner, words)).toEqual([]);
  expect((await ask(learner, 'a')).statusCode).toBe(422);
});

test('neither people nor addresses can be gone through', async () => {
  const { learner, stranger, coordinator } = parties;
  for (let n = 0; n < 10; n += 1) await ask(learner, `nobody${n}@example.org`);
  expect((await ask(learner, mailOf(stranger))).json().code).toBe('request.too_many');
  expect(await found(learner, 'ida')).toEqual(['Ida Moe']);
  for (let n = 1; n < 60; n += 1) await ask(learner, 'nobody');
  expect((await ask(learner, 'ida')).json().code).toBe('request.too_many');
  expect(await found(coordinator, 'amina')).toEqual(['Amina Yusuf']);
  world.clock.at = new Date(frozenAt.getTime() + 61_000);
  expect(await found(learner, 'ida')).toEqual(['Ida Moe']);
});

test('who is found is invited to the booking and sees it, and nobody else does', async () => {
  const { learner, coordinator, stranger } = parties;
  const owner = await addMember(world.db, world.network, parties.provider, 'coordinator');
  const resource = await addResource(world, owner);
  const input = bookingInput(resource, { attendeeIds: [classmate.personId] });
  const { id, attendees } = (await world.request(learner, 'POST', '/bookings', input)).json<BookingView>();
  expect(attendees).toMatchObject([{ name: 'Ida Moe', answer: 'needs_action' }]);
  expect((await world.request(classmate, 'GET', `/bookings/${id}`)).statusCode).toBe(200);
  expect((await world.request(stranger, 'GET', `/bookings/${id}`)).statusCode).toBe(404);
  expect((await world.request(coordinator, 'GET', `/bookings/${id}`)).statusCode).toBe(200);
});
