import { useLingui } from '@lingui/react/macro';
import { useSession } from '../api/session.ts';

/** What the list is called for the role one acts in, as in the navigation. */
export function useListTitle(): string {
  const { t } = useLingui();
  const { acting } = useSession();
  if (acting.role === 'learner') return t`My placements`;
  return acting.role === 'host_supervisor' ? t`People with us` : t`Placements`;
}
