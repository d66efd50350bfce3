import type { ParticipationListItem } from '@collegium/contract/participation/views';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { itemsOf, pagesQuery } from '../api/pages.ts';
import { useSession } from '../api/session.ts';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SearchList } from '../ui/SearchList.tsx';
import { ParticipationFacets } from './ParticipationFacets.tsx';
import { ParticipationRow } from './ParticipationRow.tsx';
import { useListTitle } from './useListTitle.ts';
import './participation.css';

const route = getRouteApi('/open/member/participations');

/** Placements, enrolments and stays: the learner's own, or those of the organisation one acts for. */
export function ParticipationsPage() {
  const { t } = useLingui();
  const { acting } = useSession();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/participations' });
  const query = useInfiniteQuery(pagesQuery<ParticipationListItem>('/participations', { ...search }));
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const items = itemsOf(data);
  const isNarrowed = Object.values(search).some((value) => value !== undefined);
  const count = items.length;
  return (
    <>
      <PageHeader title={useListTitle()} />
      <SearchList
        label={t`Search by person or title`}
        words={search.words ?? ''}
        onWords={(words) => void navigate({ search: { ...search, words: words || undefined }, replace: true })}
        facets={<ParticipationFacets role={acting.role} />}
        sentence={
          data &&
          (hasNextPage ? t`The newest ${count}` : plural(count, { one: '# in this list', other: '# in this list' }))
        }
        onMore={hasNextPage ? () => void fetchNextPage() : undefined}
        isLoadingMore={isFetchingNextPage}
      >
        {error && <Failed error={error} onRetry={() => void refetch()} />}
        {isPending && <Loading />}
        {data && items.length === 0 && <Nothing isNarrowed={isNarrowed} isLearner={acting.role === 'learner'} />}
        <ul className="rows">
          {items.map((item) => (
            <li key={item.id}>
              <ParticipationRow item={item} reader={acting} />
            </li>
          ))}
        </ul>
      </SearchList>
    </>
  );
}

function Nothing({ isNarrowed, isLearner }: { isNarrowed: boolean; isLearner: boolean }) {
  const { t } = useLingui();
  if (isNarrowed) return <Empty title={t`Nothing matches`} why={t`Uncheck a filter or search for other words.`} />;
  return (
    <Empty
      title={t`Nothing here yet`}
      why={
        isLearner
          ? t`As soon as you hold a place, its plan, journal and result appear here.`
          : t`As soon as a learner holds a place with you or through you, it appears here.`
      }
    />
  );
}
