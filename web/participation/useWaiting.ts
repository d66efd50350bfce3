import type { ParticipationListItem } from '@collegium/contract/participation/views';
import type { Party } from '@collegium/contract/participation';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';

type Facts = Pick<ParticipationListItem, 'openSteps' | 'myParties' | 'learner' | 'home' | 'provider'>;

/** Says in words for whom a participation waits; '' when for nobody. */
export function useWaiting(): (item: Facts) => string {
  const { t } = useLingui();
  const { list } = useFormat();
  return (item) => {
    const [first] = item.openSteps;
    if (!first) return '';
    if (item.openSteps.some(({ party }) => item.myParties.includes(party)))
      return item.myParties.includes('learner') ? t`Waits for you` : t`Waits for your organisation`;
    const parties = item.openSteps.filter(({ step }) => step === first.step).map(({ party }) => nameOf(item, party));
    const names = list([...new Set(parties)]);
    return t`Waits for ${names}`;
  };
}

/** The name of whoever stands for a party. */
export function nameOf({ learner, home, provider }: Omit<Facts, 'openSteps' | 'myParties'>, party: Party): string {
  return { learner, home, provider }[party].name;
}
