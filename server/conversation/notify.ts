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

/** Tells those concerned of events of one kind, in the page and by mail; never the person who did it. */
export async function notify(
  scope: Scope,
  events: readonly AuditEventRow[],
  kind: NotificationKind,
  concerned: readonly Concerned[],
): Promise<void> {
  const told = await listTold(scope, events, concerned);
  for (let start = 0; start < told.length; start += rowsAtOnce)
    await insertNotifications(scope, kind, told.slice(start, start + rowsAtOnce));
  await queueMails(
    scope,
    told.flatMap(({ event, recipient }) => mailFor(scope, event, kind, recipient)),
  );
}

interface Told {
  event: AuditEventRow;
  recipient: Recipient;
}

/** Whom each event concerns, each person once. */
async function listTold(
  scope: Scope,
  events: readonly AuditEventRow[],
  concerned: readonly Concerned[],
): Promise<Told[]> {
  const tables = sql.raw(schemaOf(scope.network.slug));
  const objectIds = [...new Set(events.flatMap(objectIdsOf))];
  const found = new Map<string, Map<string, Recipient>>();
  for (const who of concerned)
    for (const recipient of await listRecipients(scope.db, tables, who, objectIds)) {
      const ofObject = found.get(recipient.object_id) ?? new Map<string, Recipient>();
      found.set(recipient.object_id, ofObject.set(recipient.person_id, recipient));
    }
  return events.flatMap((event) =>
    objectIdsOf(event)
      .flatMap((id) => [...(found.get(id)?.values() ?? [])])
      .filter((recipient) => recipient.person_id !== event.person_id)
      .filter((recipient) => !concerned.includes('invited_guest') || recipient.person_id === event.details['personId'])
      .map((recipient) => ({ event, recipient })),
  );
}

/** What an event is about: its object, or the requests that it names, since several are made and told of at once. */
function objectIdsOf({ object_id: id, details }: AuditEventRow): string[] {
  const { requestIds } = details;
  return Array.isArray(requestIds) ? requestIds.map(String) : [id];
}

async function insertNotifications(scope: Scope, kind: NotificationKind, told: Told[]): Promise<void> {
  await scope.db
    .insertInto('notification')
    .values(
      told.map(({ event, recipient }) => ({
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
