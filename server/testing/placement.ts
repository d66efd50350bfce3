import type { OfferDetails } from '@collegium/contract/kinds.ts';
import { jsonb } from '../platform/database/database.ts';
import { dispatchPending } from '../platform/events/dispatcher.ts';
import { newId } from '../platform/ids.ts';
import { participationSubscriptions } from '../participation/subscriptions.ts';
import type { TestApp } from './app.ts';
import { insertApplication } from './applications.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from './world.ts';

/** The three parties of a placement, a stranger to it, and a second coordinator at home. */
export interface Parties {
  home: TestOrganisation;
  provider: TestOrganisation;
  learner: TestMember;
  host: TestMember;
  coordinator: TestMember;
  stranger: TestMember;
}

export async function addParties(world: TestApp): Promise<Parties> {
  const home = await addOrganisation(world.network, 'Ribeira');
  const provider = await addOrganisation(world.network, 'Vantera', 'company');
  const elsewhere = await addOrganisation(world.network, 'Northwater', 'company');
  return {
    home,
    provider,
    learner: await addMember(world.db, world.network, home, 'learner', 'Amina Yusuf'),
    host: await addMember(world.db, world.network, provider, 'host_supervisor', 'Jonas Kirk'),
    coordinator: await addMember(world.db, world.network, home, 'coordinator', 'Helena Sousa'),
    stranger: await addMember(world.db, world.network, elsewhere, 'host_supervisor', 'Kai Berg'),
  };
}

export interface PlaceFacts {
  startsOn?: string | null;
  endsOn?: string | null;
  hours?: number | null;
  creditsEcts?: number | null;
  timeZone?: string;
  details?: OfferDetails;
}

const internship: OfferDetails = { kind: 'internship', tasks: '- Clean sensor data\n- Explain results' };

/** An accepted application for a published offer of the provider; the event is there, nothing has followed from it. */
export async function addAcceptedPlace(
  world: TestApp,
  { provider, learner }: Pick<Parties, 'provider' | 'learner'>,
  facts: PlaceFacts = {},
): Promise<{ offerId: string; applicationId: string }> {
  const [offerId, applicationId] = [newId(), newId()];
  const at = world.clock.now();
  const details = facts.details ?? internship;
  await world.network
    .insertInto('offer')
    .values({
      id: offerId,
      kind: details.kind,
      organisation_id: provider.id,
      state: 'published',
      title: jsonb({ en: 'Wind-farm data placement' }),
      details: jsonb(details),
      places: 3,
      places_taken: 1,
      allocated_by: 'first_come',
      time_zone: facts.timeZone ?? 'Europe/Copenhagen',
      starts_on: facts.startsOn === undefined ? '2026-10-01' : facts.startsOn,
      ends_on: facts.endsOn === undefined ? '2026-12-18' : facts.endsOn,
      hours: facts.hours === undefined ? 480 : facts.hours,
      credits_ects: facts.creditsEcts ?? 15,
      created_at: at,
      published_at: at,
    })
    .execute();
  await insertApplication(world, learner, { id: applicationId, offer_id: offerId, state: 'accepted' });
  await tell(world, 'application.accepted', 'application', applicationId);
  return { offerId, applicationId };
}

/** Records that something happened, as a verb would. */
export async function tell(
  world: TestApp,
  action: string,
  objectType: string,
  objectId: string,
  reason: string | null = null,
): Promise<void> {
  await world.network
    .insertInto('audit_event')
    .values({ id: newId(), at: world.clock.now(), action, object_type: objectType, object_id: objectId, reason })
    .execute();
}

/** Lets everything follow that follows from events. */
export function follow(world: TestApp): Promise<void> {
  return dispatchPending({ services: world.services, subscriptions: participationSubscriptions });
}

/** A participation in planning, with the plan made from its offer; its id. */
export async function addParticipation(world: TestApp, parties: Parties, facts: PlaceFacts = {}): Promise<string> {
  const { applicationId } = await addAcceptedPlace(world, parties, facts);
  await follow(world);
  const row = await world.network
    .selectFrom('participation')
    .select('id')
    .where('application_id', '=', applicationId)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** All three parties approve the latest version of the plan. */
export async function agree(world: TestApp, { learner, host, coordinator }: Parties, id: string): Promise<void> {
  const { plans } = (await world.request(learner, 'GET', `/participations/${id}`)).json<{
    plans: { number: number }[];
  }>();
  const url = `/participations/${id}/plans/${plans[0]?.number}/approvals`;
  await world.request(learner, 'POST', url, { as: ['learner'] });
  await world.request(host, 'POST', url, { as: ['provider'] });
  await world.request(coordinator, 'POST', url, { as: ['home'] });
}
