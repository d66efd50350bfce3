import type { AgreementState } from '@collegium/contract/states/agreement';
import { agreementMachine } from '@collegium/contract/states/agreement';
import { versionMachine, type VersionState } from '@collegium/contract/states/agreement-version';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';
import { Status } from '../ui/Status.tsx';

interface AgreementStatusProps {
  state: AgreementState;
  open: { number: number; state: VersionState } | null;
  soft?: boolean;
}

/** What is negotiated, when something is; else how the agreement stands. */
export function AgreementStatus({ state, open, soft = false }: AgreementStatusProps) {
  const { t } = useLingui();
  const { language } = useFormat();
  if (open === null || !agreementMachine.groups.open.includes(state)) {
    const { tone, [language]: words } = agreementMachine.states[state];
    return (
      <Status tone={state === 'abandoned' ? 'stopped' : tone} soft={soft}>
        {words}
      </Status>
    );
  }
  const { tone, [language]: words } = versionMachine.states[open.state];
  return (
    <Status tone={tone} soft={soft}>
      {t`Version ${open.number}: ${words}`}
    </Status>
  );
}
