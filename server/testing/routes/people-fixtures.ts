import type { OrganisationView } from '@collegium/contract/organisations.ts';
import { newId } from '../../platform/ids.ts';
import { addMember } from '../world.ts';
import { answered, type Fixture, type Fixtures, ofHome } from './fixture.ts';
import type { CastMember, Stage } from './stage.ts';

const organisationInput = { kind: 'university', name: 'Ribeira', shortMark: 'RI' };
const own = (member: CastMember) => ofHome(member) || member.role === 'network_administrator';

async function organisation({ world, cast, organisations }: Stage): Promise<OrganisationView> {
  const url = `/organisations/${organisations.home.id}`;
  return answered(await world.request(cast.home.organisation_administrator, 'GET', url), 200);
}

async function unit(stage: Stage): Promise<Fixture> {
  const { world, cast, organisations } = stage;
  const url = `/organisations/${organisations.home.id}/units`;
  const answer = await world.request(cast.home.organisation_administrator, 'POST', url, { name: `Unit ${newId()}` });
  const { units } = answered<OrganisationView>(answer, 201);
  return { url: `${url}/${units.at(-1)?.id}`, own };
}

const versionOf = async ({ world }: Stage, table: 'person' | 'membership', id: string): Promise<number> =>
  (await world.network.selectFrom(table).select('version').where('id', '=', id).executeTakeFirstOrThrow()).version;

/** The register, its people and partnerships, the session and the network's rules. */
export const peopleFixtures: Fixtures = {
  'GET /organisations': () => ({ url: '/organisations' }),
  'GET /organisations/:organisationId': ({ organisations }) => ({ url: `/organisations/${organisations.home.id}` }),
  'POST /organisations': () => ({ url: '/organisations', body: { ...organisationInput, name: `New ${newId()}` } }),
  'PUT /organisations/:organisationId': async (stage) => {
    const { id, version } = await organisation(stage);
    return { url: `/organisations/${id}`, body: organisationInput, version, own };
  },
  'POST /organisations/:organisationId/archive': async ({ world, cast }) => {
    const input = { ...organisationInput, name: `Closing ${newId()}` };
    const answer = await world.request(cast.home.network_administrator, 'POST', '/organisations', input);
    const { id, version } = answered<OrganisationView>(answer, 201);
    return { url: `/organisations/${id}/archive`, body: { reason: 'It closed' }, version };
  },
  'POST /organisations/:organisationId/merge': async ({ world, cast, organisations }) => {
    const input = { ...organisationInput, name: `Merging ${newId()}` };
    const answer = await world.request(cast.home.network_administrator, 'POST', '/organisations', input);
    const { id, version } = answered<OrganisationView>(answer, 201);
    return {
      url: `/organisations/${id}/merge`,
      body: { intoId: organisations.home.id, reason: 'They merged' },
      version,
    };
  },
  'POST /organisations/:organisationId/units': ({ organisations }) => ({
    url: `/organisations/${organisations.home.id}/units`,
    body: { name: `Faculty ${newId()}` },
    own,
  }),
  'DELETE /organisations/:organisationId/units/:unitId': unit,
  'GET /people': () => ({ url: '/people' }),
  'POST /organisations/:organisationId/invitations': ({ organisations }) => ({
    url: `/organisations/${organisations.home.id}/invitations`,
    body: { name: 'Lin Wei', email: `${newId()}@example.org`, role: 'learner' },
    own,
  }),
  'POST /memberships/:membershipId/end': async (stage) => {
    const { world, organisations } = stage;
    const { membershipId } = await addMember(world.db, world.network, organisations.home, 'learner', 'Leaving');
    const version = await versionOf(stage, 'membership', membershipId);
    return { url: `/memberships/${membershipId}/end`, version, own };
  },
  'GET /partnerships': () => ({ url: '/partnerships' }),
  'POST /partnerships': ({ organisations }) => ({
    url: '/partnerships',
    body: {
      name: `Partners ${newId()}`,
      model: 'consortium',
      organisationIds: Object.values(organisations).map(({ id }) => id),
    },
  }),
  'GET /audit': () => ({ url: '/audit' }),
  'GET /session': () => ({ url: '/session' }),
  'POST /session/acting-as': ({ cast }) => ({
    url: '/session/acting-as',
    body: { membershipId: cast.home.learner.membershipId },
    own: ({ personId }) => personId === cast.home.learner.personId,
  }),
  'GET /sample-accounts': () => ({ url: '/sample-accounts' }),
  'POST /sample-accounts/:personId/sign-in': ({ cast }) => ({
    url: `/sample-accounts/${cast.home.learner.personId}/sign-in`,
  }),
  'GET /profile': () => ({ url: '/profile' }),
  'PUT /profile': async () => ({
    url: '/profile',
    version: 1,
    body: {
      name: 'Amina Yusuf',
      language: 'en',
      timeZone: 'Europe/Lisbon',
      mailPreference: 'each',
      level: null,
      fieldCode: null,
      gradeAverage: null,
      gradeAverageMaximum: null,
      termsCompleted: null,
      languageResults: [],
    },
  }),
  'GET /settings': () => ({ url: '/settings' }),
  'PUT /settings': async ({ world, cast }) => {
    const answer = await world.request(cast.home.network_administrator, 'GET', '/settings');
    const { version } = answered<{ version: number }>(answer, 200);
    return { url: '/settings', body: { smallGroupThreshold: 10, timeZone: 'Europe/Lisbon' }, version };
  },
};
