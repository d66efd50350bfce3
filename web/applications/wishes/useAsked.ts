import type { AppliedOffer } from '@collegium/contract/applications';
import type { OfferView } from '@collegium/contract/offers';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { api } from '../../api/client.ts';

const route = getRouteApi('/open/member/rounds/$roundId/application');

/** Whoever comes from an offer's page (`?add=`) finds that offer on the list; the address forgets it afterwards. */
export function useAsked(onAsked: (offer: AppliedOffer) => void): void {
  const { add } = route.useSearch();
  const navigate = useNavigate({ from: '/rounds/$roundId/application' });
  const { data } = useQuery({
    queryKey: ['offers', 'one', add],
    queryFn: ({ signal }) => api.get<OfferView>(`/offers/${add}`, { signal }),
    enabled: add !== undefined,
  });
  const take = useEffectEvent((offer: OfferView) => {
    const { id, kind, state, title, provider, city, country, startsOn, endsOn } = offer;
    onAsked({ id, kind, state, title, provider, city, country, startsOn, endsOn });
    void navigate({ search: (search) => ({ ...search, add: undefined }), replace: true });
  });
  useEffect(() => {
    if (add !== undefined && data) take(data);
  }, [add, data]);
}
