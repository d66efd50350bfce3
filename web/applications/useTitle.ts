import type { ApplicationView } from '@collegium/contract/applications';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';

/** What is applied for: the offer, or the round as long as nothing is decided. */
export function useTitle(): (application: ApplicationView) => string {
  const { t } = useLingui();
  const { text } = useFormat();
  return ({ offer, round, wishes }) => {
    if (offer) return text(offer.title);
    if (round) return text(round.name);
    return wishes[0] ? text(wishes[0].offer.title) : t`Application`;
  };
}
