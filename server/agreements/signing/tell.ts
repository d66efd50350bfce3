import { interfaceLanguages, type LocalisedText } from '@collegium/contract/localised-text.ts';
import { notificationSentence, type NotificationKind } from '@collegium/contract/notification-words.ts';
import { jsonb } from '../../platform/database/database.ts';
import type { AuditEventRow } from '../../platform/events/subscription.ts';
import { newId } from '../../platform/ids.ts';
import { queueMails } from '../../platform/mail/queue.ts';
import { renderMail } from '../../platform/mail/render.ts';
import type { Scope } from '../../platform/scope.ts';

export type EventFacts = Pick<AuditEventRow, 'id' | 'at' | 'person_id' | 'reason'>;

export interface Told {
  agreementId: string;
  title: LocalisedText;
  organisation: string;
  date: string;
  personIds: readonly string[];
  /** Below the network's prefix. */
  path: string;
}

/** Tells people something about an agreement, in the page and by mail; never the person who did it. */
export async function tellMembers(scope: Scope, event: EventFacts, kind: NotificationKind, told: Told): Promise<void> {
  const ids = [...new Set(told.personIds)].filter((id) => id !== event.person_id);
  if (ids.length === 0) return;
  const people = await scope.db
    .selectFrom('person')
    .select(['id', 'email', 'language', 'mail_preference'])
    .where('id', 'in', ids)
    .execute();
  const parameters = {
    title: told.title,
    organisation: told.organisation,
    date: told.date,
    reason: event.reason ?? '',
  };
  await scope.db
    .insertInto('notification')
    .values(
      people.map(({ id }) => ({
        id: newId(),
        person_id: id,
        event_id: event.id,
        kind,
        parameters: jsonb(parameters),
        path: told.path,
        created_at: event.at,
      })),
    )
    .onConflict((oc) => oc.constraint('notification_event_key').doNothing())
    .execute();
  await queueMails(
    scope,
    people.flatMap(({ email, language, mail_preference }) => {
      if (email === null || mail_preference === 'none') return [];
      return [{ ...mailFor(scope, kind, parameters, language, told.path), to: email }];
    }),
  );
}

function mailFor(
  { config, network }: Scope,
  kind: NotificationKind,
  parameters: Record<string, string | LocalisedText>,
  tag: string,
  path: string,
) {
  const language = interfaceLanguages.find((one) => one === tag) ?? 'en';
  const page = `${config.url}/${network.slug}`;
  const mail = renderMail({
    language,
    title: notificationSentence(kind, parameters, language),
    paragraphs: [],
    action: { label: language === 'zh-CN' ? '在 Collegium 中打开' : 'Open in Collegium', url: `${page}${path}` },
    note: language === 'zh-CN' ? '您可以在设置中关闭这类邮件。' : 'You can turn these mails off in your settings.',
  });
  return { ...mail, unsubscribeUrl: `${page}/settings` };
}
