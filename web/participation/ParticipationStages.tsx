import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';
import { StageLine } from '../ui/StageLine.tsx';
import { weekNumber } from './weeks.ts';

/** How far a participation has come, from the application to the credits. */
export function ParticipationStages({ view }: { view: ParticipationView }) {
  const { t } = useLingui();
  const { day, number } = useFormat();
  const agreed = view.plans.find((plan) => plan.number === view.planInForce);
  const { outcome } = view;
  const credits = outcome?.creditsEctsRecognised ?? outcome?.creditsEctsProposed ?? view.offer.creditsEcts;
  return (
    <StageLine
      current={currentStage(view)}
      stages={[
        { name: t`Applied`, note: day(view.appliedAt) },
        { name: t`Placed`, note: day(view.createdAt) },
        { name: t`Plan`, ...note(agreed?.agreedAt ? t`agreed by all, ${day(agreed.agreedAt)}` : t`to be agreed`) },
        { name: t`Taking part`, ...note(takingPart()) },
        { name: t`Assessed`, ...note(outcome ? day(outcome.assessedAt) : undefined) },
        { name: t`Credits`, ...note(credits === null ? undefined : number(credits)) },
      ]}
    />
  );

  function takingPart(): string | undefined {
    if (view.state === 'active' && view.startsOn && view.endsOn) {
      const { week, weeks } = weekNumber(view.startsOn, view.endsOn, view.today);
      return t`week ${week} of ${weeks}`;
    }
    if (view.endedAt) return t`ended ${day(view.endedAt)}`;
    return view.startsOn ? t`from ${day(view.startsOn)}` : undefined;
  }
}

function note(value: string | undefined) {
  return value ? { note: value } : {};
}

/** The stage in which it is now; past the end when the outcome is decided. */
export function currentStage({
  state,
  planInForce,
  outcome,
}: Pick<ParticipationView, 'state' | 'planInForce' | 'outcome'>): number {
  if (outcome?.state === 'recognised' || outcome?.state === 'not_recognised') return 6;
  if (outcome && outcome.state === 'countersigned') return 5;
  if (outcome || state === 'completed' || (state === 'ended_early' && planInForce !== null)) return 4;
  if (state === 'agreed' || state === 'active') return 3;
  return 2;
}
