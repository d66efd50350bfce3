import type { UseReport } from '@collegium/contract/sharing/reports';
import { Button } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';
import { useReportQuery } from '../queries.ts';
import { coming } from './coming.ts';
import { IdleOfferModal } from './IdleOfferModal.tsx';

type Resource = UseReport['resources'][number];

/** What of one’s resources nobody has booked in the coming weeks; each line becomes an offer with one button. */
export function IdleSection() {
  const { t } = useLingui();
  const { text, number } = useFormat();
  const [span] = useState(() => coming());
  const [offered, offer] = useState<Resource>();
  const { data } = useQuery(useReportQuery(span));
  const hours = (minutes: number) => number(Math.round(minutes / 60));
  const resources = (data?.resources ?? [])
    .filter(({ idleMinutes }) => idleMinutes > 0)
    .toSorted((a, b) => b.idleMinutes - a.idleMinutes);
  if (resources.length === 0) return null;
  return (
    <Section title={t`Idle in the coming four weeks`}>
      <DataTable
        label={t`Idle hours by resource`}
        rows={resources}
        keyOf={({ id }) => id}
        columns={[
          { head: t`Resource`, isName: true, render: ({ name }) => text(name) },
          { head: t`Hours open`, isNumber: true, render: ({ openMinutes }) => hours(openMinutes) },
          {
            head: t`Taken`,
            isNumber: true,
            render: ({ openMinutes, idleMinutes }) => hours(openMinutes - idleMinutes),
          },
          {
            head: t`Idle`,
            isNumber: true,
            render: ({ idleMinutes }) => <b className="strong">{hours(idleMinutes)}</b>,
          },
          {
            head: <span className="vh">{t`What to do`}</span>,
            isNumber: true,
            render: (one) => (
              <Button size="xs" aria-label={t`Offer hours: ${text(one.name)}`} onClick={() => offer(one)}>
                {t`Offer hours`}
              </Button>
            ),
          },
        ]}
      />
      <p className="cap">{t`Taken: booked, asked for, offered or kept for maintenance.`}</p>
      {offered && <IdleOfferModal resource={offered} onClose={() => offer(undefined)} />}
    </Section>
  );
}
