import type { EligibilityRule } from '@collegium/contract/eligibility.ts';
import type { Insertable } from 'kysely';
import { jsonb } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { newId } from '../platform/ids.ts';
import type { TestApp } from '../testing/app.ts';
import { insertApplication } from '../testing/applications.ts';
import { addMember, type TestMember, type TestOrganisation } from '../testing/world.ts';

/** Adds a published first-come course of the organisation. */
export async function addOffer(
  world: TestApp,
  provider: TestOrganisation,
  places: number,
  columns: Partial<Insertable<Tables['offer']>> & { rules?: EligibilityRule[] } = {},
): Promise<string> {
  const id = newId();
  const { rules = [], ...rest } = columns;
  await world.network
    .insertInto('offer')
    .values({
      id,
      kind: 'course',
      organisation_id: provider.id,
      state: 'published',
      title: jsonb({ en: 'Port logistics', 'zh-CN': '港口物流' }),
      places,
      allocated_by: 'first_come',
      eligibility: jsonb(rules),
      created_at: world.clock.at,
      published_at: world.clock.at,
      ...rest,
    })
    .execute();
  return id;
}

/** Adds learners of the organisation. */
export async function addLearners(world: TestApp, home: TestOrganisation, count: number): Promise<TestMember[]> {
  return Promise.all(
    Array.from({ length: count }, (_, number) =>
      addMember(world.db, world.network, home, 'learner', `Learner ${number + 1} of ${home.name}`),
    ),
  );
}

/** How an offer and its applications stand in the database. */
export async function standingOf(world: TestApp, offerId: string) {
  const offer = await world.network
    .selectFrom('offer')
    .select(['places', 'places_taken', 'queue_length'])
    .where('id', '=', offerId)
    .executeTakeFirstOrThrow();
  const applications = await world.network
    .selectFrom('application')
    .select(['id', 'person_id', 'state', 'queue_number', 'version'])
    .where('offer_id', '=', offerId)
    .orderBy('queue_number')
    .execute();
  return { ...offer, applications };
}

/** The events of an object, in order. */
export async function eventsOf(world: TestApp, objectId: string): Promise<string[]> {
  const events = await world.network
    .selectFrom('audit_event')
    .select('action')
    .where('object_id', '=', objectId)
    .orderBy('id')
    .execute();
  return events.map(({ action }) => action);
}

/** Adds an open round with these offers and learners; it closes an hour after the frozen clock. */
export async function addRound(
  world: TestApp,
  coordinator: TestMember,
  offerIds: string[],
  learners: TestMember[],
  columns: Partial<Insertable<Tables['round']>> = {},
): Promise<string> {
  const id = newId();
  const round = {
    id,
    organisation_id: coordinator.organisationId,
    name: jsonb({ en: 'Exchange places' }),
    state: 'open' as const,
    opens_at: world.clock.at,
    closes_at: new Date(world.clock.at.getTime() + 3_600_000),
    wishes_minimum: 1,
    wishes_maximum: 3,
    ranked_by: 'lottery' as const,
    created_at: world.clock.at,
    ...columns,
  };
  await world.network.insertInto('round').values(round).execute();
  const offers = offerIds.map((offer_id) => ({ round_id: id, offer_id }));
  await world.network.insertInto('round_offer').values(offers).execute();
  const invited = learners.map(({ membershipId }) => ({ round_id: id, membership_id: membershipId }));
  await world.network.insertInto('round_learner').values(invited).execute();
  return id;
}

/** Adds the application of a learner to whom the published result of a round gave a place. */
export async function addOffered(
  world: TestApp,
  learner: TestMember,
  roundId: string,
  offerId: string,
  respondBy: Date | null,
): Promise<string> {
  const columns = { round_id: roundId, offer_id: offerId, state: 'offered' as const, respond_by: respondBy };
  const id = await insertApplication(world, learner, columns);
  await world.network
    .updateTable('offer')
    .set((eb) => ({ places_taken: eb('places_taken', '+', 1) }))
    .where('id', '=', offerId)
    .execute();
  return id;
}
