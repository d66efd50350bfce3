import type { HistoryEntry } from '@collegium/contract/agreements/register';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { itemsOf, pagesQuery } from '../api/pages.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { happenings } from './happenings.ts';

/** Everything that happened, latest first; every party reads the same. */
export function HistoryPanel({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  const query = useInfiniteQuery(pagesQuery<HistoryEntry>(`/agreements/${view.id}/history`));
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return (
    <>
      <ol className="rows agreement-history">
        {itemsOf(data).map((entry) => {
          const words = happenings[entry.action];
          return (
            <li key={entry.id}>
              <div className="row">
                <span className="sub num">{dateTime(entry.at)}</span>
                <span>
                  <span className="row-t">{words ? t(words) : entry.action}</span>
                  <span className="sub">
                    {[entry.person ?? t`The server`, entry.organisation].filter(Boolean).join(' · ')}
                  </span>
                  {entry.reason && <span className="sub agreement-reason">“{entry.reason}”</span>}
                </span>
              </div>
            </li>
          );
        })}
      </ol>
      {hasNextPage && (
        <Button mt={16} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Show earlier steps</Trans>
        </Button>
      )}
    </>
  );
}
