import type { LastDayList } from '@collegium/contract/agreements/register';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { CalendarLink } from '../CalendarLink.tsx';
import { QuarterDays } from './QuarterDays.tsx';
import { quarterBeside, quartersFrom } from './quarters.ts';
import { QuarterStrip } from './QuarterStrip.tsx';
import '../agreements.css';
import './last-days.css';

const route = getRouteApi('/open/member/agreements/last-days');
const shownQuarters = 8;

/** When agreements end and until when notice can be given: two years, quarter by quarter. */
export function LastDaysPage() {
  const { t } = useLingui();
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const quarters = quartersFrom(route.useSearch().from, today, shownQuarters);
  const [first, last] = [quarters[0], quarters.at(-1)];
  const query = { from: first?.firstDay, until: last?.lastDay };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['agreements', 'last-days', query],
    queryFn: ({ signal }) => api.get<LastDayList>('/agreement-last-days', { query, signal }),
    placeholderData: keepPreviousData,
  });
  const key = first?.key ?? '';
  return (
    <>
      <PageHeader
        title={t`Last days by quarter`}
        crumbs={[{ label: t`Agreements`, to: '/agreements' }]}
        lede={t`When agreements in force end, and until when notice can be given before they renew themselves.`}
        actions={
          <>
            <Button
              renderRoot={(props) => (
                <Link {...props} to="/agreements/last-days" search={{ from: quarterBeside(key, -4) }} />
              )}
            >
              <Trans>A year earlier</Trans>
            </Button>
            <Button
              renderRoot={(props) => (
                <Link {...props} to="/agreements/last-days" search={{ from: quarterBeside(key, 4) }} />
              )}
            >
              <Trans>A year later</Trans>
            </Button>
          </>
        }
      />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {data && (
        <>
          <QuarterStrip quarters={quarters} items={data.items} />
          <p className="sub last-days-aside">
            {data.withoutLastDay > 0 && (
              <span>
                {plural(data.withoutLastDay, {
                  one: 'One agreement in force has no last day.',
                  other: '# agreements in force have no last day.',
                })}
              </span>
            )}
            {data.isCut && (
              <span>
                <Trans>There are more days than this page holds. Narrow the register to find them.</Trans>
              </span>
            )}
            <CalendarLink />
          </p>
          {data.items.length === 0 ? (
            <Empty
              title={t`Nothing ends in these two years`}
              why={t`Agreements in force with a last day appear here, and the days until which notice can be given.`}
            />
          ) : (
            quarters.map((quarter) => (
              <QuarterDays key={quarter.key} quarter={quarter} items={data.items} today={today} />
            ))
          )}
        </>
      )}
    </>
  );
}
