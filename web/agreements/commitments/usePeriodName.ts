import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import type { Stretch } from './flows-by-period.ts';

/** Names a period by its first day: a year by its number, others by their months. */
export function usePeriodName(): (firstDay: string, stretch: Stretch) => string {
  const { t } = useLingui();
  const { date } = useFormat();
  return (firstDay, stretch) => {
    if (stretch === 'year') return firstDay.slice(0, 4);
    const year = Number(firstDay.slice(0, 4));
    const lastMonth = Number(firstDay.slice(5, 7)) + (stretch === 'half' ? 6 : 3) - 1;
    const from = date(firstDay, { month: 'short' });
    const until = date(`${year}-${String(lastMonth).padStart(2, '0')}-01`, { month: 'short', year: 'numeric' });
    return t`${from} to ${until}`;
  };
}
