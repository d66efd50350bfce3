import type { CommitmentUnit } from '@collegium/contract/commitments/measures';
import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import { useFormat } from '../../i18n/useFormat.ts';

/** Writes quantities of promises: `amount(31, places)` is “31 places”, `bare(31, places)` “31”; money in its currency. */
export function useAmount() {
  const { t } = useLingui();
  const { number, money, share } = useFormat();
  const bare = (value: number, { unit, currency }: Counted) => {
    if (unit === 'money') return money(Math.round(value), currency ?? 'EUR');
    return unit === 'percent' ? share(value / 100) : number(rounded(value));
  };
  const unitWords = (value: number, { unit }: Pick<Counted, 'unit'>): string => {
    switch (unit) {
      case 'places':
        return t`${plural(value, { one: 'place', other: 'places' })}`;
      case 'learners':
        return t`${plural(value, { one: 'learner', other: 'learners' })}`;
      case 'hours':
        return t`${plural(value, { one: 'hour', other: 'hours' })}`;
      case 'mentors':
        return t`${plural(value, { one: 'mentor', other: 'mentors' })}`;
      case 'reports':
        return t`${plural(value, { one: 'report', other: 'reports' })}`;
      case 'meetings':
        return t`${plural(value, { one: 'meeting', other: 'meetings' })}`;
      case 'times':
        return t`${plural(value, { one: 'time', other: 'times' })}`;
      case 'money':
      case 'percent':
        return '';
    }
  };
  const amount = (value: number, counted: Counted) => {
    const words = unitWords(rounded(value), counted);
    return words === '' ? bare(value, counted) : t`${bare(value, counted)} ${words}`;
  };
  return { amount, bare, unitWords };
}

interface Counted {
  unit: CommitmentUnit;
  currency: string | null;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
