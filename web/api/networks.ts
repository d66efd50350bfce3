import { queryOptions } from '@tanstack/react-query';
import { request } from './client.ts';

/** A network of this deployment as anybody may know it. */
export interface NetworkEntry {
  slug: string;
  name: string;
  isSample: boolean;
}

/** All networks of this deployment, for the page at `/`. */
export const networksQuery = queryOptions({
  queryKey: ['networks'],
  queryFn: async ({ signal }) =>
    (await request<{ items: NetworkEntry[] }>('GET', '/api/networks', undefined, {}, signal)).data.items,
});
