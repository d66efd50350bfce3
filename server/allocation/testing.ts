import type { RoundInput, RoundView } from '@collegium/contract/rounds.ts';
import { jsonb } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { frozenAt, type TestApp } from '../testing/app.ts';
import { insertApplication } from '../testing/applications.ts';
import {
  addMember,
  addOrganisation,
  addPartnership,
  type TestMember,
  type TestOrganisation,
} from '../testing/world.ts';
import { carryOutRuns } from './runner.ts';

export const closesAt = new Date('2026-10-20T16:00:00Z');

export const roundInput: RoundInput = {
  name: { en: 'Spring 2027 placement round', 'zh-CN': '2027 年春季实习轮次' },
  term: '2027-spring',
  opensAt: '2026-10-13T09:00:00Z',
  closesAt: closesAt.toISOString(),
  respondBy: '2026-11-10T22:59:00Z',
  wishesMinimum: 1,
  wishesMaximum: 5,
  rankedBy: 'lottery',
};

/** A university with a coordinator, its partner company with a host, and an organisation that has nothing to do with them. */
export interface RoundParties {
  home: TestOrganisation;
  provider: TestOrganisation;
  elsewhere: TestOrganisation;
  coordinator: TestMember;
  colleague: TestMember;
  host: TestMember;
  stranger: TestMember;
}

export async function addRoundParties(world: TestApp): Promise<RoundParties> {
  const home = await addOrganisation(world.network, 'Ribeira');
  const provider = await addOrganisation(world.network, 'Vantera', 'company');
  const elsewhere = await addOrganisation(world.network, 'Northwater');
  await addPartnership(world.network, home, provider);
  const add = (organisation: TestOrganisation, role: TestMember['role'], name: string) =>
    addMember(world.db, world.network, organisation, role, name);
  return {
    home,
    provider,
    elsewhere,
    coordinator: await add(home, 'coordinator', 'Helena Sousa'),
    colleague: await add(home, 'coordinator', 'Rui Prata'),
    host: await add(provider, 'host_supervisor', 'Jonas Kirk'),
    stranger: await add(elsewhere, 'coordinator', 'Kai Berg'),
  };
}

/** A published offer that rounds give. */
export async function addRoundOffer(world: TestApp, provider: TestOrganisation, places: number): Promise<string> {
  const id = newId();
  await world.network
    .insertInto('offer')
    .values({
      id,
      kind: 'internship',
      organisation_id: provider.id,
      state: 'published',
      title: jsonb({ en: `Placement ${id.slice(-4)}` }),
      places,
      allocated_by: 'round',
      created_at: world.clock.at,
      published_at: world.clock.at,
    })
    .execute();
  return id;
}

/** A draft made through the interface. */
export async function addRound(
  world: TestApp,
  coordinator: TestMember,
  input: Partial<RoundInput> = {},
): Promise<RoundView> {
  const answer = await world.request(coordinator, 'POST', '/rounds', { ...roundInput, ...input });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json();
}

/** An open round with all offers and learners that its coordinator may collect. */
export async function openRoundWithAll(
  world: TestApp,
  coordinator: TestMember,
  input: Partial<RoundInput> = {},
): Promise<string> {
  const { id } = await addRound(world, coordinator, input);
  await world.request(coordinator, 'POST', `/rounds/${id}/offers`, {});
  await world.request(coordinator, 'POST', `/rounds/${id}/learners`, {});
  const opened = await act(world, coordinator, id, 'open');
  if (opened.statusCode !== 200) throw new Error(opened.body);
  return id;
}

/** Lets the offers of earlier rounds go, so that a test may have a round of its own with them. */
export async function freeOffers(world: TestApp): Promise<void> {
  await world.network.updateTable('round_offer').set({ running_since: null }).execute();
}

/** A step on the present version of the round: open, cancel, publish … */
export async function act(world: TestApp, as: TestMember, roundId: string, step: string, body?: object) {
  const { version } = await readRound(world, as, roundId);
  return world.request(as, 'POST', `/rounds/${roundId}/${step}`, body, { 'if-match': `"${version}"` });
}

export async function readRound(world: TestApp, as: TestMember | null, roundId: string): Promise<RoundView> {
  return (await world.request(as, 'GET', `/rounds/${roundId}`)).json();
}

/** A submitted list of wishes; its id. */
export async function addWishes(
  world: TestApp,
  roundId: string,
  learner: TestMember,
  offerIds: string[],
): Promise<string> {
  const id = await insertApplication(world, learner, { round_id: roundId });
  const wishes = offerIds.map((offer_id, index) => ({ application_id: id, rank: index + 1, offer_id }));
  await world.network.insertInto('preference').values(wishes).execute();
  return id;
}

/** Moves the clock past the closing time, runs the round and waits for the result. */
export async function runRound(world: TestApp, coordinator: TestMember, roundId: string): Promise<RoundView> {
  if (world.clock.at < closesAt) world.clock.at = closesAt;
  const answer = await world.request(coordinator, 'POST', `/rounds/${roundId}/runs`);
  if (answer.statusCode !== 202) throw new Error(answer.body);
  await carryOutRuns(world.services, 'test');
  return readRound(world, coordinator, roundId);
}

/** A round in review with four learners; nobody wishes for the third of its offers, and one learner has no place. */
export interface Review {
  roundId: string;
  offers: string[];
  learners: TestMember[];
  /** Ids of the applications, in the order of the learners. */
  applications: string[];
}

export async function addFourLearners(world: TestApp, home: TestOrganisation): Promise<TestMember[]> {
  const add = (name: string) => addMember(world.db, world.network, home, 'learner', name);
  return Promise.all(['Ana', 'Bo', 'Cem', 'Dai'].map(add));
}

/** Makes a round of its own for one test: offers of earlier ones are left out. */
export async function addReview(world: TestApp, parties: RoundParties, learners: TestMember[]): Promise<Review> {
  world.clock.at = frozenAt;
  await world.network.updateTable('offer').set({ allocated_by: 'first_come' }).execute();
  const offers = [];
  for (const places of [1, 2, 1]) offers.push(await addRoundOffer(world, parties.provider, places));
  const roundId = await openRoundWithAll(world, parties.coordinator);
  const applications = [];
  for (const learner of learners) applications.push(await addWishes(world, roundId, learner, offers.slice(0, 2)));
  await runRound(world, parties.coordinator, roundId);
  return { roundId, offers, learners, applications };
}

/** One who has a place in the result, or one who has none. */
export async function findApplication(
  world: TestApp,
  { coordinator }: RoundParties,
  roundId: string,
  outcome: 'placed' | 'unplaced',
): Promise<string> {
  const page = await world.request(coordinator, 'GET', `/rounds/${roundId}/allocations?outcome=${outcome}`);
  return page.json().items[0].applicationId;
}

/** Places by hand, on the present version of the round. */
export async function placeNow(
  world: TestApp,
  { coordinator }: RoundParties,
  roundId: string,
  applicationId: string,
  offerId: string | null,
  reason = 'A host asked for one more.',
) {
  const { version } = await readRound(world, coordinator, roundId);
  const url = `/rounds/${roundId}/allocations/${applicationId}`;
  return world.request(coordinator, 'PUT', url, { offerId, reason }, { 'if-match': `"${version}"` });
}
