import { createHmac } from 'node:crypto';

/**
 * The name under which an application stands in the published problem: HMAC-SHA-256 with the round's secret salt over
 * the application's id, the first 32 hex digits. Fixed before the seed is known to anybody, so it cannot be chosen.
 */
export function pseudonymOf(salt: string, applicationId: string): string {
  return createHmac('sha256', Buffer.from(salt, 'hex')).update(applicationId).digest('hex').slice(0, 32);
}
