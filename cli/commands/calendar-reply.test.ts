import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inviteAll } from '../../server/sharing/icalendar/invite.ts';
import { putBooking, putResource } from '../../server/sharing/icalendar/testing.ts';
import { createTestApp, type TestApp } from '../../server/testing/app.ts';
import { addMember, addOrganisation, type TestMember } from '../../server/testing/world.ts';

const program = join(import.meta.dirname, '../collegium.ts');
let world: TestApp;
let url: string;
let bookingId: string;
let guest: TestMember;
let invitation: string;

beforeAll(async () => {
  world = await createTestApp();
  url = await world.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.network.deleteFrom('mail').execute();
  const home = await addOrganisation(world.network, 'Ribeira');
  const holder = await addMember(world.db, world.network, home, 'teacher', 'Marit de Vries');
  guest = await addMember(world.db, world.network, home, 'learner', 'Amina Yusuf');
  const resourceId = await putResource(world, home);
  bookingId = await putBooking(world, holder, resourceId, '2026-10-20T07:00:00Z', { attendeeIds: [guest.personId] });
  await inviteAll(world.scopeOf(), bookingId);
  const { email } = await world.network
    .selectFrom('person')
    .select('email')
    .where('id', '=', guest.personId)
    .executeTakeFirstOrThrow();
  const sent = await world.network
    .selectFrom('mail')
    .select('calendar_text')
    .where('to_address', '=', email)
    .executeTakeFirstOrThrow();
  invitation = sent.calendar_text ?? '';
});

/** Runs the command as a mail server does: the mail on standard input, nothing else. */
async function pipe(mail: NodeJS.ReadableStream | string, server = url): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [program, 'calendar-reply', '--network', 'test'], {
    env: { ...process.env, COLLEGIUM_URL: server },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdin.on('error', () => undefined);
  if (typeof mail === 'string') child.stdin.end(mail);
  else mail.pipe(child.stdin);
  const [code] = (await once(child, 'exit')) as [number];
  return { code, said };
}

/** What a calendar program answers, as an independent library writes it. */
function replyTo(text: string, partstat: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  calendar.updatePropertyWithValue('method', 'REPLY');
  const event = calendar.getFirstSubcomponent('vevent');
  event?.getFirstProperty('attendee')?.setParameter('partstat', partstat);
  return {
    text: calendar.toString(),
    organizer: String(event?.getFirstPropertyValue('organizer')).slice('mailto:'.length),
  };
}

const answer = async () => {
  const row = world.network.selectFrom('booking_attendee').select('answer').where('booking_id', '=', bookingId);
  return (await row.executeTakeFirstOrThrow()).answer;
};

test('an answer by mail comes in over SMTP, through the pipe of the mail server, and stands on the booking', async () => {
  const ends: Promise<{ code: number }>[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, respond) => {
      const end = pipe(stream);
      ends.push(end);
      void end.then(({ code }) => respond(code === 0 ? null : new Error(`The pipe ended with ${code}`)));
    },
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const mailer = createTransport({ host: '127.0.0.1', ...(port !== undefined && { port }), ignoreTLS: true });
  try {
    for (const [partstat, expected] of [
      ['ACCEPTED', 'accepted'],
      ['DECLINED', 'declined'],
    ] as const) {
      const { text, organizer } = replyTo(invitation, partstat);
      expect(organizer).toMatch(/^noreply\+[0-9a-f]{32}@/);
      const from = 'Amina Yusuf <amina@example.org>';
      await mailer.sendMail({
        from,
        to: organizer,
        subject: partstat,
        text: partstat,
        icalEvent: { method: 'REPLY', content: text },
      });
      expect(await answer()).toBe(expected);
    }
    expect(ends).toHaveLength(2);
  } finally {
    mailer.close();
    server.close();
  }
});

test('a mail that is no answer is refused with a sentence, so that its writer hears of it', async () => {
  const { code, said } = await pipe('From: amina@example.org\r\nSubject: Re\r\n\r\nI cannot come.\r\n');
  expect(code).toBe(65);
  expect(said).toMatch(/\.\n$/);
  expect((await pipe('x'.repeat(300_000))).code).toBe(65);
  expect(await answer()).toBe('needs_action');
});

test('while the server is down, the mail server is told to try again', async () => {
  const { code } = await pipe(replyTo(invitation, 'ACCEPTED').text, 'http://127.0.0.1:1');
  expect(code).toBe(75);
});

test('without a network it says how it is used', async () => {
  const child = spawn(process.execPath, [program, 'calendar-reply'], { stdio: 'ignore' });
  expect((await once(child, 'exit'))[0]).toBe(64);
});
