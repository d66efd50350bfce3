import type { ApplicationView } from '@collegium/contract/applications.ts';
import { newId } from '../../platform/ids.ts';
import { addOffer } from '../offers.ts';
import { answered, type Fixture, type Fixtures } from './fixture.ts';
import { stageRound, type CastMember, type Stage } from './stage.ts';

const theLearner =
  ({ cast }: Stage) =>
  ({ personId }: CastMember) =>
    personId === cast.home.learner.personId;
const readers = (stage: Stage) => (member: CastMember) =>
  theLearner(stage)(member) || (member.role !== 'learner' && member.side !== 'foreign');

/** A seat that the learner at home has claimed at the company. */
async function claimed({ world, cast }: Stage): Promise<ApplicationView> {
  const offer = await addOffer(world, cast.provider.teacher);
  return answered(await world.request(cast.home.learner, 'POST', `/offers/${offer.id}/applications`, {}), 201);
}

/** A place that the published result of a round offers to the learner at home, to be answered. */
async function offered(stage: Stage): Promise<ApplicationView> {
  const { applicationId } = await stageRound(stage, 'published');
  return answered(await stage.world.request(stage.cast.home.learner, 'GET', `/applications/${applicationId}`), 200);
}

function answer(what: string, body?: object) {
  return async (stage: Stage): Promise<Fixture> => {
    const { id, version } = await offered(stage);
    return { url: `/applications/${id}/${what}`, version, own: theLearner(stage), ...(body && { body }) };
  };
}

/** Applications of a learner at home for offers of the company, and what waits for people. */
export const applicationFixtures: Fixtures = {
  'GET /applications': () => ({ url: '/applications' }),
  'GET /applications/:applicationId': async (stage) => ({
    url: `/applications/${(await claimed(stage)).id}`,
    own: readers(stage),
  }),
  'POST /offers/:offerId/applications': async ({ world, cast }) => ({
    url: `/offers/${(await addOffer(world, cast.provider.teacher, { audience: 'partners' })).id}/applications`,
    body: {},
    own: ({ side }) => side !== 'foreign',
  }),
  'POST /applications/:applicationId/accept': answer('accept'),
  'POST /applications/:applicationId/decline': answer('decline', { reason: 'I go elsewhere' }),
  'POST /applications/:applicationId/withdraw': async (stage) => {
    const { id, version } = await claimed(stage);
    return { url: `/applications/${id}/withdraw`, body: {}, version, own: theLearner(stage) };
  },
  'GET /rounds/:roundId/application': async (stage) => ({
    url: `/rounds/${(await stageRound(stage, 'open')).id}/application`,
    own: theLearner(stage),
  }),
  'PUT /rounds/:roundId/application': async (stage) => {
    const { id, offerId } = await stageRound(stage, 'open');
    return {
      url: `/rounds/${id}/application`,
      version: 1,
      body: { offerIds: [offerId] },
      own: theLearner(stage),
    };
  },
  'GET /rounds/:roundId/choices': async (stage) => ({
    url: `/rounds/${(await stageRound(stage, 'open')).id}/choices`,
    own: theLearner(stage),
  }),
  'GET /search': () => ({ url: '/search?q=placement' }),
  'GET /today': () => ({ url: '/today' }),
  'GET /notifications': () => ({ url: '/notifications' }),
  'POST /notifications/read': () => ({ url: '/notifications/read' }),
  'POST /notifications/:notificationId/read': async (stage) => ({
    url: `/notifications/${await notify(stage)}/read`,
    own: theLearner(stage),
  }),
  'GET /evaluation': () => ({ url: '/evaluation' }),
  'GET /evaluation.csv': () => ({ url: '/evaluation.csv' }),
};

async function notify({ world, cast }: Stage): Promise<string> {
  const id = newId();
  const notification = { kind: 'offer.withdrawn', path: '/catalogue', event_id: newId(), created_at: world.clock.at };
  await world.network
    .insertInto('notification')
    .values({ id, person_id: cast.home.learner.personId, ...notification })
    .execute();
  return id;
}
