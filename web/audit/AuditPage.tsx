import type { AuditEventView } from '@collegium/contract/audit';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { itemsOf, pagesQuery } from '../api/pages.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { nounNames, nouns } from './nouns.ts';
import { What } from './What.tsx';
import './audit.css';

const route = getRouteApi('/open/member/audit');

/** The record of changes: who did what on behalf of whom, when and why. */
export function AuditPage() {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  const { noun } = route.useSearch();
  const navigate = useNavigate({ from: '/audit' });
  const query = useInfiniteQuery(pagesQuery<AuditEventView>('/audit', { action: noun }));
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const items = itemsOf(data);
  const columns = [
    { head: t`When`, render: ({ at }: AuditEventView) => <span className="audit-when">{dateTime(at)}</span> },
    { head: t`What`, isName: true, render: (event: AuditEventView) => <What event={event} /> },
    { head: t`Who`, render: ({ person }: AuditEventView) => person?.name ?? t`The server` },
    { head: t`On behalf of`, render: ({ organisation }: AuditEventView) => organisation?.name ?? '–' },
    { head: t`Why`, render: ({ reason }: AuditEventView) => reason ?? '' },
  ];
  return (
    <>
      <PageHeader title={t`Record of changes`} />
      <Select
        label={t`Concerning`}
        placeholder={t`Everything`}
        maw={320}
        mb={20}
        clearable
        value={noun ?? null}
        data={nouns.map((value) => ({ value, label: t(nounNames[value]) }))}
        onChange={(value) => void navigate({ search: { noun: nouns.find((one) => one === value) }, replace: true })}
      />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {data && items.length === 0 && (
        <Empty title={t`No changes yet`} why={t`What people of your organisation create or change is recorded here.`} />
      )}
      {items.length > 0 && (
        <DataTable label={t`Record of changes`} columns={columns} rows={items} keyOf={({ id }) => id} />
      )}
      {hasNextPage && (
        <Button mt={16} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Show earlier changes</Trans>
        </Button>
      )}
    </>
  );
}
