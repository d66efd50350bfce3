import { useQuery } from '@tanstack/react-query';
import type { Session } from '../api/session.ts';
import { todayQuery } from '../api/today.ts';

/** How many things wait for the reader at a place of the navigation. */
export function useWaiting({ counts }: Session): (path: string) => number {
  const { data } = useQuery(todayQuery);
  const needs = data?.needs ?? [];
  return (path) => {
    if (path === '/messages') return counts.unreadNotifications;
    if (path === '/today') return needs.length;
    return needs.filter((need) => need.path.startsWith(`${path}/`)).length;
  };
}
