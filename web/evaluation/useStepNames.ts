import type { FunnelStep } from '@collegium/contract/evaluation';
import { useLingui } from '@lingui/react/macro';

/** The steps of the funnel in words, in order. */
export function useStepNames(): { step: FunnelStep; name: string }[] {
  const { t } = useLingui();
  return [
    { step: 'applied', name: t`Applied` },
    { step: 'placed', name: t`Placed` },
    { step: 'accepted', name: t`Accepted` },
    { step: 'started', name: t`Started` },
    { step: 'completed', name: t`Completed` },
    { step: 'recognised', name: t`Recognised` },
  ];
}
