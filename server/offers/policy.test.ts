import { roles } from '@collegium/contract/roles.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jsonb } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { visitor, system, type Actor } from '../platform/scope.ts';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { insertApplication } from '../testing/applications.ts';
import { addMember, addOrganisation, addPartnership, type TestMember } from '../testing/world.ts';
import { dayOf } from './day.ts';
import { canSeeOffer, visibleOffers, visiblePublished, type OfferFacts } from './policy.ts';

let world: TestApp;
let actors: Actor[];
let offers: (OfferFacts & { id: string; applicantIds: string[]; applicantHomes: string[] })[];
/** Pairs of organisations that share a partnership today, each way round. */
const partners = new Set<string>();

const states = ['draft', 'published', 'withdrawn'] as const;
const audiences = ['network', 'partners', 'own'] as const;

beforeAll(async () => {
  world = await createTestApp();
  const { db, network } = world;
  const [home, partner, former, future, other] = [
    await addOrganisation(network, 'Home'),
    await addOrganisation(network, 'Partner'),
    await addOrganisation(network, 'Former'),
    await addOrganisation(network, 'Future'),
    await addOrganisation(network, 'Other'),
  ];
  for (const one of [partner, former, future]) await addPartnership(network, home, one);
  const today = dayOf(frozenAt);
  await network
    .updateTable('partnership_member')
    .set({ left_on: today })
    .where('organisation_id', '=', former.id)
    .execute();
  await network
    .updateTable('partnership_member')
    .set({ joined_on: '2026-10-14' })
    .where('organisation_id', '=', future.id)
    .execute();
  partners.add(`${home.id} ${partner.id}`).add(`${partner.id} ${home.id}`);
  const organisations = [home, partner, former, future, other];

  const members: TestMember[] = [];
  for (const organisation of organisations)
    for (const role of roles)
      members.push(await addMember(db, network, organisation, role, `${role} ${organisation.name}`));
  actors = [visitor, system, ...members];
  const learners = members.filter(({ role }) => role === 'learner');

  offers = [];
  for (const organisation of organisations)
    for (const state of states)
      for (const audience of audiences)
        for (const applied of ['nobody', 'direct', 'wished'] as const) {
          const id = newId();
          const applicants = applied === 'nobody' ? [] : [learners[offers.length % learners.length]!];
          await network
            .insertInto('offer')
            .values({
              id,
              kind: 'course',
              organisation_id: organisation.id,
              title: jsonb({ en: 'Course' }),
              state,
              audience,
              places: 1,
              allocated_by: 'round',
              created_at: frozenAt,
              published_at: state === 'draft' ? null : frozenAt,
              withdrawn_at: state === 'withdrawn' ? frozenAt : null,
              withdrawal_reason: state === 'withdrawn' ? 'Closed' : null,
            })
            .execute();
          for (const applicant of applicants) await apply(id, organisation.id, applicant, applied === 'wished');
          offers.push({
            id,
            state,
            audience,
            organisationId: organisation.id,
            isPartner: false,
            isBound: false,
            hasApplied: false,
            applicantIds: applicants.map(({ personId }) => personId),
            applicantHomes: applicants.map(({ organisationId }) => organisationId),
          });
        }
});
afterAll(() => world.close());

async function apply(offerId: string, organisationId: string, learner: TestMember, isWish: boolean): Promise<void> {
  const roundId = newId();
  if (isWish)
    await world.network
      .insertInto('round')
      .values({
        id: roundId,
        organisation_id: organisationId,
        name: jsonb({ en: 'Round' }),
        opens_at: frozenAt,
        closes_at: new Date(frozenAt.getTime() + 1000),
        ranked_by: 'lottery',
        created_at: frozenAt,
      })
      .execute();
  const id = await insertApplication(world, learner, isWish ? { round_id: roundId } : { offer_id: offerId });
  if (isWish)
    await world.network.insertInto('preference').values({ application_id: id, rank: 1, offer_id: offerId }).execute();
}

const staffWhoReadApplications = ['coordinator', 'organisation_administrator', 'teacher', 'host_supervisor'];

function factsFor(actor: Actor, offer: (typeof offers)[number]): OfferFacts {
  const isStaff = staffWhoReadApplications.includes(actor.role);
  return {
    ...offer,
    isPartner: partners.has(`${actor.organisationId} ${offer.organisationId}`),
    hasApplied:
      offer.applicantIds.includes(actor.personId ?? '') ||
      (isStaff && offer.applicantHomes.includes(actor.organisationId ?? '')),
  };
}

test('for everybody, the list of visible offers holds exactly the offers that one may see', async () => {
  for (const actor of actors) {
    const rows = await world.network
      .selectFrom('offer')
      .select('id')
      .where(visibleOffers(actor, dayOf(frozenAt)))
      .execute();
    const expected = offers.filter((offer) => canSeeOffer(actor, factsFor(actor, offer)));
    expect(rows.map(({ id }) => id).toSorted(), `${actor.role} of ${actor.organisationId}`).toEqual(
      expected.map(({ id }) => id).toSorted(),
    );
  }
});

test('the catalogue holds those of them that are published', async () => {
  for (const actor of actors) {
    const listed = world.network
      .selectFrom('offer')
      .select('id')
      .where(visiblePublished(actor, dayOf(frozenAt)));
    const visible = world.network
      .selectFrom('offer')
      .select('id')
      .where(visibleOffers(actor, dayOf(frozenAt)))
      .where('state', '=', 'published');
    expect(await listed.orderBy('id').execute()).toEqual(await visible.orderBy('id').execute());
  }
});

test('a partner sees what is for partners from the day of joining until the day before leaving', async () => {
  const forPartners = offers.find(({ state, audience }) => state === 'published' && audience === 'partners')!;
  const futureMember = actors.find((actor) => 'name' in actor && actor.name === 'learner Future')! as TestMember;
  const formerMember = actors.find((actor) => 'name' in actor && actor.name === 'learner Former')! as TestMember;
  const status = async (as: TestMember) => (await world.request(as, 'GET', `/offers/${forPartners.id}`)).statusCode;
  expect([await status(futureMember), await status(formerMember)]).toEqual([404, 404]);
  world.clock.at = new Date('2026-10-12T23:59:59Z');
  expect([await status(futureMember), await status(formerMember)]).toEqual([404, 200]);
  world.clock.at = new Date('2026-10-14T00:00:00Z');
  expect([await status(futureMember), await status(formerMember)]).toEqual([200, 404]);
  world.clock.at = frozenAt;
});
