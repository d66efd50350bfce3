import { addRoundOffer, roundInput } from '../../allocation/testing.ts';
import { answered, type Fixture, type Fixtures, ofHome, ofProvider } from './fixture.ts';
import { stageRound, type CastMember, type Stage, type StagedRound } from './stage.ts';

type Until = Parameters<typeof stageRound>[1];

/** The coordinators who make the round; the permission leaves only them. */
const own = ofHome;
const takesPart =
  ({ cast }: Stage) =>
  (member: CastMember) =>
    member.personId === cast.home.learner.personId || (member.role !== 'learner' && member.side !== 'foreign');

type Request = (round: StagedRound, stage: Stage) => Partial<Fixture> & { url: string };

/** A request that changes a round, which stands so far. */
function change(until: Until, request: Request) {
  return async (stage: Stage): Promise<Fixture> => about(await stageRound(stage, until), request, stage);
}

/** A request that reads a round, which stands so far; all of them read the same. */
function read(until: Until, request: Request) {
  return async (stage: Stage): Promise<Fixture> => {
    const round = stage.rounds.get(until) ?? stageRound(stage, until);
    stage.rounds.set(until, round);
    return about(await round, request, stage);
  };
}

function about(round: StagedRound, request: Request, stage: Stage): Fixture {
  const { url, ...rest } = request(round, stage);
  return { own, ...rest, url: `/rounds/${round.id}${url}` };
}

/** One more offer of the company, which no round has yet. */
async function addOffer({ world, organisations }: Stage): Promise<string> {
  return addRoundOffer(world, organisations.provider, 1);
}

/** Rounds of the university at each stage, with an offer of the company and a learner of the university. */
export const roundFixtures: Fixtures = {
  'GET /rounds': () => ({ url: '/rounds' }),
  'POST /rounds': () => ({ url: '/rounds', body: roundInput }),
  'GET /rounds/:roundId — a draft': read('draft', () => ({
    url: '',
    own: (member) => ofHome(member) && member.role === 'coordinator',
    isHiddenFromVisitors: true,
  })),
  'GET /rounds/:roundId — open': read('open', (_, stage) => ({
    url: '',
    own: takesPart(stage),
    isHiddenFromVisitors: true,
  })),
  'GET /rounds/:roundId — published': read('published', () => ({ url: '', own: () => true })),
  'PUT /rounds/:roundId': change('draft', ({ version }) => ({ url: '', body: roundInput, version })),
  'POST /rounds/:roundId/open': change('draft', ({ version }) => ({ url: '/open', version })),
  'POST /rounds/:roundId/cancel': change('open', ({ version }) => ({
    url: '/cancel',
    version,
    body: { reason: 'Too few offers' },
  })),
  'GET /rounds/:roundId/offers': read('open', (_, stage) => ({
    url: '/offers',
    own: takesPart(stage),
    isHiddenFromVisitors: true,
  })),
  'POST /rounds/:roundId/offers': async (stage) => {
    const { id } = await stageRound(stage, 'draft');
    return { url: `/rounds/${id}/offers`, body: { offerIds: [await addOffer(stage)] }, own };
  },
  'DELETE /rounds/:roundId/offers/:offerId': change('draft', ({ offerId }) => ({ url: `/offers/${offerId}` })),
  'GET /rounds/:roundId/collectable-offers': read('draft', () => ({ url: '/collectable-offers' })),
  'GET /rounds/:roundId/collectable-organisations': read('draft', () => ({ url: '/collectable-organisations' })),
  'GET /rounds/:roundId/learners': read('draft', () => ({ url: '/learners' })),
  'GET /rounds/:roundId/collectable-learners': read('draft', () => ({ url: '/collectable-learners' })),
  'POST /rounds/:roundId/learners': change('draft', (_, { fellow }) => ({
    url: '/learners',
    body: { membershipIds: [fellow.membershipId] },
  })),
  'DELETE /rounds/:roundId/learners/:membershipId': change('draft', (_, { cast }) => ({
    url: `/learners/${cast.home.learner.membershipId}`,
  })),
  'PUT /rounds/:roundId/scores': async (stage) => {
    const { id } = await stageRound(stage, 'draft', 'score');
    const scores = [{ membershipId: stage.cast.home.learner.membershipId, score: 7 }];
    return { url: `/rounds/${id}/scores`, body: { scores }, own };
  },
  'GET /rounds/:roundId/offers/:offerId/ranking': async (stage) => {
    const { id, offerId } = await stageRound(stage, 'open', 'provider_ranking');
    return { url: `/rounds/${id}/offers/${offerId}/ranking`, own: ofProvider };
  },
  'PUT /rounds/:roundId/offers/:offerId/ranking': async (stage) => {
    const { world, cast } = stage;
    const { id, offerId } = await stageRound(stage, 'open', 'provider_ranking');
    const url = `/rounds/${id}/offers/${offerId}/ranking`;
    const answer = await world.request(cast.provider.host_supervisor, 'GET', url);
    const { version } = answered<{ version: number }>(answer, 200);
    return { url, version, body: { groups: [[cast.home.learner.personId]], unacceptable: [] }, own: ofProvider };
  },
  'POST /rounds/:roundId/runs': change('closed', () => ({ url: '/runs' })),
  'POST /rounds/:roundId/runs/cancel': async (stage) => {
    const { id } = await stageRound(stage, 'closed');
    answered(await stage.world.request(stage.cast.home.coordinator, 'POST', `/rounds/${id}/runs`), 202);
    return { url: `/rounds/${id}/runs/cancel`, own };
  },
  'GET /rounds/:roundId/result': read('review', () => ({ url: '/result' })),
  'GET /rounds/:roundId/result/own': read('published', (_, { cast }) => ({
    url: '/result/own',
    own: ({ personId }) => personId === cast.home.learner.personId,
  })),
  'GET /rounds/:roundId/allocations': read('review', () => ({ url: '/allocations' })),
  'GET /rounds/:roundId/allocations/:applicationId': read('review', ({ applicationId }) => ({
    url: `/allocations/${applicationId}`,
  })),
  'PUT /rounds/:roundId/allocations/:applicationId': change('review', ({ applicationId, version }) => ({
    url: `/allocations/${applicationId}`,
    version,
    body: { offerId: null, reason: 'Has a place elsewhere' },
  })),
  'POST /rounds/:roundId/publish': change('review', ({ version }) => ({ url: '/publish', version, body: {} })),
  'GET /rounds/:roundId/proof': read('published', () => ({ url: '/proof', own: () => true })),
  'GET /rounds/:roundId/proof/result': read('published', () => ({ url: '/proof/result', own: () => true })),
  'GET /rounds/:roundId/problem.json': read('published', () => ({ url: '/problem.json', own: () => true })),
};
