import type { ApplicationView } from '@collegium/contract/applications';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { itemsOf, pagesQuery } from '../../api/pages.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SearchList } from '../../ui/SearchList.tsx';
import { ApplicantRow } from './ApplicantRow.tsx';
import { ApplicationFacets } from './ApplicationFacets.tsx';

const route = getRouteApi('/open/member/applications');

/** For staff: the applications of their learners and those for their offers. What narrows the list stands in the address. */
export function Applicants() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/applications' });
  const query = useInfiniteQuery(pagesQuery<ApplicationView>('/applications', { ...search }));
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const items = itemsOf(data);
  const isNarrowed = Object.values(search).some((value) => value !== undefined);
  return (
    <>
      <PageHeader title={t`Applications`} />
      <SearchList
        label={t`Search by the learner’s name`}
        words={search.words ?? ''}
        onWords={(words) => void navigate({ search: { ...search, words: words || undefined }, replace: true })}
        facets={<ApplicationFacets />}
        sentence={
          data &&
          (hasNextPage ? (
            <Plural value={items.length} other="The newest # applications" />
          ) : (
            <Plural value={items.length} one="# application" other="# applications" />
          ))
        }
        aside={
          (search.offerId ?? search.roundId) && (
            <UnstyledButton
              className="link"
              onClick={() => void navigate({ search: { ...search, offerId: undefined, roundId: undefined } })}
            >
              <Trans>Show those for all offers</Trans>
            </UnstyledButton>
          )
        }
        onMore={hasNextPage ? () => void fetchNextPage() : undefined}
        isLoadingMore={isFetchingNextPage}
      >
        {error && <Failed error={error} onRetry={() => void refetch()} />}
        {isPending && <Loading />}
        {data && items.length === 0 && <Nothing isNarrowed={isNarrowed} />}
        <ul className="rows">
          {items.map((item) => (
            <li key={item.id}>
              <ApplicantRow application={item} />
            </li>
          ))}
        </ul>
      </SearchList>
    </>
  );
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  const { t } = useLingui();
  if (isNarrowed) return <Empty title={t`No application fits`} why={t`Uncheck a filter or search for another name.`} />;
  return (
    <Empty
      title={t`No applications so far`}
      why={t`As soon as one of your learners applies, or somebody applies for one of your offers, it appears here.`}
    />
  );
}
