import type { ResourceView } from '@collegium/contract/sharing/resources.ts';
import { addBooking, addResource, bookingInput, resourceInput } from '../sharing.ts';
import { type Fixtures, ofProvider } from './fixture.ts';
import type { CastMember, Stage } from './stage.ts';

const isProvider = ({ role }: CastMember) =>
  ['coordinator', 'organisation_administrator', 'teacher', 'host_supervisor'].includes(role);
const own = (member: CastMember) => ofProvider(member) && isProvider(member);
const shared = ({ world, cast }: Stage) => addResource(world, cast.provider.teacher);
const change = ({ version }: ResourceView) => ({ version, own });

/** Who reads a booking that the learner at home holds of the company's resource. */
const readers =
  ({ cast }: Stage) =>
  (member: CastMember) =>
    member.personId === cast.home.learner.personId || (isProvider(member) && member.side !== 'foreign');

const held = async ({ world, cast }: Stage) =>
  addBooking(world, cast.home.learner, await addResource(world, cast.provider.teacher));

/** Resources of the company, booked by the learner at home. */
export const sharingFixtures: Fixtures = {
  'GET /resources': () => ({ url: '/resources' }),
  'GET /resources/facets': () => ({ url: '/resources/facets' }),
  'GET /resources/:resourceId': async (stage) => ({ url: `/resources/${(await shared(stage)).id}` }),
  'POST /resources': () => ({ url: '/resources', body: resourceInput }),
  'PUT /resources/:resourceId': async (stage) => {
    const resource = await shared(stage);
    return { url: `/resources/${resource.id}`, body: resourceInput, ...change(resource) };
  },
  'POST /resources/:resourceId/state': async (stage) => {
    const resource = await shared(stage);
    const body = { move: 'maintain', reason: 'The pump is replaced' };
    return { url: `/resources/${resource.id}/state`, body, ...change(resource) };
  },
  'POST /bookings': async (stage) => ({ url: '/bookings', body: bookingInput(await shared(stage)) }),
  'GET /bookings/:bookingId': async (stage) => ({
    url: `/bookings/${(await held(stage)).id}`,
    own: readers(stage),
  }),
};
