import type { ApplicationView } from '@collegium/contract/applications';
import { applicationMachine } from '@collegium/contract/states/application';
import { useFormat } from '../i18n/useFormat.ts';
import { Status } from '../ui/Status.tsx';

/** How an application stands, in the words of its state machine. */
export function ApplicationStatus({ state, soft = false }: { state: ApplicationView['state']; soft?: boolean }) {
  const { language } = useFormat();
  const { tone, ...words } = applicationMachine.states[state];
  return (
    <Status tone={tone === 'idle' ? 'stopped' : tone} soft={soft}>
      {words[language]}
    </Status>
  );
}
