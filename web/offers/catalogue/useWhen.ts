import type { OfferListItem } from '@collegium/contract/offers/catalogue';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../useNow.ts';
import { useWords } from '../useWords.ts';
import { formatDays } from './format-days.ts';

type Dated = Pick<OfferListItem, 'startsOn' | 'endsOn' | 'term'>;

/** When an offer takes place, in a few words. */
export function useWhen({ startsOn, endsOn, term }: Dated): string {
  const { t } = useLingui();
  const { reader, date } = useFormat();
  const now = useNow();
  const { termName } = useWords();
  if (startsOn && endsOn) return formatDays(reader.locale, startsOn, endsOn, now);
  if (startsOn) {
    const day = date(startsOn);
    return t`From ${day}`;
  }
  return term ? termName(term) : t`By agreement`;
}

/** How much it is: hours or credits, the first language, pay or fee. */
export function useLength(offer: OfferListItem): string {
  const { t } = useLingui();
  const { number } = useFormat();
  const { languageName } = useWords();
  const { hours, creditsEcts, languages, isPaid, isTuitionWaived } = offer;
  const [language] = languages;
  const parts = [
    creditsEcts !== null && t`${plural(creditsEcts, { one: '# credit', other: '# credits' })}`,
    hours !== null && creditsEcts === null && hoursOf(number(hours)),
    isPaid === true && t`paid`,
    isPaid === false && t`unpaid`,
    isTuitionWaived === true && t`fee waived`,
    isPaid === null && isTuitionWaived !== true && language && languageName(language),
  ];
  return parts
    .filter((part) => typeof part === 'string' && part !== '')
    .join(t({ message: ', ', comment: 'between facts' }));

  function hoursOf(count: string): string {
    return t`${count} h`;
  }
}
