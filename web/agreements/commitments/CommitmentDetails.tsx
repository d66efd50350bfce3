import { measureDefinitions } from '@collegium/contract/commitments/measures';
import type { CommitmentView } from '@collegium/contract/commitments/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { commitmentQuery } from './commitment-query.ts';
import { DisputeModal } from './DisputeModal.tsx';
import { Disputes } from './Disputes.tsx';
import { FigureRows } from './FigureRows.tsx';
import { RecordModal } from './RecordModal.tsx';
import { Records } from './Records.tsx';
import { useAmount } from '../../ui/promises/useAmount.ts';

/** What is behind a promise: how it is measured, its rows in a period, records and disputes; both sides read the same. */
export function CommitmentDetails({ commitment }: { commitment: CommitmentView }) {
  const { t } = useLingui();
  const { dateRange, language } = useFormat();
  const { amount } = useAmount();
  const [period, setPeriod] = useState(commitment.current);
  const [asked, setAsked] = useState<'record' | 'dispute'>();
  const { data, error, isPending, refetch } = useQuery(commitmentQuery(commitment.id));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  const figure = commitment.figures.find((one) => one.period === period);
  return (
    <div className="commitment-details">
      <p className="sub">{measureDefinitions[commitment.measure].definition[language]}</p>
      <Group gap={12} align="end">
        {commitment.figures.length > 1 && (
          <Select
            label={t`Period`}
            value={String(period)}
            allowDeselect={false}
            data={commitment.figures.map((one) => ({
              value: String(one.period),
              label: dateRange(one.startsOn, one.endsOn),
            }))}
            onChange={(value) => setPeriod(Number(value))}
          />
        )}
        {figure?.forecast !== null && figure !== undefined && (
          <span className="sub num">
            <Trans>At this pace: {amount(figure.forecast, commitment)}</Trans>
          </span>
        )}
        {data.commitment.abilities.record && (
          <Button size="sm" onClick={() => setAsked('record')}>
            <Trans>Record what was given</Trans>
          </Button>
        )}
        {data.commitment.abilities.dispute && (
          <Button size="sm" onClick={() => setAsked('dispute')}>
            <Trans>Dispute this figure</Trans>
          </Button>
        )}
      </Group>
      <FigureRows commitment={data.commitment} period={period} />
      <Records commitment={data.commitment} contributions={data.contributions} />
      <Disputes disputes={data.disputes} />
      {asked === 'record' && <RecordModal commitment={commitment} onClose={() => setAsked(undefined)} />}
      {asked === 'dispute' && (
        <DisputeModal commitmentId={commitment.id} period={period} onClose={() => setAsked(undefined)} />
      )}
    </div>
  );
}
