import type { TodayView } from '@collegium/contract/today.ts';
import type { MemberScope } from '../platform/scope.ts';
import { listNeeds } from './needs.ts';
import { presentNotification } from './notifications.ts';
import { listNotifications } from './queries.ts';

/** More than a page shows: news in the same words is said once there. */
const changesShown = 24;

/** What waits for the reader, what is due, what changed. */
export async function getToday(scope: MemberScope): Promise<TodayView> {
  const { actor, db, clock, network } = scope;
  const [needs, changes] = await Promise.all([
    listNeeds(db, network.slug, actor, clock.now()),
    listNotifications(db, actor.personId, { limit: changesShown }),
  ]);
  return {
    needs: needs.map((row) => ({
      kind: row.kind,
      title: row.title,
      concerns: row.concerns,
      shortMark: row.short_mark,
      dueAt: row.due_at?.toISOString() ?? null,
      count: row.count,
      path: row.path,
    })),
    changes: changes.slice(0, changesShown).map((row) => presentNotification(row, scope.language)),
    unread: changes[0]?.unread ?? 0,
  };
}
