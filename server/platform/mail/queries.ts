import { type Selectable, sql } from 'kysely';
import { type Database, inNetwork } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';

export type MailRow = Selectable<Tables['mail']>;

/** Slugs of networks with mail that is due: one round trip however many networks there are. */
export async function listNetworksWithDueMail(db: Database, now: Date): Promise<string[]> {
  const networks = await db.selectFrom('platform.network').select('slug').orderBy('slug').execute();
  if (networks.length === 0) return [];
  const parts = networks.map(({ slug }) => {
    const due = inNetwork(db, slug)
      .selectFrom('mail')
      .select('id')
      .where('sent_at', 'is', null)
      .where('failed_at', 'is', null)
      .where('next_attempt_at', '<=', now);
    return sql`select ${sql.lit(slug)} as slug where exists (${due})`;
  });
  const { rows } = await sql<{ slug: string }>`${sql.join(parts, sql` union all `)}`.execute(db);
  return rows.map(({ slug }) => slug);
}

/**
 * Takes mails that are due and puts each off, so that no other sender takes them meanwhile. `pausesMs` are the pauses
 * after the first, second … attempt.
 */
export async function claimMails(
  network: Database,
  { now, limit, pausesMs }: { now: Date; limit: number; pausesMs: readonly number[] },
): Promise<MailRow[]> {
  const due = network
    .selectFrom('mail')
    .select('id')
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('next_attempt_at', '<=', now)
    .orderBy('next_attempt_at')
    .limit(limit)
    .forUpdate()
    .skipLocked();
  const pauseMs = sql`(${pausesMs}::bigint[])[least(attempts + 1, ${pausesMs.length}::integer)]`;
  return network
    .updateTable('mail')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      next_attempt_at: sql<Date>`${now}::timestamptz + ${pauseMs} * interval '1 millisecond'`,
    }))
    .where('id', 'in', due)
    .returningAll()
    .execute();
}

/** Notes that the mail server has taken the mail, and forgets what it said. */
export async function markSent(network: Database, id: string, at: Date): Promise<void> {
  const sent = { sent_at: at, last_error: null, body_text: '', body_html: '', calendar_text: null };
  await network.updateTable('mail').set(sent).where('id', '=', id).execute();
}

/** Notes that the mail server put the mail off. */
export async function markPutOff(network: Database, id: string, reason: string): Promise<void> {
  await network.updateTable('mail').set({ last_error: reason }).where('id', '=', id).execute();
}

/** Notes that the mail server will never take the mail. */
export async function markFailed(network: Database, id: string, at: Date, reason: string): Promise<void> {
  await network.updateTable('mail').set({ failed_at: at, last_error: reason }).where('id', '=', id).execute();
}

/** Gives a mail back that the mail server has not seen: the attempt does not count. */
export async function release(network: Database, id: string, until: Date, reason: string): Promise<void> {
  await network
    .updateTable('mail')
    .set((eb) => ({ attempts: eb('attempts', '-', 1), next_attempt_at: until, last_error: reason }))
    .where('id', '=', id)
    .execute();
}
