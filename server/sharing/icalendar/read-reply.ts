import type { AttendeeAnswer } from '@collegium/contract/sharing/terms.ts';
import ICAL from 'ical.js';
import { secretIn } from './invitation-secret.ts';

/** What a calendar program answered. */
export interface Reply {
  bookingId: string;
  secret: string;
  answer: AttendeeAnswer;
}

/**
 * Reads an answer to an invitation (RFC 5546, 3.2.3) from a calendar object or from the mail that carries it.
 * Undefined when it is none.
 */
export function readReply(message: string): Reply | undefined {
  const text = /^\s*BEGIN:VCALENDAR/i.test(message) ? message : calendarPart(message);
  if (text === undefined) return undefined;
  const event = eventOf(text);
  const bookingId = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/i.exec(valueOf(event, 'uid'))?.[1];
  const secret = secretIn(valueOf(event, 'organizer'));
  const answer = answers.get(event?.getFirstProperty('attendee')?.getFirstParameter('partstat')?.toUpperCase() ?? '');
  if (bookingId === undefined || secret === undefined || answer === undefined) return undefined;
  return { bookingId: bookingId.toLowerCase(), secret, answer };
}

const answers = new Map<string, AttendeeAnswer>([
  ['ACCEPTED', 'accepted'],
  ['DECLINED', 'declined'],
  ['TENTATIVE', 'tentative'],
  ['NEEDS-ACTION', 'needs_action'],
]);

function eventOf(text: string): ICAL.Component | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    return valueOf(calendar, 'method').toUpperCase() === 'REPLY' ? calendar.getFirstSubcomponent('vevent') : null;
  } catch {
    return null;
  }
}

function valueOf(component: ICAL.Component | null, name: string): string {
  return String(component?.getFirstPropertyValue(name) ?? '');
}

/** The part of a mail that is a calendar object: however deep, its headers name its type and how it is written. */
function calendarPart(message: string): string | undefined {
  const unix = message.replaceAll('\r\n', '\n');
  for (const found of unix.matchAll(/^content-type:\s*text\/calendar/gim)) {
    const headersStart = Math.max(unix.lastIndexOf('\n--', found.index) + 1, 0);
    const headersEnd = unix.indexOf('\n\n', found.index);
    if (headersEnd === -1) continue;
    const headers = unix.slice(headersStart, headersEnd);
    const rest = unix.slice(headersEnd + 2);
    const end = rest.search(/^--/m);
    const text = decode(end === -1 ? rest : rest.slice(0, end), headers);
    if (/^\s*BEGIN:VCALENDAR/i.test(text)) return text;
  }
  return undefined;
}

function decode(body: string, headers: string): string {
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(headers)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replaceAll(/=\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
