import { measureDefinitions } from '@collegium/contract/commitments/measures';
import type { CommitmentView } from '@collegium/contract/commitments/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { CommitmentDetails } from './CommitmentDetails.tsx';
import { CommitmentStatus } from '../../ui/promises/CommitmentStatus.tsx';
import { PromiseFigure } from '../../ui/promises/PromiseFigure.tsx';
import { useAmount } from '../../ui/promises/useAmount.ts';
import { useConditions } from './useConditions.ts';

/** One promise: who promises what to whom, how it stands, and the rows behind it when it is opened. */
export function CommitmentRow({ commitment }: { commitment: CommitmentView }) {
  const { t } = useLingui();
  const { text, language, dateRange } = useFormat();
  const { amount } = useAmount();
  const conditionsOf = useConditions();
  const [isOpen, setOpen] = useState(false);
  const { promiser, beneficiary, measure, current, figures } = commitment;
  const figure = figures.find(({ period }) => period === current);
  if (!figure) return null;
  const measured = measureDefinitions[measure][language];
  return (
    <li>
      <div className="row commitment-row">
        <OrgMark text={promiser.shortMark} name={promiser.name} />
        <div>
          <div className="row-t">{text(commitment.title)}</div>
          <div className="sub">
            {beneficiary ? (
              <Trans>
                {promiser.name} to {beneficiary.name}: {measured}
              </Trans>
            ) : (
              <Trans>
                {promiser.name} to all parties: {measured}
              </Trans>
            )}
          </div>
          <div className="cap num">
            {[dateRange(figure.startsOn, figure.endsOn), ...conditionsOf(commitment)].join(' · ')}
          </div>
        </div>
        <PromiseFigure of={commitment} figure={figure} />
        <div className="commitment-word">
          <CommitmentStatus
            word={figure.word}
            behind={
              figure.behind >= 0.05 && (figure.word === 'at_risk' || figure.word === 'missed')
                ? amount(figure.behind, commitment)
                : undefined
            }
          />
          {figure.disputes > 0 && (
            <span className="cap">
              <Trans>Disputed</Trans>
            </span>
          )}
        </div>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          aria-label={
            isOpen ? t`Hide what is behind ${text(commitment.title)}` : t`Show what is behind ${text(commitment.title)}`
          }
        >
          {isOpen ? <Trans>Hide</Trans> : <Trans>Show</Trans>}
        </Button>
      </div>
      {isOpen && <CommitmentDetails commitment={commitment} />}
    </li>
  );
}
