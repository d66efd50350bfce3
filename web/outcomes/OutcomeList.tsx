import type { OutcomeListItem } from '@collegium/contract/outcomes';
import { outcomeMachine, type OutcomeState } from '@collegium/contract/states/outcome';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { itemsOf, pagesQuery } from '../api/pages.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { OutcomeFilters } from './OutcomeFilters.tsx';
import { OutcomeRow } from './OutcomeRow.tsx';

const route = getRouteApi('/open/member/outcomes');
const states = Object.keys(outcomeMachine.states) as OutcomeState[];

/** Outcomes of own learners and of people at own organisation, the latest assessment first. */
export function OutcomeList() {
  const { t } = useLingui();
  const { language } = useFormat();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/outcomes' });
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    pagesQuery<OutcomeListItem>('/outcomes', { ...search }),
  );
  const items = itemsOf(data);
  const isNarrowed = Object.values(search).some((value) => value !== undefined);
  return (
    <>
      <PageHeader title={t`Credits and outcomes`} />
      <OutcomeFilters
        search={search}
        states={states.map((value) => ({ value, label: outcomeMachine.states[value][language] }))}
        onChange={(changed) => void navigate({ search: changed, replace: true })}
      />
      {data && (
        <p className="cap" role="status">
          {plural(items.length, { one: '# outcome', other: '# outcomes' })}
        </p>
      )}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {data && items.length === 0 && (
        <Empty
          title={isNarrowed ? t`Nothing matches` : t`No outcomes yet`}
          why={
            isNarrowed
              ? t`Choose fewer filters to see more.`
              : t`An outcome appears here when a provider has assessed what a learner did.`
          }
        />
      )}
      <ul className="rows">
        {items.map((item) => (
          <li key={item.id}>
            <OutcomeRow item={item} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button mt={12} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t`Show more`}</Button>
      )}
    </>
  );
}
