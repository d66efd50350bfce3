import type { CommitmentView } from '@collegium/contract/commitments/views';
import { fieldName } from '@collegium/contract/fields-of-education';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { kinds } from '../../ui/kinds.ts';
import { levelNames } from '../../ui/level-names.ts';

/** What narrows a promise, in a few words each: level, kind, field, days, tolerance. */
export function useConditions() {
  const { t } = useLingui();
  const { language, number } = useFormat();
  return ({ filters, tolerance, measure }: Pick<CommitmentView, 'filters' | 'tolerance' | 'measure'>): string[] => {
    const { level, kind, fieldOfEducation, days, resourceId, underAgreement } = filters;
    return [
      level && t(levelNames[level]),
      kind && t(kinds[kind].name),
      fieldOfEducation && fieldName(fieldOfEducation, language),
      days && t`${plural(days, { one: 'within # working day', other: 'within # working days' })}`,
      resourceId && t`one of its resources`,
      underAgreement && t`only what names this agreement`,
      measure === 'exchange_balance' && t`tolerance ${number(tolerance)}`,
    ].filter((words): words is string => typeof words === 'string');
  };
}
