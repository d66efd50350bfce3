import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dispatchPending } from '../../platform/events/dispatcher.ts';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';
import { inviteAll } from './invite.ts';
import { calendarSubscriptions } from './subscriptions.ts';
import { putBooking, putResource } from './testing.ts';

let world: TestApp;
let holder: TestMember;
let guest: TestMember;
let outsider: TestMember;
let resourceId: string;

beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.at = frozenAt;
  await world.network.deleteFrom('mail').execute();
  const home = await addOrganisation(world.network, 'Ribeira');
  holder = await addMember(world.db, world.network, home, 'teacher', 'Marit de Vries');
  guest = await addMember(world.db, world.network, home, 'learner', 'Amina Yusuf');
  outsider = await addMember(world.db, world.network, home, 'learner', 'Bo Lind');
  resourceId = await putResource(world, home);
});

const book = (values: Parameters<typeof putBooking>[4] = {}) =>
  putBooking(world, holder, resourceId, '2026-10-20T07:00:00Z', { attendeeIds: [guest.personId], ...values });

const emailOf = async ({ personId }: TestMember) =>
  (await world.network.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirstOrThrow()).email;

/** What was sent to somebody, newest last, as an independent library reads it. */
async function sentTo(who: TestMember) {
  const mails = await world.network
    .selectFrom('mail')
    .select(['calendar_text', 'calendar_method', 'subject', 'body_text'])
    .where('to_address', '=', await emailOf(who))
    .orderBy('id')
    .execute();
  return mails.map((mail) => {
    const calendar = new ICAL.Component(ICAL.parse(mail.calendar_text ?? '') as unknown[]);
    const event = calendar.getFirstSubcomponent('vevent');
    const value = (name: string) => event?.getFirstPropertyValue(name)?.toString();
    return {
      text: mail.calendar_text ?? '',
      subject: mail.subject,
      body: mail.body_text,
      method: calendar.getFirstPropertyValue('method'),
      uid: value('uid'),
      sequence: value('sequence'),
      starts: value('dtstart'),
      status: value('status'),
      organizer: value('organizer'),
      attendee: value('attendee'),
      partstat: event?.getFirstProperty('attendee')?.getFirstParameter('partstat'),
    };
  });
}

/** What a calendar program sends back to an invitation. */
function replyTo(invitation: string, partstat: string): string {
  const calendar = new ICAL.Component(ICAL.parse(invitation) as unknown[]);
  calendar.updatePropertyWithValue('method', 'REPLY');
  calendar.getFirstSubcomponent('vevent')?.getFirstProperty('attendee')?.setParameter('partstat', partstat);
  return calendar.toString().replaceAll(/\r\n[ \t]/g, '');
}

const send = (text: string, type = 'text/calendar') =>
  world.app.inject({
    method: 'POST',
    url: '/test/api/calendar-replies',
    payload: text,
    headers: { 'content-type': type, 'x-collegium': '1' },
  });

const answerOf = async (bookingId: string) =>
  (
    await world.network
      .selectFrom('booking_attendee')
      .select('answer')
      .where('booking_id', '=', bookingId)
      .executeTakeFirstOrThrow()
  ).answer;

test('holder and attendees get a request with the same id, each from an address of their own', async () => {
  const id = await book();
  await inviteAll(world.scopeOf(), id);
  const [[toHolder], [toGuest]] = [await sentTo(holder), await sentTo(guest)];
  expect(toGuest).toMatchObject({
    subject: 'Booked: Wave flume',
    method: 'REQUEST',
    uid: `${id}@localhost`,
    sequence: '0',
    starts: '2026-10-20T07:00:00Z',
    status: 'CONFIRMED',
    partstat: 'NEEDS-ACTION',
    attendee: `MAILTO:${await emailOf(guest)}`,
  });
  expect(toHolder).toMatchObject({ uid: `${id}@localhost`, partstat: 'ACCEPTED' });
  expect(toGuest?.organizer).toMatch(/^mailto:noreply\+[0-9a-f]{32}@localhost$/);
  expect(toGuest?.organizer).not.toBe(toHolder?.organizer);
  expect(await sentTo(outsider)).toEqual([]);
});

test('the mail says when in the time of reader and place, where, what for, and why it was cancelled', async () => {
  const zone = { time_zone: 'Asia/Shanghai' };
  await world.network.updateTable('person').set(zone).where('id', '=', guest.personId).execute();
  const id = await book({ purpose: 'Wave loads' });
  await inviteAll(world.scopeOf(), id);
  const gone = { state: 'cancelled' as const, items_held: 0, cancellation_reason: 'The flume leaks' };
  await world.network.updateTable('booking').set(gone).where('id', '=', id).execute();
  await inviteAll(world.scopeOf(), id);
  const [invited, cancelled] = await sentTo(guest);
  expect(invited?.body).toContain('Tue, 20 October 2026, 15:00–18:00 (Asia/Shanghai)');
  expect(invited?.body).toContain('Tue, 20 October 2026, 09:00–12:00 (Europe/Berlin)\nQuay 4, Rostock\n\nWave loads');
  expect(cancelled?.body).toContain('Why: The flume leaks');
});

test('nothing is said twice; a moved booking is an update with the next number from the same address', async () => {
  const id = await book();
  await inviteAll(world.scopeOf(), id);
  await inviteAll(world.scopeOf(), id);
  expect(await sentTo(guest)).toHaveLength(1);
  const times = { starts_at: new Date('2026-10-21T07:00:00Z'), ends_at: new Date('2026-10-21T10:00:00Z') };
  await world.network.updateTable('booking').set(times).where('id', '=', id).execute();
  await inviteAll(world.scopeOf(), id);
  const [first, second] = await sentTo(guest);
  expect(second).toMatchObject({
    subject: 'Changed: Wave flume',
    method: 'REQUEST',
    uid: first?.uid,
    sequence: '1',
    organizer: first?.organizer,
    starts: '2026-10-21T07:00:00Z',
  });
});

test('a cancelled booking is cancelled in the calendars that knew of it, once', async () => {
  const id = await book();
  await inviteAll(world.scopeOf(), id);
  await world.network.updateTable('booking').set({ state: 'cancelled', items_held: 0 }).where('id', '=', id).execute();
  await inviteAll(world.scopeOf(), id);
  await inviteAll(world.scopeOf(), id);
  const mails = await sentTo(guest);
  expect(mails).toHaveLength(2);
  expect(mails[1]).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: '1', uid: mails[0]?.uid });
});

test('after a swap the booking leaves the calendar of who gave it away, and comes into the other’s', async () => {
  const id = await book({ attendeeIds: [] });
  await inviteAll(world.scopeOf(), id);
  const { personId: person_id, membershipId: membership_id } = outsider;
  await world.network
    .updateTable('booking')
    .set({ person_id, membership_id, purpose: 'Their thesis' })
    .where('id', '=', id)
    .execute();
  await inviteAll(world.scopeOf(), id);
  expect((await sentTo(holder)).map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL']);
  expect((await sentTo(holder)).at(-1)?.text).not.toContain('Their thesis');
  expect((await sentTo(outsider)).map(({ method }) => method)).toEqual(['REQUEST']);
});

/** What was sent to somebody after the first mail: which way, of which booking. */
const toldSince = async (who: TestMember) =>
  (await sentTo(who))
    .map(({ method, uid }) => [method, uid?.split('@')[0]])
    .slice(1)
    .sort();

test('who swaps is told by both calendars: what one gave away is cancelled, what one got is there', async () => {
  const [mine, theirs] = [
    await book({ attendeeIds: [] }),
    await putBooking(world, outsider, resourceId, '2026-10-21T07:00:00Z'),
  ];
  for (const id of [mine, theirs]) await inviteAll(world.scopeOf(), id);
  const proposed = await world.request(holder, 'POST', `/bookings/${mine}/swaps`, { otherId: theirs });
  await world.request(outsider, 'POST', `/swaps/${proposed.json().swaps[0].id}/answer`, { isAccepted: true });
  await dispatchPending({ services: world.services, subscriptions: calendarSubscriptions });
  expect(await toldSince(holder)).toEqual([
    ['CANCEL', mine],
    ['REQUEST', theirs],
  ]);
  expect(await toldSince(outsider)).toEqual([
    ['CANCEL', theirs],
    ['REQUEST', mine],
  ]);
});

test('what is not certain, and what nobody was told of, is not said', async () => {
  for (const state of ['requested', 'waiting', 'cancelled', 'declined'] as const)
    await inviteAll(world.scopeOf(), await book({ state }));
  expect(await world.network.selectFrom('mail').selectAll().execute()).toEqual([]);
});

test('who wants no mail gets none', async () => {
  await world.network.updateTable('person').set({ mail_preference: 'none' }).where('id', '=', guest.personId).execute();
  await inviteAll(world.scopeOf(), await book());
  expect(await sentTo(guest)).toEqual([]);
  expect(await sentTo(holder)).toHaveLength(1);
});

test.each([
  ['ACCEPTED', 'accepted'],
  ['DECLINED', 'declined'],
  ['TENTATIVE', 'tentative'],
])('a calendar program’s %s comes back', async (partstat, answer) => {
  const id = await book();
  await inviteAll(world.scopeOf(), id);
  const [invitation] = await sentTo(guest);
  const taken = await send(replyTo(invitation?.text ?? '', partstat));
  expect(taken.json()).toEqual({ bookingId: id, answer });
  expect(await answerOf(id)).toBe(answer);
});

/** A mail with the parts that calendar programs send. */
const mail = (encoding: string, body: string) =>
  [
    'From: Amina <amina@example.org>',
    'Content-Type: multipart/alternative; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Amina accepts',
    '--b',
    `Content-Transfer-Encoding: ${encoding}`,
    'Content-Type: text/calendar; charset="utf-8"; method=REPLY',
    '',
    body,
    '--b--',
    '',
  ].join('\r\n');

test('the whole mail is taken as well, however its part is written', async () => {
  const id = await book();
  await inviteAll(world.scopeOf(), id);
  const reply = replyTo((await sentTo(guest))[0]?.text ?? '', 'ACCEPTED');
  const base64 = Buffer.from(reply).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
  const quoted = reply.replaceAll('=', '=3D').replaceAll(/.{60}/g, '$&=\r\n');
  for (const [encoding, body] of [
    ['base64', base64],
    ['quoted-printable', quoted],
    ['8bit', reply],
  ] as const)
    expect((await send(mail(encoding, body), 'message/rfc822')).statusCode).toBe(200);
  expect(await answerOf(id)).toBe('accepted');
});

test('a reply without the secret, with another’s or of another booking is not taken', async () => {
  const [id, otherId] = [await book(), await book({ attendeeIds: [outsider.personId] })];
  for (const booking of [id, otherId]) await inviteAll(world.scopeOf(), booking);
  const reply = replyTo((await sentTo(guest))[0]?.text ?? '', 'DECLINED');
  const forged = [reply.replaceAll(/\+[0-9a-f]{32}@/g, `+${'0'.repeat(32)}@`), reply.replaceAll(id, otherId)];
  for (const text of forged)
    expect((await send(text)).json()).toMatchObject({ status: 404, code: 'invitation.not_found' });
  expect((await send(reply.replaceAll(/\+[0-9a-f]{32}@/g, '@'))).json()).toMatchObject({
    code: 'invitation.reply_unreadable',
  });
  expect([await answerOf(id), await answerOf(otherId)]).toEqual(['needs_action', 'needs_action']);
});

test.each(['hello', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR', 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR'])(
  '“%s” is no reply',
  async (text) => {
    expect((await send(text)).json()).toMatchObject({ status: 422, code: 'invitation.reply_unreadable' });
  },
);

test('on the page, those invited answer for themselves', async () => {
  const id = await book();
  const answer = (as: TestMember | null) => world.request(as, 'POST', `/bookings/${id}/answer`, { answer: 'declined' });
  expect((await answer(null)).statusCode).toBe(401);
  expect((await answer(outsider)).statusCode).toBe(404);
  expect((await answer(guest)).json()).toEqual({ bookingId: id, answer: 'declined' });
});
