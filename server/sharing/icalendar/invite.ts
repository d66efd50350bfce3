import { createHash } from 'node:crypto';
import { interfaceLanguages, type InterfaceLanguage } from '@collegium/contract/localised-text.ts';
import { pickText } from '@collegium/contract/pick-text.ts';
import { queueMails, type Mail } from '../../platform/mail/queue.ts';
import { renderMail } from '../../platform/mail/render.ts';
import type { Scope } from '../../platform/scope.ts';
import { composeInvitation } from './compose-invitation.ts';
import { listInvited, noteTold, type Invited } from './invitation-queries.ts';
import { invitationSecret, withSecret } from './invitation-secret.ts';
import { whenOf } from './invitation-when.ts';
import { invitationWords } from './invitation-words.ts';

/**
 * Tells the calendars of holder and attendees by mail what became of a booking: an invitation when it is certain, an
 * update when time, place or purpose changed, a cancellation when it ended before its time. Says nothing twice, so it may
 * follow every event of a booking.
 */
export async function inviteAll(scope: Scope, bookingId: string): Promise<void> {
  const due = (await listInvited(scope.db, scope.network.slug, bookingId)).flatMap((one) => {
    const method = methodOf(one);
    return method === undefined ? [] : [{ one, method, sequence: (one.sequence ?? -1) + 1 }];
  });
  if (due.length === 0) return;
  await queueMails(
    scope,
    due.map(({ one, method, sequence }) => mailOf(scope, one, method, sequence)),
  );
  await noteTold(
    scope.db,
    due.map(({ one, method, sequence }) => ({
      booking_id: one.booking_id,
      person_id: one.person_id,
      sequence,
      told: summaryOf(one),
      cancelled_at: method === 'CANCEL' ? scope.clock.now() : null,
    })),
  );
}

function methodOf(one: Invited): 'REQUEST' | 'CANCEL' | undefined {
  if (one.state === 'confirmed' && one.is_current)
    return one.told === summaryOf(one) && !one.is_cancelled ? undefined : 'REQUEST';
  const isOver = !one.is_current || one.state === 'cancelled' || one.state === 'declined' || one.state === 'no_show';
  return isOver && one.sequence !== null && !one.is_cancelled ? 'CANCEL' : undefined;
}

function summaryOf({ starts_at, ends_at, names, place, purpose }: Invited): string {
  const text = JSON.stringify([starts_at, ends_at, names, place, purpose]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

function mailOf(scope: Scope, one: Invited, method: 'REQUEST' | 'CANCEL', sequence: number): Mail {
  const { url, secret, mailFrom } = scope.config;
  const language = interfaceLanguages.find((tag) => tag === one.language) ?? 'en';
  const words = invitationWords[language];
  const pages = `${url}/${scope.network.slug}`;
  const page = `${pages}/bookings/${one.booking_id}`;
  const text = composeInvitation({
    method,
    uid: `${one.booking_id}@${new URL(url).hostname}`,
    sequence,
    stamp: scope.clock.now(),
    startsAt: one.starts_at,
    endsAt: one.ends_at,
    names: one.names,
    place: one.place,
    purpose: purposeFor(one),
    page,
    organiser: {
      name: words.organiser(one.organisation),
      email: withSecret(mailFrom, invitationSecret(secret, one.booking_id, one.person_id)),
    },
    recipient: { name: one.name, email: one.email, language, isHolder: one.is_holder },
  });
  const what = one.names.map((name) => pickText(name, language)).join(words.and);
  const mail = renderMail({
    language,
    title: method === 'CANCEL' ? words.cancelled(what) : sequence === 0 ? words.booked(what) : words.changed(what),
    paragraphs: paragraphsOf(one, method, language),
    action: { label: words.open, url: page },
    note: words.stop,
  });
  return { ...mail, to: one.email, unsubscribeUrl: `${pages}/settings`, calendar: { method, text } };
}

/** When and where, what for, and what became of it, also for who reads no more than the mail. */
function paragraphsOf(one: Invited, method: 'REQUEST' | 'CANCEL', language: InterfaceLanguage): string[] {
  const words = invitationWords[language];
  const what = [[whenOf(one, language), one.place].filter(Boolean).join('\n'), purposeFor(one)];
  const became =
    method === 'CANCEL'
      ? [one.cancellation_reason === null ? '' : words.because(one.cancellation_reason)]
      : [words.attached, one.is_holder ? '' : words.answer];
  return [...what, ...became].filter((paragraph) => paragraph !== '');
}

/** Who gave it away has nothing to do any more with what it is for now. */
function purposeFor({ is_current, purpose }: Invited): string {
  return is_current ? purpose : '';
}
