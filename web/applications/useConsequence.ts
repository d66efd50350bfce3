import type { ApplicationView } from '@collegium/contract/applications';
import { useLingui } from '@lingui/react/macro';

/** What an answer or a withdrawal leads to, in words, before it is confirmed. */
export function useConsequence(): (application: ApplicationView, act: 'accept' | 'decline' | 'withdraw') => string {
  const { t } = useLingui();

  function ofWithdrawing({ state, round }: ApplicationView): string {
    if (state === 'waiting')
      return t`You leave the waiting list, and everybody behind you moves up. If you come back, you start at the end.`;
    if (state === 'submitted')
      return t`Your list is taken out of the round. You can submit a new one as long as the round is open.`;
    return round
      ? t`You give up your place. It cannot be given back to you.`
      : t`You give up your place. If somebody is on the waiting list, the first in line gets it at once.`;
  }

  return (application, act) => {
    const provider = application.offer?.provider.name ?? '';
    switch (act) {
      case 'accept':
        return t`You take the place at ${provider}. Next, a plan is agreed between you, the provider and your organisation.`;
      case 'decline':
        return t`The place goes back to ${provider}. You cannot take it again.`;
      case 'withdraw':
        return ofWithdrawing(application);
    }
  };
}
