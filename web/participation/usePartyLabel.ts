import type { ParticipationView } from '@collegium/contract/participation/views';
import type { Party } from '@collegium/contract/participation';
import { useLingui } from '@lingui/react/macro';

/** What a button says by which one signs for a party; names the organisation, and its part when it has both. */
export function usePartyLabel(view: ParticipationView): (party: Party) => string {
  const { t } = useLingui();
  const isBoth = view.home.id === view.provider.id;
  return (party) => {
    if (party === 'learner') return t`Approve the plan`;
    const { name } = view[party];
    if (!isBoth) return t`Sign for ${name}`;
    return party === 'home' ? t`Sign for ${name} as home` : t`Sign for ${name} as provider`;
  };
}
