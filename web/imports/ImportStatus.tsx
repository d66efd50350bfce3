import type { ImportItem } from '@collegium/contract/import-views';
import { useLingui } from '@lingui/react/macro';
import { Status } from '../ui/Status.tsx';

/** What came of an import. */
export function ImportStatus({ item: { state, rowsFaulty }, soft = false }: { item: ImportItem; soft?: boolean }) {
  const { t } = useLingui();
  if (state === 'running') return <Status tone="active" soft={soft}>{t`In progress`}</Status>;
  if (state === 'refused') return <Status tone="bad" soft={soft}>{t`Refused, nothing taken`}</Status>;
  if (state === 'failed') return <Status tone="bad" soft={soft}>{t`Failed, nothing taken`}</Status>;
  if (rowsFaulty > 0) return <Status tone="wait" soft={soft}>{t`Taken in part`}</Status>;
  return <Status tone="good" soft={soft}>{t`Taken whole`}</Status>;
}
