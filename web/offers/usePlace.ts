import type { OfferListItem } from '@collegium/contract/offers/catalogue';
import { useLingui } from '@lingui/react/macro';
import { modeNames } from './names.ts';
import { useWords } from './useWords.ts';

/** Where an offer takes place: “Esbjerg, on site”, “Online”. */
export function usePlace({ mode, city, country }: Pick<OfferListItem, 'mode' | 'city' | 'country'>): string {
  const { t } = useLingui();
  const { countryName } = useWords();
  const where = city ?? (country && countryName(country));
  if (!where || mode === 'online') return t(modeNames[mode]);
  return mode === 'mixed' ? t`${where} and online` : t`${where}, on site`;
}
