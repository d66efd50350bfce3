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

/** Ticks off one of a person's notifications, unless it is already; false when they have none with this id. */
export async function markRead(db: Database, personId: string, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('notification')
    .set((eb) => ({ read_at: eb.fn.coalesce('read_at', eb.val(at)) }))
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ticks off all of a person's notifications. */
export async function markAllRead(db: Database, personId: string, at: Date): Promise<void> {
  await db
    .updateTable('notification')
    .set({ read_at: at })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .execute();
}
