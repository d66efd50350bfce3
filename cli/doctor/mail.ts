import { createTransport } from 'nodemailer';
import type { LoadedConfig } from '../../server/platform/config/config.ts';
import { outboxFolder } from '../../server/platform/mail/transport.ts';
import type { Finding } from './examine.ts';

/** Connects and signs in to the mail server without sending anything; says where mail goes without one. */
export async function examineMail(config: LoadedConfig): Promise<Finding[]> {
  if (config.smtpUrl === undefined) {
    const says = `no mail server is set, so mail is written to ${outboxFolder(config)} and reaches nobody`;
    return [{ about: 'mail', state: 'notice', says, mend: 'set SMTP_URL and MAIL_FROM' }];
  }
  const { host } = new URL(config.smtpUrl);
  const timeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 5_000 };
  const transport = createTransport({ url: config.smtpUrl, ...timeouts });
  try {
    await transport.verify();
    return [{ about: 'mail', state: 'good', says: `${host} takes our mail, from ${config.mailFrom}` }];
  } catch (error) {
    const says = `${host} does not take our mail: ${error instanceof Error ? error.message : String(error)}`;
    return [{ about: 'mail', state: 'wrong', says, mend: 'check host, port, user and password in SMTP_URL' }];
  } finally {
    transport.close();
  }
}
