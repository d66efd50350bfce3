import type { ParticipationView } from '@collegium/contract/participation/views';
import { participationMachine } from '@collegium/contract/states/participation';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';
import { Status } from '../ui/Status.tsx';
import { weekNumber } from './weeks.ts';

type Facts = Pick<ParticipationView, 'state' | 'startsOn' | 'endsOn'>;

/** How a participation stands; with `today`, in progress says which week. */
export function ParticipationStatus({ view, today, soft = false }: { view: Facts; today?: string; soft?: boolean }) {
  const { t } = useLingui();
  const { language } = useFormat();
  const { tone, ...words } = participationMachine.states[view.state];
  const isStopped = view.state === 'cancelled';
  return (
    <Status tone={isStopped ? 'stopped' : tone} soft={soft}>
      {view.state === 'active' && today && view.startsOn && view.endsOn
        ? inWeek(weekNumber(view.startsOn, view.endsOn, today))
        : words[language]}
    </Status>
  );

  function inWeek({ week, weeks }: { week: number; weeks: number }) {
    return t`In progress, week ${week} of ${weeks}`;
  }
}
