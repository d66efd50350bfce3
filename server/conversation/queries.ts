import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import { decodeCursor } from '../platform/http/cursor.ts';

/** A person's notifications, the newest first, `limit + 1` of them, with the count of unread ones on every row. */
export function listNotifications(
  db: Database,
  personId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const after = decodeCursor(cursor, 2);
  return db
    .selectFrom('notification')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('notification as other')
        .select((count) => count.fn.countAll<number>().as('count'))
        .where('other.person_id', '=', personId)
        .where('other.read_at', 'is', null)
        .as('unread'),
    )
    .where('person_id', '=', personId)
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(created_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}
export type NotificationRow = Awaited<ReturnType<typeof listNotifications>>[number];

/** Ticks off one notification, or all that came up to an instant. */
export async function markRead(db: Database, personId: string, at: Date, upTo: { id: string } | 'all'): Promise<void> {
  await db
    .updateTable('notification')
    .set({ read_at: at })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .$if(upTo !== 'all', (q) => q.where('id', '=', upTo === 'all' ? '' : upTo.id))
    .execute();
}
