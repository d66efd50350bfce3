import type { OutcomeListItem } from '@collegium/contract/outcomes';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { itemsOf, pagesQuery } from '../api/pages.ts';
import { useNetwork, useSession } from '../api/session.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { TranscriptList } from './TranscriptList.tsx';
import { TranscriptTable } from './TranscriptTable.tsx';

/** What a learner achieved with all partners, with what the home organisation recognised; made to be printed. */
export function Transcript() {
  const { t } = useLingui();
  const { person } = useSession();
  const network = useNetwork();
  const { number, dateTime } = useFormat();
  const { data, dataUpdatedAt, error, isPending, refetch, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery(
    pagesQuery<OutcomeListItem>('/outcomes', { limit: 100 }),
  );
  // A transcript is printed whole, so every page is fetched.
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const items = itemsOf(data);
  const credits = items.reduce((sum, item) => sum + (item.creditsEctsRecognised ?? 0), 0);
  return (
    <>
      <PageHeader
        title={t`Transcript and credits`}
        facts={
          data &&
          items.length > 0 && (
            <>
              <span>{person.name}</span>
              <span className="num">
                <Trans>{number(credits)} ECTS recognised</Trans>
              </span>
            </>
          )
        }
        actions={
          items.length > 0 && (
            <Button
              className="grow"
              leftSection={<IconPrinter size={16} stroke={1.7} aria-hidden />}
              onClick={() => window.print()}
            >{t`Print transcript`}</Button>
          )
        }
      />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {data && items.length === 0 && (
        <Empty
          title={t`Nothing to show yet`}
          why={t`When a provider has assessed what you did, it appears here with its grade and credits.`}
        />
      )}
      {items.length > 0 && (
        <>
          <div className="desk-only">
            <TranscriptTable items={items} />
          </div>
          <div className="mob-only">
            <TranscriptList items={items} />
          </div>
        </>
      )}
      <p className="print-only cap">
        {network?.name} · {dateTime(new Date(dataUpdatedAt))}
      </p>
    </>
  );
}
