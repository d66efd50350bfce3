import type { InterfaceLanguage } from '@collegium/contract/localised-text.ts';
import { interfaceLanguages } from '@collegium/contract/localised-text.ts';
import { sql, type QueryCreator, type RawBuilder } from 'kysely';
import { inNetwork } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { newId } from '../ids.ts';
import { type RenderedMail, renderMail } from '../mail/render.ts';
import type { Services } from '../scope.ts';

type AuthMail = 'sign_in_link' | 'new_password' | 'password_changed';

const texts: Record<
  AuthMail,
  Record<InterfaceLanguage, { title: string; paragraph: string; label: string; note: string }>
> = {
  sign_in_link: {
    en: {
      title: 'Sign in to Collegium',
      paragraph: 'Somebody, hopefully you, asked for a link to sign in.',
      label: 'Sign in',
      note: 'The link works once, within 15 minutes. If you did not ask for it, you need not do anything.',
    },
    'zh-CN': {
      title: '登录 Collegium',
      paragraph: '有人（应该是您本人）请求了登录链接。',
      label: '登录',
      note: '该链接在 15 分钟内有效，只能使用一次。如果不是您本人请求，无需任何操作。',
    },
  },
  new_password: {
    en: {
      title: 'Choose a new password',
      paragraph: 'Somebody, hopefully you, asked to choose a new password for Collegium.',
      label: 'Choose a password',
      note: 'The link works once, within an hour. If you did not ask for it, your password stays as it is.',
    },
    'zh-CN': {
      title: '设置新密码',
      paragraph: '有人（应该是您本人）请求为 Collegium 设置新密码。',
      label: '设置密码',
      note: '该链接在 1 小时内有效，只能使用一次。如果不是您本人请求，密码保持不变。',
    },
  },
  password_changed: {
    en: {
      title: 'Your password was changed',
      paragraph: 'Your password for Collegium was changed just now, and all other browsers were signed out.',
      label: 'See who acts as you',
      note: 'If it was not you, choose a new password at once with “Forgotten password?” on the sign-in page.',
    },
    'zh-CN': {
      title: '您的密码已更改',
      paragraph: '您的 Collegium 密码刚刚已更改，其他浏览器均已退出登录。',
      label: '查看以您的身份操作的浏览器和程序',
      note: '如果不是您本人操作，请立即通过登录页面上的“忘记密码？”设置新密码。',
    },
  },
};

/**
 * Queues the mail in one statement that takes the same path whether or not somebody has this address, so that neither
 * the answer nor its time tells. It goes out from the network whose page asked for it, in the reader's language there.
 */
export async function queueAuthMail(
  services: Pick<Services, 'db' | 'clock' | 'signal'>,
  mail: { kind: AuthMail; email: string; url: string; networkSlug: string },
): Promise<void> {
  await mailToAccount(inNetwork(services.db, mail.networkSlug), {
    kind: mail.kind,
    to: sql<boolean>`account.email = ${mail.email.toLowerCase()}`,
    url: mail.url,
    now: services.clock.now(),
  }).execute();
  services.signal();
}

/** The part of a statement that queues the mail to the account of which `to` is true, in its reader's language. */
export function mailToAccount(
  network: QueryCreator<Tables>,
  { kind, to, url, now }: { kind: AuthMail; to: RawBuilder<boolean>; url: string; now: Date },
) {
  const byLanguage = Object.fromEntries(
    interfaceLanguages.map((language) => [language, rendered(kind, language, url)]),
  );
  const chosen = sql`(${JSON.stringify(byLanguage)}::jsonb -> coalesce(person.language, 'en'))`;
  return network
    .insertInto('mail')
    .columns(['id', 'to_address', 'subject', 'body_text', 'body_html', 'created_at', 'next_attempt_at'])
    .expression(
      network
        .selectFrom('platform.account')
        .leftJoin('person', 'person.account_id', 'platform.account.id')
        .where(to)
        .select([
          sql<string>`${newId()}::uuid`.as('id'),
          'platform.account.email',
          sql<string>`${chosen} ->> 'subject'`.as('subject'),
          sql<string>`${chosen} ->> 'text'`.as('body_text'),
          sql<string>`${chosen} ->> 'html'`.as('body_html'),
          sql<Date>`${now}::timestamptz`.as('created_at'),
          sql<Date>`${now}::timestamptz`.as('next_attempt_at'),
        ]),
    );
}

function rendered(kind: AuthMail, language: InterfaceLanguage, url: string): RenderedMail {
  const { title, paragraph, label, note } = texts[kind][language];
  return renderMail({ language, title, paragraphs: [paragraph], action: { label, url }, note });
}
