import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';

/** Minutes as hours for a reader: `of` for bars, `number` for text (one decimal below ten hours), `unit` for what follows. */
export function useHours() {
  const { t } = useLingui();
  const { number } = useFormat();
  return {
    of,
    number: (minutes: number) => number(of(minutes), { maximumFractionDigits: minutes < 600 ? 1 : 0 }),
    unit: t`hours`,
  };
}

function of(minutes: number): number {
  return Math.round(minutes / 6) / 10;
}
