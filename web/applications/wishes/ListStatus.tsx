import type { RankedListView } from '@collegium/contract/applications';
import { Trans } from '@lingui/react/macro';
import { Status } from '../../ui/Status.tsx';
import { ApplicationStatus } from '../ApplicationStatus.tsx';

/** Whether the server has the list as it is seen. */
export function ListStatus({ view, hasChanges }: { view: RankedListView; hasChanges: boolean }) {
  if (!view.application)
    return (
      <Status tone="wait" soft>
        <Trans>Not submitted yet</Trans>
      </Status>
    );
  if (hasChanges)
    return (
      <Status tone="wait" soft>
        <Trans>Changes not submitted yet</Trans>
      </Status>
    );
  return <ApplicationStatus state={view.application.state} soft />;
}
