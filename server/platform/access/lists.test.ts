import { rm } from 'node:fs/promises';
import type { Role } from '@collegium/contract/roles.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin, inForce } from '../../agreements/testing.ts';
import { addOffer, offerInput } from '../../testing/offers.ts';
import { addResource, bookingInput } from '../../testing/sharing.ts';
import { allFixtures } from '../../testing/routes/fixtures.ts';
import { setStage, stageRound, type CastMember, type Stage } from '../../testing/routes/stage.ts';
import type { TestOrganisation } from '../../testing/world.ts';

let stage: Stage;

/** One record of each noun at each step that hides it from somebody. */
const stagings = [
  'GET /applications/:applicationId',
  'POST /applications/:applicationId/withdraw',
  'GET /participations/:participationId',
  'POST /participations/:participationId/completion',
  'GET /outcomes/:outcomeId',
  'POST /outcomes/:outcomeId/recognition',
  'GET /agreements/:agreementId — a draft',
  'GET /agreements/:agreementId — in force',
  'DELETE /agreements/:agreementId/draft/parties/:organisationId',
  'POST /agreements/:agreementId/requests/:requestId/recall',
  'GET /bookings/:bookingId',
];

beforeAll(async () => {
  stage = await setStage();
  const { world, cast, organisations } = stage;
  for (const name of stagings) await allFixtures[name]?.(stage);
  await openToOthers(world, cast.home.coordinator, [organisations.home, organisations.provider], cast.foreign);
  for (const until of ['draft', 'open', 'closed', 'review', 'published'] as const) await stageRound(stage, until);
  for (const provider of [cast.home.teacher, cast.provider.teacher, cast.foreign.teacher])
    for (const audience of ['network', 'partners', 'own'] as const) {
      const { id } = await addOffer(world, provider, { audience });
      if (provider.side === 'foreign') continue;
      await world.request(cast.home.learner, 'POST', `/offers/${id}/applications`, {});
      await world.request(provider, 'POST', '/offers', { ...offerInput, audience });
    }
});
beforeAll(async () => {
  const { world, cast, everyone } = stage;
  const { provider, foreign } = cast;
  const shared = [];
  for (const owner of [provider.teacher, foreign.teacher])
    for (const audience of ['network', 'partners', 'own'] as const)
      shared.push(await addResource(world, owner, { audience }));
  const [administrator, other] = [provider.organisation_administrator, foreign.organisation_administrator];
  const parties = [stage.organisations.provider, stage.organisations.foreign];
  const agreementId = await inForce(world, [administrator, other], parties);
  shared.push(await addResource(world, administrator, { audience: 'partners', agreementIds: [agreementId] }));
  const [open, , , elsewhere] = shared;
  for (const [index, holder] of everyone.entries())
    await world.request(holder, 'POST', '/bookings', {
      ...bookingInput(
        { id: '' },
        {
          starts: `2026-10-2${index % 5}T0${(index % 3) * 3}:00Z`,
          ends: `2026-10-2${index % 5}T0${(index % 3) * 3 + 2}:00Z`,
        },
      ),
      resources: [
        { resourceId: (index % 2 === 0 ? open : elsewhere)?.id },
        ...(index % 4 === 0 ? [{ resourceId: elsewhere?.id }] : []),
      ],
      attendeeIds: [everyone[(index + 3) % everyone.length]?.personId],
    });
});
afterAll(async () => {
  await stage.world.close();
  await rm(stage.dataFolder, { recursive: true });
});

/** Agreements that somebody reads without being a party: as a guest who may comment, and as an organisation asked to join. */
async function openToOthers(
  world: Stage['world'],
  coordinator: CastMember,
  parties: readonly TestOrganisation[],
  foreign: Record<Role, CastMember>,
): Promise<void> {
  const guests = `/agreements/${await begin(world, coordinator, parties)}/guests`;
  for (const { personId } of [foreign.teacher, foreign.learner])
    await world.request(coordinator, 'POST', guests, { personId, may: 'comment' });
  const administrators = [stage.cast.home.organisation_administrator, stage.cast.provider.organisation_administrator];
  const held = await inForce(world, administrators, parties, { accession: 'lead_approves' });
  const asked = await world.request(coordinator, 'POST', `/agreements/${held}/requests`, {
    kind: 'accession',
    reason: 'They have a vessel.',
    effectiveOn: '2026-12-01',
    organisationId: foreign.teacher.organisationId,
  });
  expect(asked.statusCode).toBe(201);
}

/** The ids on all pages of a list; none when there is no such list for the reader. */
async function listed(as: CastMember, path: string): Promise<string[]> {
  const url = path.includes('?') ? `${path}&` : `${path}?`;
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer = await stage.world.request(as, 'GET', `${url}limit=100${cursor && `&cursor=${cursor}`}`);
    if (answer.statusCode === 404) return [];
    const page = answer.json<{ items: { id: string }[]; next: string | null }>();
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  return ids.toSorted();
}

test.each([
  ['round', '/rounds'],
  ['application', '/applications'],
  ['participation', '/participations'],
  ['outcome', '/outcomes'],
  ['agreement', '/agreements'],
  ['booking', '/bookings'],
] as const)(
  'each %s in somebody’s list can be opened by them, and each that can be opened is in the list',
  async (table, url) => {
    const records = await stage.world.network.selectFrom(table).select('id').execute();
    expect(records.length).toBeGreaterThan(1);
    for (const member of stage.everyone) {
      const opened: string[] = [];
      for (const { id } of records) {
        const { statusCode } = await stage.world.request(member, 'GET', `${url}/${id}`);
        if (statusCode === 200) opened.push(id);
      }
      const who = `${member.role} (${member.side})`;
      expect({ who, ids: await listed(member, url) }).toEqual({ who, ids: opened.toSorted() });
    }
  },
);

test('each offer in somebody’s catalogue can be opened by them; what else they can open is their own organisation’s', async () => {
  const records = await stage.world.network.selectFrom('offer').select(['id', 'organisation_id']).execute();
  for (const member of stage.everyone) {
    const catalogue = await listed(member, '/offers?ended=true');
    const own = await listed(member, `/organisations/${member.organisationId}/offers`);
    const opened: string[] = [];
    for (const { id } of records)
      if ((await stage.world.request(member, 'GET', `/offers/${id}`)).statusCode === 200) opened.push(id);
    const who = `${member.role} (${member.side})`;
    expect({ who, ids: [...new Set([...catalogue, ...own])].toSorted() }).toEqual({ who, ids: opened.toSorted() });
  }
});

test('each resource in somebody’s catalogue can be opened by them; what else they can open is their own organisation’s', async () => {
  const records = await stage.world.network.selectFrom('resource').select('id').execute();
  expect(records.length).toBeGreaterThan(5);
  for (const member of stage.everyone) {
    const listedIds = [...(await listed(member, '/resources')), ...(await listed(member, '/resources?own=true'))];
    const opened: string[] = [];
    for (const { id } of records)
      if ((await stage.world.request(member, 'GET', `/resources/${id}`)).statusCode === 200) opened.push(id);
    const who = `${member.role} (${member.side})`;
    expect({ who, ids: [...new Set(listedIds)].toSorted() }).toEqual({ who, ids: opened.toSorted() });
  }
});

test('members are listed to staff of their organisation, and to administrators of the network all of them', async () => {
  const memberships = await stage.world.network.selectFrom('membership').select(['id', 'organisation_id']).execute();
  for (const member of stage.everyone) {
    const answer = await stage.world.request(member, 'GET', '/people?limit=100');
    if (['learner', 'evaluator'].includes(member.role)) {
      expect(answer.statusCode).toBe(404);
      continue;
    }
    const shown = answer.json<{ items: { membershipId: string }[] }>().items.map(({ membershipId }) => membershipId);
    const allowed = memberships.filter(
      ({ organisation_id }) => member.role === 'network_administrator' || organisation_id === member.organisationId,
    );
    expect(shown.toSorted()).toEqual(allowed.map(({ id }) => id).toSorted());
  }
});
