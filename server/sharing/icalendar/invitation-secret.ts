import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The secret that an answer to an invitation carries back: in small letters, since mail programs change the case of
 * addresses. It follows from booking and person, so every update of an invitation comes from the same address.
 */
export function invitationSecret(key: string, bookingId: string, personId: string): string {
  return createHmac('sha256', key).update(`invitation ${bookingId} ${personId}`).digest('hex').slice(0, 32);
}

export function isSameSecret(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

/** `no@example.org` with a secret: `no+0a1b…@example.org`; mail servers deliver it to `no@example.org`. */
export function withSecret(mailbox: string, secret: string): string {
  const address = /<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox.trim();
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${secret}${address.slice(at)}`;
}

/** The secret in an organiser's address, if it has one. */
export function secretIn(address: string): string | undefined {
  return /\+([0-9a-f]{32})@/i.exec(address)?.[1]?.toLowerCase();
}
