import type { AgreementSummary } from '@collegium/contract/agreements/register';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { itemsOf, pagesQuery } from '../api/pages.ts';
import { useSession } from '../api/session.ts';
import { CsvLink } from '../ui/CsvLink.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SearchList } from '../ui/SearchList.tsx';
import { AgreementRow } from './AgreementRow.tsx';
import { CalendarLink } from './CalendarLink.tsx';
import { RegisterFacets } from './RegisterFacets.tsx';
import './agreements.css';

const route = getRouteApi('/open/member/agreements');

/** The register of agreements to which one's organisation is a party. */
export function AgreementsPage() {
  const { t } = useLingui();
  const { permissions } = useSession();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/agreements' });
  const query = useInfiniteQuery(pagesQuery<AgreementSummary>('/agreements', { ...search }));
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const items = itemsOf(data);
  const count = items.length;
  const isNarrowed = Object.values(search).some((value) => value !== undefined);
  const canBegin = permissions.includes('agreement:create');
  return (
    <>
      <PageHeader
        title={t`Agreements`}
        actions={
          canBegin && (
            <>
              <Button renderRoot={(props) => <Link to="/agreements/library" {...props} />}>
                {t`Templates and clauses`}
              </Button>
              <Button
                className="grow agreement-binding"
                variant="filled"
                leftSection={<IconPlus size={16} aria-hidden />}
                renderRoot={(props) => <Link to="/agreements/new" {...props} />}
              >
                {t`Begin an agreement`}
              </Button>
            </>
          )
        }
      />
      <SearchList
        label={t`Search agreements`}
        words={search.q ?? ''}
        onWords={(q) => void navigate({ search: { ...search, q: q || undefined }, replace: true })}
        facets={<RegisterFacets />}
        sentence={
          data && (hasNextPage ? t`The newest ${count}` : plural(count, { one: '# agreement', other: '# agreements' }))
        }
        aside={
          <span className="agreements-out">
            {permissions.includes('grant:use') && (
              <Link className="link" to="/opened-data">{t`Data opened to you`}</Link>
            )}
            {canBegin && <Link className="link" to="/agreements/import">{t`Import EWP XML`}</Link>}
            <Link className="link" to="/agreements/last-days">{t`Last days by quarter`}</Link>
            <CalendarLink />
            <CsvLink path="/agreements.csv" query={{ ...search }} />
          </span>
        }
        onMore={hasNextPage ? () => void fetchNextPage() : undefined}
        isLoadingMore={isFetchingNextPage}
      >
        {error && <Failed error={error} onRetry={() => void refetch()} />}
        {isPending && <Loading />}
        {data && count === 0 && (
          <Empty
            title={isNarrowed ? t`Nothing matches` : t`No agreements yet`}
            why={
              isNarrowed
                ? t`Uncheck a filter or search for other words.`
                : t`Agreements that your organisation negotiates or has signed appear here.`
            }
          />
        )}
        <ul className="rows">
          {items.map((item) => (
            <li key={item.id}>
              <AgreementRow item={item} />
            </li>
          ))}
        </ul>
      </SearchList>
    </>
  );
}
