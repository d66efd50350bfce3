import type { ApplicationView } from '@collegium/contract/applications';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';

/** What comes next for the learner, or what the end was, in one sentence. */
export function useNextStep(): (application: ApplicationView) => string {
  const { t } = useLingui();
  const { dateTime, number } = useFormat();

  function ofList({ abilities, round }: ApplicationView): string {
    if (!round) return '';
    const closes = dateTime(round.closesAt);
    return abilities.change
      ? t`You can change your list until ${closes}.`
      : t`The list is closed. The result is to come.`;
  }
  function ofOffered({ respondBy, abilities }: ApplicationView): string {
    if (!respondBy) return t`Accept the place or decline it.`;
    const until = dateTime(respondBy);
    return abilities.accept ? t`Answer by ${until}.` : t`The time to answer ended on ${until}.`;
  }
  function ofWaiting({ queuePosition }: ApplicationView): string {
    const position = number(queuePosition ?? 1);
    return t`You are number ${position} on the waiting list. A place that becomes free goes to the first in line at once.`;
  }
  function ofWithdrawn({ offer, round }: ApplicationView): string {
    if (round?.state === 'cancelled') return t`The round was cancelled, and your list is released.`;
    return offer?.state === 'withdrawn' ? t`The provider withdrew the offer.` : t`You withdrew it.`;
  }

  return (application) => {
    switch (application.state) {
      case 'submitted':
        return ofList(application);
      case 'waiting':
        return ofWaiting(application);
      case 'offered':
        return ofOffered(application);
      case 'accepted':
        return t`You hold a place.`;
      case 'declined':
        return application.respondedAt
          ? t`You declined the place.`
          : t`No answer came in time, so the place went back.`;
      case 'unplaced':
        return t`No place this time. The round says why.`;
      case 'withdrawn':
        return ofWithdrawn(application);
    }
  };
}
