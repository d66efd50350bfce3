import type { ResourceListItem } from '@collegium/contract/sharing/resources';
import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { resourceQuery, resourcesQuery } from '../queries.ts';
import type { CalendarSearch } from '../search.ts';

/** Whose a resource is, where, and what it is called. */
export type Owned = Pick<ResourceListItem, 'id' | 'name' | 'owner' | 'city'>;

/** As many as stand below each other without losing sight. */
const shownAtMost = 30;

/** The resources that the calendar shows: those chosen, or those that the filters leave, by name. */
export function useCalendarResources({ resourceId, kind, own }: CalendarSearch) {
  const list = useInfiniteQuery(resourcesQuery({ kind, own }));
  const listed = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const missing = (resourceId ?? []).filter((id) => !listed.some((one) => one.id === id));
  const others = useQueries({ queries: missing.map((id) => resourceQuery(id)) });
  const known = new Map<string, Owned>(listed.map((one) => [one.id, one]));
  for (const { data } of others) if (data) known.set(data.id, data);
  const ids = resourceId?.filter((id) => known.has(id)) ?? listed.filter(isBookable).map(({ id }) => id);
  return {
    known,
    ids: ids.slice(0, shownAtMost),
    listed,
    isPending: list.isPending || others.some(({ isPending }) => isPending),
    error: list.error,
    refetch: list.refetch,
  };
}

function isBookable({ state }: ResourceListItem): boolean {
  return state !== 'retired';
}
