import type { ApplicationView } from '@collegium/contract/applications';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { itemsOf, pagesQuery } from '../../api/pages.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { MyApplicationRow } from './MyApplicationRow.tsx';

/** The learner's own applications, newest first, with what comes next for each. */
export function MyApplications() {
  const { t } = useLingui();
  const query = useInfiniteQuery(pagesQuery<ApplicationView>('/applications'));
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const items = itemsOf(data);
  return (
    <>
      <PageHeader title={t`My applications`} />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {data && items.length === 0 && (
        <Empty
          title={t`You have not applied for anything yet`}
          why={t`In the catalogue you find courses, internships and exchange places, with what each asks for.`}
          action={
            <Button size="xs" renderRoot={(props) => <Link {...props} to="/catalogue" />}>
              <Trans>Open the catalogue</Trans>
            </Button>
          }
        />
      )}
      <ul className="rows">
        {items.map((item) => (
          <li key={item.id}>
            <MyApplicationRow application={item} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <div className="search-more">
          <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
    </>
  );
}
