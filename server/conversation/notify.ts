import { interfaceLanguages } from '@collegium/contract/localised-text.ts';
import { notificationSentence, type NotificationKind } from '@collegium/contract/notification-words.ts';
import { sql } from 'kysely';
import { jsonb, schemaOf } from '../platform/database/database.ts';
import type { AuditEventRow } from '../platform/events/subscription.ts';
import { newId } from '../platform/ids.ts';
import { queueMails } from '../platform/mail/queue.ts';
import { renderMail } from '../platform/mail/render.ts';
import type { Scope } from '../platform/scope.ts';
import { listRecipients, type Concerned, type Recipient } from './recipients.ts';

const rowsAtOnce = 1_000;

/** Tells those concerned of an event, in the page and by mail; never the person who did it. */
export async function notify(
  scope: Scope,
  event: AuditEventRow,
  kind: NotificationKind,
  concerned: readonly Concerned[],
): Promise<void> {
  const tables = sql.raw(schemaOf(scope.network.slug));
  const found = new Map<string, Recipient>();
  for (const who of concerned)
    for (const recipient of await listRecipients(scope.db, tables, who, event.object_id))
      found.set(recipient.person_id, recipient);
  found.delete(event.person_id ?? '');
  const recipients = [...found.values()];
  for (let start = 0; start < recipients.length; start += rowsAtOnce)
    await insertNotifications(scope, event, kind, recipients.slice(start, start + rowsAtOnce));
  await queueMails(
    scope,
    recipients.flatMap((recipient) => mailFor(scope, event, kind, recipient)),
  );
}

async function insertNotifications(
  scope: Scope,
  event: AuditEventRow,
  kind: NotificationKind,
  recipients: Recipient[],
): Promise<void> {
  await scope.db
    .insertInto('notification')
    .values(
      recipients.map((recipient) => ({
        id: newId(),
        person_id: recipient.person_id,
        event_id: event.id,
        kind,
        parameters: jsonb(parametersOf(event, recipient)),
        path: recipient.path,
        created_at: event.at,
      })),
    )
    .onConflict((oc) => oc.constraint('notification_event_key').doNothing())
    .execute();
}

function mailFor(scope: Scope, event: AuditEventRow, kind: NotificationKind, recipient: Recipient) {
  if (recipient.email === null || recipient.mail_preference === 'none') return [];
  const language = interfaceLanguages.find((tag) => tag === recipient.language) ?? 'en';
  const page = `${scope.config.url}/${scope.network.slug}`;
  const words = mailWords[language];
  const mail = renderMail({
    language,
    title: notificationSentence(kind, parametersOf(event, recipient), language),
    paragraphs: [words.why(scope.network.name)],
    action: { label: words.open, url: `${page}${recipient.path}` },
    note: words.stop,
  });
  return [{ ...mail, to: recipient.email, unsubscribeUrl: `${page}/settings` }];
}

function parametersOf(event: AuditEventRow, recipient: Recipient) {
  return {
    title: recipient.title ?? {},
    person: recipient.person ?? '',
    organisation: recipient.organisation ?? '',
    reason: event.reason ?? '',
  };
}

const mailWords = {
  en: {
    open: 'Open in Collegium',
    why: (network: string) => `You get this because you take part in ${network}.`,
    stop: 'You can turn these mails off in your settings.',
  },
  'zh-CN': {
    open: '在 Collegium 中打开',
    why: (network: string) => `您收到此邮件，是因为您参与了 ${network}。`,
    stop: '您可以在设置中关闭这类邮件。',
  },
} as const;
