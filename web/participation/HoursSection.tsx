import type { ParticipationView } from '@collegium/contract/participation/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Section } from '../ui/Section.tsx';
import { HoursChart } from './HoursChart.tsx';
import { useHours } from './useHours.ts';

/** More than this share of the plan behind where one should be today is said to be behind. */
const tolerance = 0.1;

/** How much of the planned time is done, week by week, and whether that is on pace. */
export function HoursSection({ view }: { view: ParticipationView }) {
  const { t } = useLingui();
  const { minutes, plannedMinutes, paceMinutes } = view.journal;
  const isRunning = view.state === 'active';
  if (plannedMinutes === null || paceMinutes === null || !view.startsOn || !view.endsOn) return null;
  if (!isRunning && minutes === 0) return null;
  return (
    <Section
      title={t`Hours`}
      aside={
        <span>
          <Pace done={minutes} planned={plannedMinutes} expected={isRunning ? paceMinutes : null} />
        </span>
      }
    >
      <HoursChart view={view} startsOn={view.startsOn} endsOn={view.endsOn} plannedMinutes={plannedMinutes} />
    </Section>
  );
}

/** All in minutes; `expected` by today is null when it no longer runs. */
function Pace({ done, planned, expected }: { done: number; planned: number; expected: number | null }) {
  const { number } = useHours();
  const figure = <b className="num hours-done">{number(done)}</b>;
  const total = number(planned);
  if (expected === null)
    return (
      <Trans>
        {figure} of {total}
      </Trans>
    );
  if (done >= expected - planned * tolerance)
    return (
      <Trans>
        {figure} of {total}, on pace
      </Trans>
    );
  return (
    <Trans>
      {figure} of {total}; {number(expected)} would be on pace
    </Trans>
  );
}
