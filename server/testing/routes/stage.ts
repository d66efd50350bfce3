import { roles, type Role } from '@collegium/contract/roles.ts';
import { addRound, addRoundOffer, addWishes, act, runRound } from '../../allocation/testing.ts';
import { createTestApp, frozenAt, type TestApp } from '../app.ts';
import type { Parties } from '../placement.ts';
import { createScratchFolder } from '../scratch-folder.ts';
import { addMember, addOrganisation, addPartnership, type TestMember, type TestOrganisation } from '../world.ts';

export type Side = 'home' | 'provider' | 'foreign';

/** Somebody of the cast, and the organisation that they act for. */
export interface CastMember extends TestMember {
  side: Side;
}

/**
 * A network with a university (`home`), its partner company (`provider`) and an organisation that has nothing to do with
 * them (`foreign`), each with one person per role. `fellow` is another learner of the university.
 */
export interface Stage {
  world: TestApp;
  organisations: Record<Side, TestOrganisation>;
  cast: Record<Side, Record<Role, CastMember>>;
  fellow: CastMember;
  everyone: CastMember[];
  parties: Parties;
  dataFolder: string;
  /** Rounds that are only read, by how far they are. */
  rounds: Map<string, Promise<StagedRound>>;
}

export async function setStage(): Promise<Stage> {
  const world = await createTestApp();
  const dataFolder = createScratchFolder('every-route');
  world.services.config.dataFolder = dataFolder;
  await world.db.updateTable('platform.network').set({ is_sample: true }).execute();
  const organisations = {
    home: await addOrganisation(world.network, 'Ribeira'),
    provider: await addOrganisation(world.network, 'Vantera', 'company'),
    foreign: await addOrganisation(world.network, 'Northwater'),
  };
  await addPartnership(world.network, organisations.home, organisations.provider);
  const add = async (side: Side, role: Role, name?: string): Promise<CastMember> => ({
    ...(await addMember(world.db, world.network, organisations[side], role, name)),
    side,
  });
  const castOf = async (side: Side) => {
    const people: [Role, CastMember][] = [];
    for (const role of roles) people.push([role, await add(side, role)]);
    return Object.fromEntries(people) as Record<Role, CastMember>;
  };
  const cast = { home: await castOf('home'), provider: await castOf('provider'), foreign: await castOf('foreign') };
  const fellow = await add('home', 'learner', 'fellow learner');
  return {
    world,
    organisations,
    cast,
    fellow,
    everyone: [...Object.values(cast).flatMap((people) => Object.values(people)), fellow],
    parties: {
      ...organisations,
      learner: cast.home.learner,
      host: cast.provider.host_supervisor,
      coordinator: cast.home.coordinator,
      stranger: cast.foreign.host_supervisor,
    },
    dataFolder,
    rounds: new Map(),
  };
}

export interface StagedRound {
  id: string;
  version: number;
  offerId: string;
  /** The list of wishes of the learner at home; empty while the round is a draft. */
  applicationId: string;
}

/** A round of the university as far as asked, with one offer of the company and the learner at home, who wishes for it. */
export async function stageRound(
  { world, organisations, cast }: Stage,
  until: 'draft' | 'open' | 'closed' | 'review' | 'published',
  rankedBy: 'lottery' | 'provider_ranking' | 'score' = 'lottery',
): Promise<StagedRound> {
  const { coordinator, learner } = cast.home;
  const offerId = await addRoundOffer(world, organisations.provider, 2);
  const { id } = await addRound(world, coordinator, { rankedBy, ...(rankedBy === 'score' && { scoreRule: 'Points' }) });
  const collect = async (what: string, body: object) => {
    const answer = await world.request(coordinator, 'POST', `/rounds/${id}/${what}`, body);
    if (answer.statusCode !== 200) throw new Error(answer.body);
  };
  await collect('offers', { offerIds: [offerId] });
  await collect('learners', { membershipIds: [learner.membershipId] });
  let applicationId = '';
  if (until !== 'draft') {
    await act(world, coordinator, id, 'open');
    applicationId = await addWishes(world, id, learner, [offerId]);
  }
  if (until === 'closed')
    await world.network.updateTable('round').set({ state: 'closed' }).where('id', '=', id).execute();
  if (until === 'review' || until === 'published') {
    await runRound(world, coordinator, id);
    if (until === 'published') await act(world, coordinator, id, 'publish', {});
    world.clock.at = frozenAt;
  }
  const { version } = await world.network
    .selectFrom('round')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { id, version, offerId, applicationId };
}
