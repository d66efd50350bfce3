import { outcomeMachine, type OutcomeState } from '@collegium/contract/states/outcome';
import { useFormat } from '../i18n/useFormat.ts';
import { Status } from '../ui/Status.tsx';

/** How an outcome stands. */
export function OutcomeStatus({ state, soft = false }: { state: OutcomeState; soft?: boolean }) {
  const { language } = useFormat();
  const { tone, ...words } = outcomeMachine.states[state];
  return (
    <Status tone={tone} soft={soft}>
      {words[language]}
    </Status>
  );
}
