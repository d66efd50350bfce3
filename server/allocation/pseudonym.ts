import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';

/**
 * The name under which an application stands in the published problem: SHA-256 over the round's secret salt and the
 * application's id, the first 32 hex digits. Fixed before the seed is known to anybody, so it cannot be chosen.
 */
export function pseudonymOf(salt: string, applicationId: string): string {
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(applicationId).digest('hex').slice(0, 32);
}

/** The same in SQL, of `allocation.application_id` and `round.pseudonym_salt`. */
export function pseudonymColumn(): RawBuilder<string> {
  return sql<string>`left(encode(sha256(decode(round.pseudonym_salt, 'hex') || convert_to(allocation.application_id::text, 'UTF8')), 'hex'), 32)`;
}
