import type { CommitmentView, EntryView } from '@collegium/contract/commitments/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { itemsOf } from '../../api/pages.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { rowsQuery } from './commitment-query.ts';
import { DisputeModal } from './DisputeModal.tsx';
import { useAmount } from '../../ui/promises/useAmount.ts';

/** The rows behind a figure; each can be disputed. */
export function FigureRows({ commitment, period }: { commitment: CommitmentView; period: number }) {
  const { t } = useLingui();
  const { date } = useFormat();
  const { bare } = useAmount();
  const [disputed, setDisputed] = useState<string>();
  const query = useInfiniteQuery(rowsQuery(commitment.id, period));
  const rows = itemsOf(query.data);
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.isPending && rows.length === 0)
    return (
      <p className="cap">
        <Trans>Nothing was counted in this period.</Trans>
      </p>
    );
  return (
    <>
      <DataTable
        label={t`Rows behind the figure`}
        rows={rows}
        keyOf={({ sourceId }) => sourceId}
        columns={[
          { head: t`What`, isName: true, render: (row) => <RowName row={row} /> },
          { head: t`Day`, render: (row) => <span className="num">{date(row.countedOn)}</span> },
          {
            head: t`Counts`,
            isNumber: true,
            render: (row) => <Counts row={row} amount={bare(row.amount, countedAs(commitment))} />,
          },
          {
            head: <span className="vh">{t`Act`}</span>,
            render: (row) =>
              commitment.abilities.dispute &&
              !row.isLeftOut && (
                <Button size="compact-sm" variant="subtle" onClick={() => setDisputed(row.sourceId)}>
                  <Trans>Dispute</Trans>
                </Button>
              ),
          },
        ]}
      />
      {query.hasNextPage && (
        <Button size="sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          <Trans>Show more rows</Trans>
        </Button>
      )}
      {disputed && (
        <DisputeModal
          commitmentId={commitment.id}
          period={period}
          sourceId={disputed}
          onClose={() => setDisputed(undefined)}
        />
      )}
    </>
  );
}

/** A share counts single answers. */
function countedAs({ unit, currency }: CommitmentView) {
  return { unit: unit === 'percent' ? ('times' as const) : unit, currency };
}

function RowName({ row }: { row: EntryView }) {
  const { text } = useFormat();
  const words = [row.person, text(row.title)].filter(Boolean).join(' · ');
  if (row.path === null) return words || <Trans>A participation of other parties</Trans>;
  return (
    <Link className="link" to={row.path}>
      {words}
    </Link>
  );
}

function Counts({ row, amount }: { row: EntryView; amount: string }) {
  const { date } = useFormat();
  if (row.isLeftOut)
    return (
      <>
        <s>{amount}</s> <Trans>left out</Trans>
      </>
    );
  if (row.dueOn) return <Trans>open until {date(row.dueOn)}</Trans>;
  if (row.source === 'answer') return row.amount > 0 ? <Trans>in time</Trans> : <Trans>late</Trans>;
  return amount;
}
