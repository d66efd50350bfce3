import { TextInput } from '@mantine/core';
import { Plural, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { CsvLink } from '../../ui/CsvLink.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Figures } from '../../ui/Figures.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Section } from '../../ui/Section.tsx';
import { IdleSection } from '../idle/IdleSection.tsx';
import { balanceQuery, useReportQuery } from '../queries.ts';
import '../sharing.css';
import { useNow } from '../useNow.ts';

/** What was open, booked and used, what it earned, and what partners gave each other. */
export function UsePage() {
  const { t } = useLingui();
  const { text, number, share, money } = useFormat();
  const today = useNow().toISOString().slice(0, 10);
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`);
  const [until, setUntil] = useState(today);
  const isSpan = from !== '' && until !== '' && from <= until;
  const use = useQuery({ ...useReportQuery({ from, until }), enabled: isSpan });
  const balance = useQuery({ ...balanceQuery({ from, until }), enabled: isSpan });
  const hours = (minutes: number) => number(Math.round(minutes / 60));
  const resources = use.data?.resources ?? [];
  const sum = (pick: (one: (typeof resources)[number]) => number) =>
    resources.reduce((total, one) => total + pick(one), 0);
  const [open, booked] = [sum(({ openMinutes }) => openMinutes), sum(({ bookedMinutes }) => bookedMinutes)];
  return (
    <>
      <PageHeader title={t`Use and cost`} crumbs={[{ label: t`Labs and equipment`, to: '/resources' }]} />
      <div className="free-when">
        <TextInput type="date" label={t`From`} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
        <TextInput
          type="date"
          label={t`To`}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          error={!isSpan && t`Enter a day that is not before the first.`}
        />
        <CsvLink path="/sharing/use.csv" query={{ from, until }} />
      </div>
      {use.error && <Failed error={use.error} onRetry={() => void use.refetch()} />}
      {use.isPending && isSpan && <Loading rows={5} />}
      {use.data && resources.length === 0 && (
        <Empty
          title={t`Nothing of yours is shared`}
          why={t`Share a resource, and what is booked of it appears here.`}
        />
      )}
      {resources.length > 0 && (
        <Section
          title={t`Our resources`}
          aside={<Plural value={resources.length} one="# resource" other="# resources" />}
        >
          <Figures
            items={[
              { words: t`hours open`, figure: hours(open) },
              { words: t`hours booked`, figure: hours(booked) },
              { words: t`of the open time booked`, figure: open > 0 ? share(booked / open) : '–' },
              { words: t`hours idle`, figure: hours(sum(({ idleMinutes }) => idleMinutes)) },
            ]}
          />
          <DataTable
            label={t`Use by resource`}
            rows={resources}
            keyOf={({ id }) => id}
            columns={[
              { head: t`Resource`, isName: true, render: ({ name }) => text(name) },
              { head: t`Hours open`, isNumber: true, render: ({ openMinutes }) => hours(openMinutes) },
              { head: t`Booked`, isNumber: true, render: ({ bookedMinutes }) => hours(bookedMinutes) },
              { head: t`Used`, isNumber: true, render: ({ usedMinutes }) => hours(usedMinutes) },
              { head: t`Missed`, isNumber: true, render: ({ missedMinutes }) => hours(missedMinutes) },
              {
                head: t`Booked of open`,
                isNumber: true,
                render: ({ utilisation }) => (utilisation === null ? '–' : share(utilisation)),
              },
              { head: t`People`, isNumber: true, render: ({ people }) => (people === null ? t`few` : number(people)) },
              {
                head: t`Bookings`,
                isNumber: true,
                render: ({ bookings }) => (bookings === null ? t`few` : number(bookings)),
              },
              {
                head: t`Earned`,
                isNumber: true,
                render: ({ revenue }) =>
                  revenue.map(({ amountMinor, currency }) => money(amountMinor, currency)).join(', ') || '–',
              },
            ]}
          />
          <p className="cap">
            {t`Hours open are those of days on which a resource was in service. “Few”: fewer people than the network shows.`}
          </p>
        </Section>
      )}
      <IdleSection />
      {balance.error && !use.error && <Failed error={balance.error} onRetry={() => void balance.refetch()} />}
      {balance.data && balance.data.partners.length > 0 && (
        <Section title={t`Given and received`} aside={<CsvLink path="/sharing/balance.csv" query={{ from, until }} />}>
          <DataTable
            label={t`Hours between partners`}
            rows={balance.data.partners}
            keyOf={({ organisationId }) => organisationId}
            columns={[
              { head: t`Partner`, isName: true, render: ({ name }) => name },
              { head: t`Hours given`, isNumber: true, render: ({ givenMinutes }) => hours(givenMinutes) },
              { head: t`Promised to them`, isNumber: true, render: ({ promisedMinutes }) => hours(promisedMinutes) },
              { head: t`Hours received`, isNumber: true, render: ({ receivedMinutes }) => hours(receivedMinutes) },
              {
                head: t`Promised to us`,
                isNumber: true,
                render: ({ promisedToUsMinutes }) => hours(promisedToUsMinutes),
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}
