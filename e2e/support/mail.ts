import { expect } from 'vitest';
import type { TestSmtpServer } from '../../server/testing/smtp-server.ts';

/** The first link in the newest mail to an address; waits until one has come. */
export async function linkMailedTo(mails: TestSmtpServer, address: string): Promise<string> {
  const linkOf = () => {
    const mail = mails.received.findLast(({ to }) => to.includes(address));
    return mail && /https?:\/\/[^\s"<>]+/.exec(decodeQuotedPrintable(mail.raw))?.[0].replaceAll('&amp;', '&');
  };
  await expect.poll(linkOf, { timeout: 20_000 }).toBeDefined();
  return linkOf() ?? '';
}

/** As far as addresses need it: https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
function decodeQuotedPrintable(text: string): string {
  return text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
