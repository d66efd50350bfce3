import type { OfferView } from '@collegium/contract/offers';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

/** One offer as the reader may see it. */
export const offerQuery = (id: string) =>
  queryOptions({
    queryKey: ['offers', 'one', id],
    queryFn: ({ signal }) => api.get<OfferView>(`/offers/${id}`, { signal }),
  });
