import { useLingui } from '@lingui/react/macro';
import { Failed } from '../ui/Failed.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

/** In the place of an agreement that cannot be shown: why, and the way back to those that can. */
export function NoAgreement({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`No agreement to show`} crumbs={[{ label: t`Agreements`, to: '/agreements' }]} />
      <Failed error={error} onRetry={onRetry} />
    </>
  );
}
