import type { RoundView } from '@collegium/contract/rounds';
import { roundMachine } from '@collegium/contract/states/round';
import { useFormat } from '../i18n/useFormat.ts';
import { Status } from '../ui/Status.tsx';

/** How a round stands, in the words of its state machine. */
export function RoundStatus({ state, soft = false }: { state: RoundView['state']; soft?: boolean }) {
  const { language } = useFormat();
  const { tone, ...words } = roundMachine.states[state];
  return (
    <Status tone={state === 'cancelled' ? 'stopped' : tone} soft={soft}>
      {words[language]}
    </Status>
  );
}
