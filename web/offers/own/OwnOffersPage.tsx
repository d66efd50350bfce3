import type { OfferListItem, OfferPage } from '@collegium/contract/offers/catalogue';
import { offerKinds } from '@collegium/contract/offer-kinds';
import { Button } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Facet } from '../../ui/Facet.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { kinds } from '../../ui/kinds.ts';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SearchList } from '../../ui/SearchList.tsx';
import { stateNames } from '../names.ts';
import { offerStates, readOwnSearch, type OwnSearch } from './own-search.ts';
import { OwnOfferRow } from './OwnOfferRow.tsx';
import '../catalogue/catalogue.css';
import './own.css';

const route = getRouteApi('/open/member/offers');

/** Everything the reader's organisation offers: drafts, published, withdrawn. */
export function OwnOffersPage() {
  const { t } = useLingui();
  const { acting } = useSession();
  const search = route.useSearch();
  const navigate = useNavigate();
  const list = useInfiniteQuery({
    queryKey: ['offers', 'own', acting.organisation.id, search],
    queryFn: ({ signal, pageParam }) =>
      api.get<OfferPage>(`/organisations/${acting.organisation.id}/offers`, {
        query: { ...search, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const choose = (change: OwnSearch) =>
    void navigate({ to: '/offers', search: { ...search, ...change }, replace: true, resetScroll: false });
  const offers = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHeader
        title={t`Our offers`}
        lede={t`What ${acting.organisation.name} offers to its partners.`}
        actions={
          <Button
            className="grow"
            variant="filled"
            leftSection={<IconPlus size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/offers/new" {...props} />}
          >
            <Trans>New offer</Trans>
          </Button>
        }
      />
      <SearchList
        label={t`Search our offers`}
        words={search.words ?? ''}
        onWords={(words) => choose(readOwnSearch({ ...search, words }))}
        facets={
          <>
            <Facet
              title={t`State`}
              options={offerStates.map((value) => ({ value, label: t(stateNames[value].name) }))}
              selected={search.state ?? []}
              onChange={(state) => choose(readOwnSearch({ ...search, state }))}
            />
            <Facet
              title={t`Kind of offer`}
              options={offerKinds.map((value) => ({ value, label: t(kinds[value].name), icon: kinds[value].icon }))}
              selected={search.kind ?? []}
              onChange={(kind) => choose(readOwnSearch({ ...search, kind }))}
            />
          </>
        }
        sentence={list.data && <Plural value={offers.length} one="# offer shown" other="# offers shown" />}
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        isLoadingMore={list.isFetchingNextPage}
      >
        {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <Loading rows={6} />}
        {!list.error && !list.isPending && <OwnRows offers={offers} search={search} />}
      </SearchList>
    </>
  );
}

function OwnRows({ offers, search }: { offers: OfferListItem[]; search: OwnSearch }) {
  const { t } = useLingui();
  const isNarrowed = Object.values(search).some((value) => value !== undefined);
  if (offers.length === 0)
    return isNarrowed ? (
      <Empty title={t`No offer fits`} why={t`Use fewer words or filters.`} />
    ) : (
      <Empty
        title={t`Nothing is offered yet`}
        why={t`A course seat, an internship, a place for a term: draft it, look at it as others will, then publish it.`}
        action={
          <Link className="link" to="/offers/new">
            <Trans>Make the first offer</Trans>
          </Link>
        }
      />
    );
  return (
    <ul className="rows">
      {offers.map((offer) => (
        <li key={offer.id}>
          <OwnOfferRow offer={offer} />
        </li>
      ))}
    </ul>
  );
}
