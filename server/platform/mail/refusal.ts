/** What a failed attempt means for the mail. */
export type Refusal = 'unreachable' | 'later' | 'never';

/**
 * Reads an error of nodemailer. An answer to the recipient or the text is about this mail: 5xx is final, 4xx is for
 * later. All else, also a sender's address that the server does not take, is about the way there.
 */
export function refusalOf(error: unknown): Refusal {
  const isAboutThisMail = has(error, 'code', ['EENVELOPE', 'EMESSAGE']) && !has(error, 'command', ['MAIL FROM']);
  if (!isAboutThisMail) return 'unreachable';
  const responseCode = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : undefined;
  return responseCode !== undefined && responseCode < 500 ? 'later' : 'never';
}

function has(error: unknown, key: 'code' | 'command', values: string[]): boolean {
  const value: unknown = error instanceof Error ? Reflect.get(error, key) : undefined;
  return typeof value === 'string' && values.includes(value);
}

/** The reason in one line, short enough to show to an administrator. Mail servers repeat addresses, never bodies. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, ' ').slice(0, 500);
}
