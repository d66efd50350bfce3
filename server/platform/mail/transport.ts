import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Mail as Mailer, SendMailOptions, StreamSentMessageInfo, StreamTransportOptions } from 'nodemailer';
import type { Config } from '../config/config.ts';
import type { MailRow } from './queries.ts';

export type MailConfig = Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataFolder' | 'url'>;

/** Where mail goes: a mail server, or the outbox folder when none is configured. */
export interface MailTransport {
  /** Resolves when the mail server has taken the mail; throws nodemailer's error otherwise. */
  send: (mail: MailRow) => Promise<void>;
  close: () => void;
}

export async function openTransport(config: MailConfig): Promise<MailTransport> {
  const { createTransport } = await import('nodemailer');
  if (config.smtpUrl === undefined) return openOutbox(createTransport({ streamTransport: true, buffer: true }), config);
  const pool = createTransport({ url: config.smtpUrl, pool: true, maxConnections: 4, ...timeouts });
  return {
    send: async (mail) => void (await pool.sendMail(message(mail, config))),
    close: () => pool.close(),
  };
}

/** Together below the shortest pause between two attempts, so that a slow server does not get a mail twice. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };

/** `$COLLEGIUM_DATA/outbox`: where mail is written that no server takes. */
export function outboxFolder(config: Pick<Config, 'dataFolder'>): string {
  return join(config.dataFolder, 'outbox');
}

/** Two files for each mail: `.eml` as it would have been sent, `.html` to open in a browser. */
function openOutbox(
  composer: Mailer<StreamSentMessageInfo, StreamTransportOptions>,
  config: MailConfig,
): MailTransport {
  const folder = outboxFolder(config);
  return {
    async send(mail) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${mail.created_at.toISOString().replaceAll(':', '-')}-${mail.id}`);
      const sent = await composer.sendMail(message(mail, config));
      await writeWhole(`${path}.html`, mail.body_html);
      await writeWhole(`${path}.eml`, sent.message);
    },
    close() {},
  };
}

async function writeWhole(path: string, content: string | Buffer | Readable): Promise<void> {
  await writeFile(`${path}.part`, content, { mode: 0o600 });
  await rename(`${path}.part`, path);
}

/** The Message-ID comes from the row, so that a mail which was sent twice is recognised as one. */
function message(mail: MailRow, config: MailConfig): SendMailOptions {
  return {
    from: config.mailFrom,
    to: { name: '', address: mail.to_address },
    subject: mail.subject,
    text: mail.body_text,
    html: mail.body_html,
    messageId: `<${mail.id}@${new URL(config.url).hostname}>`,
    date: mail.created_at,
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(mail.calendar_text !== null && {
      icalEvent: { method: mail.calendar_method ?? 'REQUEST', filename: 'invitation.ics', content: mail.calendar_text },
    }),
    ...(mail.unsubscribe_url !== null && { list: { unsubscribe: mail.unsubscribe_url } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
