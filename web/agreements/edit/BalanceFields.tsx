import type { DraftCommitment } from '@collegium/contract/agreements/clause';
import type { LevelWeights } from '@collegium/contract/commitments';
import { levels, type Level } from '@collegium/contract/levels';
import { Trans, useLingui } from '@lingui/react/macro';
import { NumberInput } from '@mantine/core';
import { levelNames } from '../../ui/level-names.ts';
import { withField } from './with-field.ts';

interface BalanceFieldsProps {
  value: DraftCommitment;
  onChange: (value: DraftCommitment) => void;
}

/** How far an exchange may be out of balance, and what a learner of each level counts. */
export function BalanceFields({ value, onChange }: BalanceFieldsProps) {
  const { t } = useLingui();
  const weights: LevelWeights = value.weights ?? {};
  const weigh = (level: Level, entered: string | number) => {
    const next = withField(weights, level, typeof entered === 'number' ? entered : null);
    onChange(withField(value, 'weights', Object.keys(next).length > 0 ? next : null));
  };
  return (
    <>
      <NumberInput
        label={t`How far from the promised balance is still kept`}
        min={0}
        value={value.tolerance ?? ''}
        onChange={(entered) => onChange(withField(value, 'tolerance', typeof entered === 'number' ? entered : null))}
      />
      <details className="draft-terms">
        <summary>
          <Trans>What a learner of each level counts</Trans>
        </summary>
        <div className="balance-weights">
          {levels.map((level) => (
            <NumberInput
              key={level}
              label={t(levelNames[level])}
              placeholder="1"
              min={0}
              max={100}
              step={0.5}
              value={weights[level] ?? ''}
              onChange={(entered) => weigh(level, entered)}
            />
          ))}
        </div>
      </details>
    </>
  );
}
