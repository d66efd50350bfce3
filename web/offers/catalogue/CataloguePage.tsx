import { Button } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconLayoutList, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useSessionOrNull } from '../../api/session.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SearchList } from '../../ui/SearchList.tsx';
import { CatalogueFacets } from './CatalogueFacets.tsx';
import { OfferRows } from './OfferRows.tsx';
import { catalogueQuery, facetQuery, savedSearchesQuery } from './queries.ts';
import { SavedSearches } from './SavedSearches.tsx';
import { hasFilters, type CatalogueSearch } from './search.ts';
import { SortMenu } from './SortMenu.tsx';
import './catalogue.css';

const route = getRouteApi('/open/catalogue');

/** All that partners offer, in one row shape for every kind. Words, filters and order live in the address. */
export function CataloguePage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = useNavigate();
  const session = useSessionOrNull();
  const isMember = session !== null;
  const canPublish = session?.permissions.includes('offer:create');
  const list = useInfiniteQuery(catalogueQuery(search));
  const { data: counts, isPending: isCounting } = useQuery(facetQuery(search));
  const { isPending: isRecalling } = useQuery({ ...savedSearchesQuery, enabled: isMember });
  const choose = (change: CatalogueSearch) =>
    void navigate({ to: '/catalogue', search: { ...search, ...change }, replace: true, resetScroll: false });
  const offers = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHeader title={t`Catalogue`} actions={canPublish && <ProviderActions />} />
      <SearchList
        label={t`Search all offers`}
        words={search.words ?? ''}
        onWords={(words) => choose({ words: words.trim() === '' ? undefined : words })}
        facets={
          // All at once, so that nothing moves: what occurs decides which filters there are, and saved searches stand above them.
          isCounting || (isMember && isRecalling) ? (
            <Loading rows={3} />
          ) : (
            <>
              {isMember && <SavedSearches search={search} />}
              <CatalogueFacets search={search} counts={counts} onChoose={choose} />
            </>
          )
        }
        sentence={counts && <Sentence offers={counts.offers} organisations={counts.organisations} />}
        aside={<SortMenu search={search} onChoose={choose} />}
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        isLoadingMore={list.isFetchingNextPage}
      >
        {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <Loading rows={8} />}
        {!list.error && !list.isPending && offers.length === 0 && <Nothing search={search} />}
        {!list.error && offers.length > 0 && <OfferRows offers={offers} />}
      </SearchList>
    </>
  );
}

function ProviderActions() {
  return (
    <>
      <Button
        className="desk"
        leftSection={<IconLayoutList size={16} aria-hidden />}
        renderRoot={(props) => <Link to="/offers" {...props} />}
      >
        <Trans>Our offers</Trans>
      </Button>
      <Button
        className="grow"
        leftSection={<IconPlus size={16} aria-hidden />}
        renderRoot={(props) => <Link to="/offers/new" {...props} />}
      >
        <Trans>Publish an offer</Trans>
      </Button>
    </>
  );
}

function Sentence({ offers, organisations }: { offers: number; organisations: number }) {
  return (
    <Trans>
      <b className="num">
        <Plural value={offers} one="# offer" other="# offers" />
      </b>{' '}
      from <Plural value={organisations} one="# organisation" other="# organisations" />
    </Trans>
  );
}

function Nothing({ search }: { search: CatalogueSearch }) {
  const { t } = useLingui();
  if (!hasFilters(search) && search.words === undefined)
    return <Empty title={t`Nothing is offered yet`} why={t`What partners publish appears here at once.`} />;
  return (
    <Empty
      title={t`No offer fits`}
      why={t`Use fewer words or filters. Every word must occur in the offer, its place or the name of its provider.`}
      action={
        <Link className="link" to="/catalogue" search={{}}>
          <Trans>Show all offers</Trans>
        </Link>
      }
    />
  );
}
