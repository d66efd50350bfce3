import { isNotificationKind, notificationSentence } from '@collegium/contract/notification-words.ts';
import type { NotificationPage, NotificationView } from '@collegium/contract/notifications.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { listNotifications, markAllRead, markRead, type NotificationRow } from './queries.ts';

/** One's own notifications, the newest first. */
export async function readNotifications(
  scope: MemberScope,
  query: { limit?: number; cursor?: string },
): Promise<NotificationPage> {
  const limit = query.limit ?? 30;
  const rows = await listNotifications(scope.db, scope.actor.personId, { limit, cursor: query.cursor });
  return pageOf(
    rows,
    limit,
    (row) => [row.created_at.toISOString(), row.id],
    (row) => presentNotification(row, scope.language),
  );
}

/** Ticks off one of one's own notifications. Throws request.not_found for anybody else's. */
export async function readNotification(scope: MemberScope, id: string): Promise<void> {
  const isOwn = await markRead(scope.db, scope.actor.personId, id, scope.clock.now());
  if (!isOwn) throw new Problem('request.not_found');
}

/** Ticks off all of one's own notifications. */
export async function readAllNotifications(scope: MemberScope): Promise<void> {
  await markAllRead(scope.db, scope.actor.personId, scope.clock.now());
}

/** Words are chosen when it is read, so that a reader who changes language finds all of them in it. */
export function presentNotification(row: NotificationRow, language: string): NotificationView {
  return {
    id: row.id,
    kind: row.kind,
    sentence: isNotificationKind(row.kind) ? notificationSentence(row.kind, row.parameters, language) : row.kind,
    path: row.path,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  };
}
