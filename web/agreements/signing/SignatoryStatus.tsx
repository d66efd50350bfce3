import type { SignatoryView } from '@collegium/contract/agreements/signing';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { Status } from '../../ui/Status.tsx';

/** How a signature stands: who is waited for, since when, and how it was given. */
export function SignatoryStatus({ signatory }: { signatory: SignatoryView }) {
  const { t } = useLingui();
  const { day } = useFormat();
  const { standing, signature, hasLeft, abilities, declined } = signatory;
  if (standing === 'signed') {
    const on = day(signature?.at ?? signature?.on ?? '');
    return <Status tone="good">{signature?.method === 'elsewhere' ? t`On paper ${on}` : t`Signed ${on}`}</Status>;
  }
  if (standing === 'declined') return <Status tone="bad">{t`Declined ${day(declined?.at ?? '')}`}</Status>;
  if (standing === 'unconfirmed') return <Status tone="wait">{t`Document to be confirmed`}</Status>;
  if (hasLeft) return <Status tone="bad">{t`Has left`}</Status>;
  if (standing === 'waiting') return <Status tone="idle">{t`After others`}</Status>;
  return <Status tone="wait">{abilities.sign ? t`Waiting for you` : t`Waiting`}</Status>;
}
