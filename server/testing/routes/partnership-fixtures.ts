import type { PartnershipDetail } from '@collegium/contract/partnerships/views.ts';
import type { PartnershipView } from '@collegium/contract/partnerships.ts';
import { acceptInvitation } from '../../partnerships/testing.ts';
import { newId } from '../../platform/ids.ts';
import { answered, type Fixtures } from './fixture.ts';
import type { CastMember, Stage } from './stage.ts';

const ofMembers = ({ side, role }: CastMember) => side !== 'foreign' || role === 'network_administrator';

/** A partnership of the university and the company. */
async function partnership({ world, cast, organisations }: Stage, changes: object = {}) {
  const organisationIds = [organisations.home.id, organisations.provider.id];
  const body = { name: `Partners ${newId()}`, model: 'bilateral', organisationIds, ...changes };
  const { id, version } = answered<PartnershipView>(
    await world.request(cast.home.coordinator, 'POST', '/partnerships', body),
    201,
  );
  await acceptInvitation(world, cast.provider.coordinator, id);
  return { id, version, body, url: `/partnerships/${id}` };
}

/** With what a member added to it. */
async function withPart(stage: Stage, path: string, body: object) {
  const { url } = await partnership(stage);
  const answer = await stage.world.request(stage.cast.home.coordinator, 'POST', `${url}/${path}`, body);
  return { url, detail: answered<PartnershipDetail>(answer, 201) };
}

async function invitation(stage: Stage): Promise<string> {
  const message = 'We would like to work with you';
  const { detail } = await withPart(stage, 'requests', { message, organisationId: stage.organisations.foreign.id });
  return `/partnership-requests/${detail.requests[0]?.id}`;
}

async function group(stage: Stage) {
  const { detail } = await withPart(stage, 'groups', { name: 'Placements' });
  return { url: `/partnership-groups/${detail.groups[0]?.id}`, version: 1 };
}

/** Partnerships: their page, what is done on it, joining and exploring. */
export const partnershipFixtures: Fixtures = {
  'PUT /partnerships/:partnershipId': async (stage) => ({ ...(await partnership(stage)), own: ofMembers }),
  'GET /partnerships/:partnershipId': async (stage) => ({
    url: (await partnership(stage)).url,
    own: ofMembers,
    isHiddenFromVisitors: true,
  }),
  'GET /partnerships/:partnershipId — with a public face': async (stage) => ({
    url: (await partnership(stage, { publicFields: ['purpose'] })).url,
  }),
  'POST /partnerships/:partnershipId/end': async (stage) => {
    const { url, version } = await partnership(stage);
    return { url: `${url}/end`, version, body: { reason: 'Its goals are reached' }, own: ofMembers };
  },
  'POST /partnerships/:partnershipId/goals': async (stage) => ({
    url: `${(await partnership(stage)).url}/goals`,
    body: { text: 'Forty placements a year', ownerId: stage.organisations.provider.id },
    own: ofMembers,
  }),
  'PUT /partnership-goals/:goalId': async (stage) => {
    const goal = { text: 'Forty placements a year', ownerId: stage.organisations.provider.id };
    const { detail } = await withPart(stage, 'goals', goal);
    return { url: `/partnership-goals/${detail.goals[0]?.id}`, version: 1, body: goal, own: ofMembers };
  },
  'DELETE /partnership-goals/:goalId': async (stage) => {
    const goal = { text: 'Forty placements a year', ownerId: stage.organisations.provider.id };
    const { detail } = await withPart(stage, 'goals', goal);
    return { url: `/partnership-goals/${detail.goals[0]?.id}`, version: 1, own: ofMembers };
  },
  'PUT /partnership-groups/:groupId': async (stage) => ({
    ...(await group(stage)),
    body: { name: 'Exchange', purpose: 'Places for a term' },
    own: ofMembers,
  }),
  'DELETE /partnership-groups/:groupId': async (stage) => ({ ...(await group(stage)), own: ofMembers }),
  'POST /partnerships/:partnershipId/groups': async (stage) => ({
    url: `${(await partnership(stage)).url}/groups`,
    body: { name: 'Placements' },
    own: ofMembers,
  }),
  'POST /partnerships/:partnershipId/people': async (stage) => ({
    url: `${(await partnership(stage)).url}/people`,
    body: { personId: stage.cast.home.teacher.personId },
    own: ofMembers,
  }),
  'PUT /partnerships/:partnershipId/people/:entryId': async (stage) => {
    const { url, detail } = await withPart(stage, 'people', { personId: stage.cast.home.teacher.personId });
    return {
      url: `${url}/people/${detail.people[0]?.id}`,
      body: { function: 'Answers for placements' },
      own: ({ side }) => side === 'home',
    };
  },
  'DELETE /partnerships/:partnershipId/people/:entryId': async (stage) => {
    const { url, detail } = await withPart(stage, 'people', { personId: stage.cast.home.teacher.personId });
    return { url: `${url}/people/${detail.people[0]?.id}`, own: ({ side }) => side === 'home' };
  },
  'POST /partnerships/:partnershipId/requests': async (stage) => ({
    url: `${(await partnership(stage, { isOpen: true })).url}/requests`,
    body: { message: 'We would like to join' },
  }),
  'POST /partnership-requests/:requestId/answer': async (stage) => ({
    url: `${await invitation(stage)}/answer`,
    body: { decision: 'declined' },
    version: 1,
    own: ({ side }) => side === 'foreign',
  }),
  'POST /partnership-requests/:requestId/withdraw': async (stage) => ({
    url: `${await invitation(stage)}/withdraw`,
    version: 1,
    own: ofMembers,
  }),
  'GET /partner-suggestions': () => ({ url: '/partner-suggestions' }),
  'GET /organisations/:organisationId/interests': ({ organisations }) => ({
    url: `/organisations/${organisations.home.id}/interests`,
  }),
  'PUT /organisations/:organisationId/interests': ({ organisations }) => ({
    url: `/organisations/${organisations.home.id}/interests`,
    body: { items: [{ direction: 'need', fieldCode: '0716', offerKind: null, note: '' }] },
    own: ({ side }) => side === 'home',
  }),
};
