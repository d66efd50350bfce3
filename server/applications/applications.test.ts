import type { ApplicationState } from '@collegium/contract/states/application.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { insertApplication } from '../testing/applications.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';
import { canSeeApplication, visibleApplications } from './policy.ts';
import { addLearners, addOffer, addRound } from './testing.ts';

let world: TestApp;
let ribeira: TestOrganisation;
let vantera: TestOrganisation;
let norra: TestOrganisation;
let learners: TestMember[];
let home: TestMember;
let host: TestMember;
let other: TestMember;
let evaluator: TestMember;
let portOffer: string;
let labOffer: string;
let roundId: string;

beforeAll(async () => {
  world = await createTestApp();
  ribeira = await addOrganisation(world.network, 'Ribeira');
  vantera = await addOrganisation(world.network, 'Vantera', 'company');
  norra = await addOrganisation(world.network, 'Norra', 'research_institute');
  learners = await addLearners(world, ribeira, 3);
  home = await addMember(world.db, world.network, ribeira, 'coordinator');
  host = await addMember(world.db, world.network, vantera, 'host_supervisor');
  other = await addMember(world.db, world.network, norra, 'teacher');
  evaluator = await addMember(world.db, world.network, ribeira, 'evaluator');
  portOffer = await addOffer(world, vantera, 1, { allocated_by: 'round', kind: 'internship' });
  labOffer = await addOffer(world, norra, 1, { allocated_by: 'round' });
  roundId = await addRound(world, home, [portOffer, labOffer], learners);
});
afterAll(() => world.close());

const save = (learner: TestMember, offerIds: string[]) =>
  world.request(learner, 'PUT', `/rounds/${roundId}/application`, { offerIds }, { 'if-match': '"0"' });

interface Item {
  id: string;
  person: { name: string };
  wishes: { rank: number | null; offer: { id: string } }[];
}
const list = async (as: TestMember, query = ''): Promise<Item[]> =>
  (await world.request(as, 'GET', `/applications?${query}`)).json().items;

test('somebody signed out, and a role without the permission, read nothing', async () => {
  expect((await world.request(null, 'GET', '/applications')).json().code).toBe('request.sign_in_needed');
  expect((await world.request(evaluator, 'GET', '/applications')).statusCode).toBe(404);
});

test('each reads what concerns them: the learner and the home the list, a provider only its own offer', async () => {
  const [first, second] = learners as [TestMember, TestMember];
  const both = (await save(first, [labOffer, portOffer])).json().application;
  await save(second, [labOffer]);
  expect((await list(first)).map(({ id }) => id)).toEqual([both.id]);
  expect(await list(home)).toHaveLength(2);
  expect(await list(other)).toHaveLength(2);
  const [seen, ...rest] = await list(host);
  expect(rest).toEqual([]);
  expect(seen).toMatchObject({ id: both.id, offer: null });
  expect(seen?.wishes).toMatchObject([{ rank: null, offer: { id: portOffer } }]);
  const own = (await world.request(first, 'GET', `/applications/${both.id}`)).json();
  expect(own.wishes).toMatchObject([
    { rank: 1, offer: { id: labOffer } },
    { rank: 2, offer: { id: portOffer } },
  ]);
  expect((await world.request(second, 'GET', `/applications/${both.id}`)).json().code).toBe('application.not_found');
});

test('no filter tells a provider what else a learner wishes for', async () => {
  expect(await list(host, `offerId=${labOffer}`)).toEqual([]);
  expect(await list(host, 'kind=course')).toEqual([]);
  expect(await list(host, 'kind=internship')).toHaveLength(1);
  expect(await list(home, `offerId=${labOffer}`)).toHaveLength(2);
  expect(await list(home, 'kind=internship')).toHaveLength(1);
});

test('lists are filtered by side, state, round and name, and paged without gap or repeat', async () => {
  const [, , third] = learners as [TestMember, TestMember, TestMember];
  const seat = await addOffer(world, vantera, 1);
  await world.request(third, 'POST', `/offers/${seat}/applications`, {});
  expect(await list(home, 'side=provider')).toEqual([]);
  expect(await list(home, 'side=home')).toHaveLength(3);
  expect(await list(home, 'state=accepted&state=waiting')).toHaveLength(1);
  expect(await list(home, `roundId=${roundId}`)).toHaveLength(2);
  expect((await list(home, 'words=learner%202')).map(({ person }) => person.name)).toEqual(['Learner 2 of Ribeira']);
  expect(await list(home, 'words=%25')).toEqual([]);

  const paged: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const url: string = `/applications?limit=2${next && `&cursor=${next}`}`;
    const page: { items: Item[]; next: string | null } = (await world.request(home, 'GET', url)).json();
    paged.push(...page.items.map(({ id }) => id));
    next = page.next;
  }
  expect(paged).toEqual((await list(home, 'limit=100')).map(({ id }) => id));
});

test('the list shows exactly what the policy allows', async () => {
  const states: ApplicationState[] = [
    'submitted',
    'waiting',
    'offered',
    'accepted',
    'declined',
    'withdrawn',
    'unplaced',
  ];
  const actors = [...learners.slice(0, 2), home, host, other, evaluator];
  const providers = new Map([
    [portOffer, vantera.id],
    [labOffer, norra.id],
  ]);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...states),
      fc.nat({ max: 2 }),
      fc.option(fc.constantFrom(portOffer, labOffer)),
      fc.uniqueArray(fc.constantFrom(portOffer, labOffer)),
      async (state, whose, offerId, wished) => {
        const person = learners[whose] as TestMember;
        await world.network.deleteFrom('application').where('person_id', '=', person.personId).execute();
        const id = await insertApplication(world, person, { round_id: roundId, offer_id: offerId, state });
        const preferences = wished.map((offer_id, index) => ({ application_id: id, rank: index + 1, offer_id }));
        if (preferences.length > 0) await world.network.insertInto('preference').values(preferences).execute();
        for (const actor of actors) {
          const row = await world.network
            .selectFrom('application')
            .select((eb) => sql<boolean>`${visibleApplications(eb, actor)}`.as('is_visible'))
            .where('id', '=', id)
            .executeTakeFirstOrThrow();
          const facts = {
            personId: person.personId,
            organisationId: person.organisationId,
            state,
            providerId: offerId && (providers.get(offerId) ?? null),
            wishedProviderIds: wished.flatMap((wish) => providers.get(wish) ?? []),
          };
          expect(row.is_visible).toBe(canSeeApplication(actor, facts));
        }
      },
    ),
    { numRuns: 60 },
  );
});
