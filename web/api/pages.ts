import { infiniteQueryOptions, type InfiniteData } from '@tanstack/react-query';
import { api, type CallOptions } from './client.ts';

/** One page of a list as the interface answers; `next` is the cursor of the following one, null on the last. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/**
 * A list that is read page by page: `useInfiniteQuery(pagesQuery<OfferView>('/offers', { q, kind }))`.
 * @param path relative to `/{network}/api`; its first segment begins the query key, so that `invalidateQueries` on it reaches every list.
 */
export function pagesQuery<T, P extends Page<T> = Page<T>>(path: string, query: CallOptions['query'] = {}) {
  const [, first = ''] = path.split('/');
  return infiniteQueryOptions({
    queryKey: [first, 'pages', path, query] as const,
    queryFn: ({ pageParam, signal }) => api.get<P>(path, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: P) => page.next,
  });
}

/** All items read so far, in order. */
export function itemsOf<T>(data: InfiniteData<Page<T>> | undefined): T[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}
