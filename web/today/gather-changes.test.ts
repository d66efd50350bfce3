import type { NotificationView } from '@collegium/contract/notifications';
import { expect, test } from 'vitest';
import { gatherChanges } from './gather-changes.ts';

const news = (sentence: string, readAt: string | null = '2026-10-13T09:00:00Z') =>
  ({ id: sentence, sentence, readAt, path: '/today', createdAt: '2026-10-12T09:00:00Z' }) as NotificationView;

test('news in the same words follows itself once, with how often', () => {
  const gathered = gatherChanges([news('A'), news('A', null), news('B'), news('A')]);
  expect(gathered.map(({ change, times, isUnread }) => [change.sentence, times, isUnread])).toEqual([
    ['A', 2, true],
    ['B', 1, false],
    ['A', 1, false],
  ]);
});
