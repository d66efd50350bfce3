import type { CommitmentView, FigureView } from '@collegium/contract/commitments/views';
import { Trans } from '@lingui/react/macro';
import { PromiseBar } from '../PromiseBar.tsx';
import { useAmount } from './useAmount.ts';

type Counted = Pick<CommitmentView, 'unit' | 'currency' | 'measure'>;

/** “31 of 36 places”, with the bar: promised, delivered, and where we should be today. */
export function PromiseFigure({ of, figure }: { of: Counted; figure: FigureView }) {
  const { amount, bare, unitWords } = useAmount();
  const value = figure.value ?? 0;
  if (of.measure === 'exchange_balance')
    return (
      <span className="num">
        <Trans>
          Balance <b>{bare(value, of)}</b>, promised {bare(figure.promised, of)}
        </Trans>
      </span>
    );
  return (
    <div className="promise">
      <PromiseBar
        delivered={value}
        promised={figure.promised}
        expected={figure.due}
        unit={unitWords(figure.promised, of)}
        tone={barTone(figure)}
      />
      <span className="num sub">
        <Trans>
          <b>{bare(value, of)}</b> of {amount(figure.promised, of)}
        </Trans>
      </span>
    </div>
  );
}

function barTone({ word }: FigureView) {
  return word === 'at_risk' || word === 'missed' ? 'bad' : 'active';
}
