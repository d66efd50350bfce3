import type { PartnershipView } from '@collegium/contract/partnerships';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { itemsOf, pagesQuery } from '../api/pages.ts';
import { useSession } from '../api/session.ts';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SearchList } from '../ui/SearchList.tsx';
import { PartnershipFacets } from './PartnershipFacets.tsx';
import { PartnershipRow } from './PartnershipRow.tsx';
import './partnerships.css';

const route = getRouteApi('/open/member/partnerships');

/** Who works together, to what, and how far they are: one's own partnerships, and those that show themselves. */
export function PartnershipsPage() {
  const { t } = useLingui();
  const { permissions } = useSession();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/partnerships' });
  const query = useInfiniteQuery(pagesQuery<PartnershipView>('/partnerships', { ...search }));
  const items = itemsOf(query.data);
  const count = items.length;
  const isNarrowed = Object.values(search).some((value) => value !== undefined);
  return (
    <>
      <PageHeader
        title={t`Partnerships`}
        crumbs={[{ label: t`Partners`, to: '/organisations' }]}
        actions={
          <>
            {permissions.includes('partnership:join') && (
              <Button renderRoot={(props) => <Link {...props} to="/partnerships/suggestions" />}>
                <Trans>Find partners</Trans>
              </Button>
            )}
            {permissions.includes('partnership:change') && (
              <Button
                className="grow"
                variant="filled"
                leftSection={<IconPlus size={16} aria-hidden />}
                renderRoot={(props) => <Link {...props} to="/partnerships/new" />}
              >
                <Trans>Found a partnership</Trans>
              </Button>
            )}
          </>
        }
      />
      <SearchList
        label={t`Search partnerships`}
        words={search.words ?? ''}
        onWords={(words) => void navigate({ search: { ...search, words: words || undefined }, replace: true })}
        facets={<PartnershipFacets />}
        sentence={
          query.data &&
          (query.hasNextPage
            ? plural(count, { other: 'The first # partnerships, by name' })
            : plural(count, { one: '# partnership', other: '# partnerships' }))
        }
        onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
        isLoadingMore={query.isFetchingNextPage}
      >
        {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && <Loading />}
        {query.data && count === 0 && (
          <Empty
            title={isNarrowed ? t`Nothing matches` : t`No partnerships yet`}
            why={
              isNarrowed
                ? t`Uncheck a filter or search for other words.`
                : t`Partnerships of your organisation appear here, and those of others that show themselves.`
            }
          />
        )}
        <ul className="rows">
          {items.map((item) => (
            <li key={item.id}>
              <PartnershipRow item={item} />
            </li>
          ))}
        </ul>
      </SearchList>
    </>
  );
}
