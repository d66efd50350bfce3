import type { BookingView } from '@collegium/contract/sharing/bookings.ts';
import type { PassportView, QualificationView } from '@collegium/contract/sharing/passports.ts';
import type { ResourceInput, ResourceView } from '@collegium/contract/sharing/resources.ts';
import { frozenAt } from '../app.ts';
import { addOffer } from '../offers.ts';
import { addBooking, addResource, bookingInput, resourceInput } from '../sharing.ts';
import { answered, type Fixtures, ofProvider, upload } from './fixture.ts';
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

const theHolder =
  ({ cast }: Stage) =>
  ({ personId }: CastMember) =>
    personId === cast.home.learner.personId;
const changers = (stage: Stage) => (member: CastMember) => theHolder(stage)(member) || own(member);

const held = async ({ world, cast }: Stage, input: Partial<ResourceInput> = {}) =>
  addBooking(world, cast.home.learner, await addResource(world, cast.provider.teacher, input));

/** A booking that began with the frozen clock. */
async function running({ world, cast }: Stage) {
  const resource = await addResource(world, cast.provider.teacher, { rules: { checkIn: 'page' } });
  return addBooking(world, cast.home.learner, resource, { starts: '2026-10-13T11:00', ends: '2026-10-13T12:00' });
}

async function qualified({ world, cast }: Stage): Promise<QualificationView> {
  const body = { name: { en: 'Laser safety' } };
  return answered(await world.request(cast.provider.teacher, 'POST', '/qualifications', body), 201);
}

/** The address of a file that is shown with a resource. */
async function shown(stage: Stage): Promise<string> {
  const { world, cast } = stage;
  const uploaded = await world.request(cast.provider.teacher, 'POST', '/files', upload.body, upload.headers);
  const { id } = answered<{ id: string }>(uploaded, 201);
  const url = `/resources/${(await shared(stage)).id}/files/${id}`;
  answered(await world.request(cast.provider.teacher, 'PUT', url, { shownAs: 'manual' }), 200);
  return url;
}

/** Two bookings of the same resource: one of the learner at home, one of the fellow. */
async function twoHeld({ world, cast, fellow }: Stage) {
  const resource = await addResource(world, cast.provider.teacher);
  const mine = await addBooking(world, cast.home.learner, resource);
  const theirs = await addBooking(world, fellow, resource, { starts: '2026-10-21T10:00', ends: '2026-10-21T12:00' });
  return [mine, theirs] as const;
}

const weekly = (resource: ResourceView) => ({ ...bookingInput(resource), rule: 'FREQ=WEEKLY;COUNT=3' });

/** Resources of the company, booked by the learner at home. */
export const sharingFixtures: Fixtures = {
  'GET /resources': () => ({ url: '/resources' }),
  'GET /resources/facets': () => ({ url: '/resources/facets' }),
  'GET /resources/places': () => ({ url: '/resources/places' }),
  'GET /resources/:resourceId': async (stage) => ({ url: `/resources/${(await shared(stage)).id}` }),
  'GET /offers/:offerId/resources': async ({ world, cast }) => ({
    url: `/offers/${(await addOffer(world, cast.provider.teacher, { audience: 'network' })).id}/resources`,
  }),
  'POST /resources': () => ({ url: '/resources', body: resourceInput }),
  'PUT /resources/:resourceId': async (stage) => {
    const resource = await shared(stage);
    return { url: `/resources/${resource.id}`, body: resourceInput, ...change(resource) };
  },
  'GET /resources/:resourceId/idle': async (stage) => ({
    url: `/resources/${(await shared(stage)).id}/idle?from=2026-11-02&until=2026-11-08`,
    own,
  }),
  'POST /resources/:resourceId/idle-offers': async (stage) => ({
    url: `/resources/${(await shared(stage)).id}/idle-offers`,
    body: { from: '2026-11-02', until: '2026-11-08', title: { en: 'Microscope time' }, hoursPerPlace: 3, places: 2 },
    own,
  }),
  'POST /resources/:resourceId/state': async (stage) => {
    const resource = await shared(stage);
    const body = { move: 'maintain', reason: 'The pump is replaced' };
    return { url: `/resources/${resource.id}/state`, body, ...change(resource) };
  },
  'POST /bookings': async (stage) => ({ url: '/bookings', body: bookingInput(await shared(stage)) }),
  'POST /bookings/guests': () => ({ url: '/bookings/guests', body: { words: 'learner' } }),
  'GET /bookings/:bookingId': async (stage) => ({
    url: `/bookings/${(await held(stage)).id}`,
    own: readers(stage),
  }),
  'GET /resources/calendar': async (stage) => ({
    url: `/resources/calendar?resourceId=${(await shared(stage)).id}&from=2026-10-20T00:00:00Z&until=2026-10-21T00:00:00Z`,
  }),
  'GET /bookings': () => ({ url: '/bookings' }),
  'GET /bookings — that wait for a decision': () => ({ url: '/bookings?side=decide' }),
  'PUT /bookings/:bookingId': async (stage) => {
    const { id, version } = await held(stage);
    return { url: `/bookings/${id}`, body: { ends: '2026-10-20T13:00' }, version, own: changers(stage) };
  },
  'POST /bookings/:bookingId/cancel': async (stage) => ({
    url: `/bookings/${(await held(stage)).id}/cancel`,
    body: { reason: 'The pump failed' },
    own: changers(stage),
  }),
  'POST /bookings/:bookingId/approve': async (stage) => ({
    url: `/bookings/${(await held(stage, { rules: { approvalChain: ['owner'] } })).id}/approve`,
    own,
  }),
  'POST /bookings/:bookingId/decline': async (stage) => ({
    url: `/bookings/${(await held(stage, { rules: { approvalChain: ['owner'] } })).id}/decline`,
    body: { reason: 'The pump failed' },
    own,
  }),
  'POST /bookings/:bookingId/accept': async (stage) => {
    const { id } = await held(stage);
    const respondBy = new Date(frozenAt.getTime() + 3_600_000);
    const offered = { state: 'offered' as const, respond_by: respondBy };
    await stage.world.network.updateTable('booking').set(offered).where('id', '=', id).execute();
    return { url: `/bookings/${id}/accept`, own: theHolder(stage) };
  },
  'POST /bookings/:bookingId/check-in': async (stage) => ({
    url: `/bookings/${(await running(stage)).id}/check-in`,
    body: {},
    own: theHolder(stage),
  }),
  'POST /bookings/:bookingId/finish': async (stage) => ({
    url: `/bookings/${(await running(stage)).id}/finish`,
    own: changers(stage),
  }),
  'POST /bookings/:bookingId/recall': async (stage) => ({
    url: `/bookings/${(await held(stage)).id}/recall`,
    body: { ends: '2026-10-20T11:00', reason: 'Needed elsewhere' },
    own,
  }),
  'POST /bookings/:bookingId/extend': async (stage) => {
    const { id, version } = await held(stage);
    return { url: `/bookings/${id}/extend`, body: { ends: '2026-10-20T13:00' }, version, own: changers(stage) };
  },
  'GET /bookings/:bookingId/swaps': async (stage) => {
    const [mine] = await twoHeld(stage);
    return { url: `/bookings/${mine.id}/swaps`, own: theHolder(stage) };
  },
  'POST /bookings/:bookingId/swaps': async (stage) => {
    const [mine, theirs] = await twoHeld(stage);
    return { url: `/bookings/${mine.id}/swaps`, body: { otherId: theirs.id }, own: theHolder(stage) };
  },
  'POST /swaps/:swapId/answer': async (stage) => {
    const [mine, theirs] = await twoHeld(stage);
    const proposed = await stage.world.request(stage.fellow, 'POST', `/bookings/${theirs.id}/swaps`, {
      otherId: mine.id,
    });
    const { swaps } = answered<BookingView>(proposed, 200);
    return { url: `/swaps/${swaps[0]?.id}/answer`, body: { isAccepted: true }, own: theHolder(stage) };
  },
  'POST /bookings/series/report': async (stage) => ({
    url: '/bookings/series/report',
    body: weekly(await shared(stage)),
  }),
  'POST /bookings/series': async (stage) => ({ url: '/bookings/series', body: weekly(await shared(stage)) }),
  'POST /free-times': async (stage) => ({
    url: '/free-times',
    body: {
      resourceIds: [(await shared(stage)).id],
      minutes: 60,
      from: '2026-10-20T00:00:00Z',
      until: '2026-10-24T00:00:00Z',
    },
  }),
  'GET /resources/:resourceId/files/:fileId': async (stage) => ({ url: await shown(stage) }),
  'PUT /resources/:resourceId/files/:fileId': async (stage) => ({
    url: await shown(stage),
    body: { shownAs: 'safety' },
    own,
  }),
  'DELETE /resources/:resourceId/files/:fileId': async (stage) => ({ url: await shown(stage), own }),
  'GET /qualifications': () => ({ url: '/qualifications' }),
  'POST /qualifications': () => ({ url: '/qualifications', body: { name: { en: 'Laser safety' } } }),
  'PUT /qualifications/:qualificationId': async (stage) => {
    const { id, version } = await qualified(stage);
    return { url: `/qualifications/${id}`, body: { name: { en: 'Laser safety' } }, version, own };
  },
  'POST /qualifications/:qualificationId/passports': async (stage) => ({
    url: `/qualifications/${(await qualified(stage)).id}/passports`,
    body: { email: `${stage.cast.home.learner.personId}@example.org` },
    own,
  }),
  'GET /passports': () => ({ url: '/passports' }),
  'POST /passports/:passportId/revocation': async (stage) => {
    const { id } = await qualified(stage);
    const email = `${stage.cast.home.learner.personId}@example.org`;
    const given = await stage.world.request(stage.cast.provider.teacher, 'POST', `/qualifications/${id}/passports`, {
      email,
    });
    const passport = answered<PassportView>(given, 201);
    return {
      url: `/passports/${passport.id}/revocation`,
      body: { reason: 'Refresher missed' },
      version: passport.version,
      own,
    };
  },
  'GET /sharing/use': () => ({ url: '/sharing/use?from=2026-10-01&until=2026-10-31' }),
  'GET /sharing/use.csv': () => ({ url: '/sharing/use.csv?from=2026-10-01&until=2026-10-31' }),
  'GET /sharing/balance': () => ({ url: '/sharing/balance?from=2026-10-01&until=2026-10-31' }),
  'GET /sharing/balance.csv': () => ({ url: '/sharing/balance.csv?from=2026-10-01&until=2026-10-31' }),
};
