import { newId } from '../ids.ts';
import type { Scope } from '../scope.ts';
import { oneLine } from './message.ts';
import type { RenderedMail } from './render.ts';

export interface Mail extends RenderedMail {
  /** One address, without a name. */
  to: string;
  /** The page where the reader turns such mail off; leave it out of what the reader asked for, like a sign-in link. */
  unsubscribeUrl?: string;
  /** An invitation for calendar programs (RFC 5546), beside the words. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string };
}

/**
 * Puts a mail into the network's queue, within the transaction of `scope.db`: it is sent if, and only if, that commits.
 * A mail to something that is not an address is kept as failed, with the reason.
 */
export async function queueMail(scope: Pick<Scope, 'db' | 'clock'>, mail: Mail): Promise<void> {
  await scope.db.insertInto('mail').values(mailRow(mail, scope.clock.now())).execute();
}

/** Puts many mails into the queue with one statement per thousand. */
export async function queueMails(scope: Pick<Scope, 'db' | 'clock'>, mails: readonly Mail[]): Promise<void> {
  const rows = mails.map((mail) => mailRow(mail, scope.clock.now()));
  for (let start = 0; start < rows.length; start += 1_000)
    await scope.db
      .insertInto('mail')
      .values(rows.slice(start, start + 1_000))
      .execute();
}

function mailRow(mail: Mail, now: Date) {
  const isAddress = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/u.test(mail.to);
  return {
    id: newId(),
    to_address: oneLine(mail.to),
    subject: oneLine(mail.subject),
    body_text: mail.text,
    body_html: mail.html,
    unsubscribe_url: mail.unsubscribeUrl ?? null,
    calendar_method: mail.calendar?.method ?? null,
    calendar_text: mail.calendar?.text ?? null,
    created_at: now,
    next_attempt_at: now,
    failed_at: isAddress ? null : now,
    last_error: isAddress ? null : 'This is not a mail address.',
  };
}
