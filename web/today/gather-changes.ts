import type { NotificationView } from '@collegium/contract/notifications';

/** News that says the same several times in a row: the latest of it, and how often. */
export interface GatheredChange {
  change: NotificationView;
  times: number;
  isUnread: boolean;
}

/** Says once what follows itself in the same words, so that one busy record does not hide the others. */
export function gatherChanges(changes: readonly NotificationView[]): GatheredChange[] {
  const gathered: GatheredChange[] = [];
  for (const change of changes) {
    const last = gathered.at(-1);
    if (last?.change.sentence === change.sentence) {
      last.times += 1;
      last.isUnread ||= change.readAt === null;
    } else gathered.push({ change, times: 1, isUnread: change.readAt === null });
  }
  return gathered;
}
