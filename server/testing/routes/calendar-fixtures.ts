import type { NewFeedView, OutsideCalendarView } from '@collegium/contract/sharing/calendars.ts';
import { invitationSecret } from '../../sharing/icalendar/invitation-secret.ts';
import { writeAvailability } from '../../sharing/icalendar/availability.ts';
import { putBooking, putResource } from '../../sharing/icalendar/testing.ts';
import { newId } from '../../platform/ids.ts';
import { answered, type Fixtures, ofProvider } from './fixture.ts';
import type { CastMember, Stage } from './stage.ts';

const theLearner =
  ({ cast }: Stage) =>
  ({ personId }: CastMember) =>
    personId === cast.home.learner.personId;

async function feed({ world, cast }: Stage): Promise<NewFeedView> {
  return answered(await world.request(cast.home.learner, 'POST', '/feeds', {}), 201);
}

async function outside({ world, cast }: Stage): Promise<OutsideCalendarView> {
  const input = { name: 'Work', address: `https://127.0.0.1/${newId()}.ics` };
  return answered(await world.request(cast.home.learner, 'POST', '/outside-calendars', input), 201);
}

async function invited({ world, cast, organisations }: Stage): Promise<string> {
  const resourceId = await putResource(world, organisations.provider);
  const attendeeIds = [cast.home.learner.personId];
  return putBooking(world, cast.home.teacher, resourceId, '2026-10-20T07:00:00Z', { attendeeIds });
}

/** Feeds and outside calendars of the learner at home, and an invitation of hers. */
export const calendarFixtures: Fixtures = {
  'GET /feeds': () => ({ url: '/feeds' }),
  'POST /feeds': async ({ world, organisations }) => ({
    url: '/feeds',
    body: { resourceId: await putResource(world, organisations.provider, { audience: 'own' }) },
    own: ofProvider,
  }),
  'DELETE /feeds/:feedId': async (stage) => ({ url: `/feeds/${(await feed(stage)).id}`, own: theLearner(stage) }),
  'GET /calendars/:token.ics': async (stage) => ({
    url: new URL((await feed(stage)).address).pathname.replace('/test/api', ''),
  }),
  'GET /outside-calendars': () => ({ url: '/outside-calendars' }),
  'POST /outside-calendars': () => ({
    url: '/outside-calendars',
    body: { name: 'Work', address: `https://calendar.example/${newId()}` },
  }),
  'POST /outside-calendars/:outsideCalendarId/reading': async (stage) => ({
    url: `/outside-calendars/${(await outside(stage)).id}/reading`,
    own: theLearner(stage),
  }),
  'DELETE /outside-calendars/:outsideCalendarId': async (stage) => ({
    url: `/outside-calendars/${(await outside(stage)).id}`,
    own: theLearner(stage),
  }),
  'POST /calendar-replies': async (stage) => {
    const bookingId = await invited(stage);
    const secret = invitationSecret(stage.world.services.config.secret, bookingId, stage.cast.home.learner.personId);
    const lines = [
      'BEGIN:VCALENDAR',
      'METHOD:REPLY',
      'BEGIN:VEVENT',
      `UID:${bookingId}@localhost`,
      `ORGANIZER:mailto:noreply+${secret}@localhost`,
      'ATTENDEE;PARTSTAT=ACCEPTED:mailto:amina@example.org',
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    return {
      url: '/calendar-replies',
      body: Buffer.from(lines.join('\r\n')),
      headers: { 'content-type': 'text/calendar' },
    };
  },
  'POST /bookings/:bookingId/answer': async (stage) => ({
    url: `/bookings/${await invited(stage)}/answer`,
    body: { answer: 'accepted' },
    own: theLearner(stage),
  }),
  'GET /resources/:resourceId/availability.ics': async ({ world, organisations }) => ({
    url: `/resources/${await putResource(world, organisations.provider, { audience: 'network' })}/availability.ics`,
  }),
  'POST /availability': ({ world }) => ({
    url: '/availability',
    body: Buffer.from(
      writeAvailability(
        { hours: [{ weekday: 1, opensMinute: 480, closesMinute: 720 }], exceptions: [] },
        {
          uid: 'a',
          timeZone: 'Europe/Berlin',
          stamp: world.clock.at,
        },
      ),
    ),
    headers: { 'content-type': 'text/calendar' },
  }),
};
