import type { RoundView } from '@collegium/contract/rounds';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { StageLine } from '../../ui/StageLine.tsx';

/** Where a round is on its way, each stage with its date. */
export function RoundStages({ round }: { round: RoundView }) {
  const { t } = useLingui();
  const { dateRange, day, time } = useFormat();
  const at = (instant: string | null | undefined) => (instant ? t`${day(instant)}, ${time(instant)}` : '');
  const isRunning = round.run?.state === 'running';
  const ranAt = round.run?.state === 'finished' ? round.run.finishedAt : null;
  const stages = [
    { name: t`Draft` },
    { name: t`Open`, note: dateRange(round.opensAt, round.closesAt) },
    { name: t`Closed`, note: at(round.closesAt) },
    { name: t`Run`, note: isRunning ? t`${round.run?.progress ?? 0}% done` : at(ranAt) },
    { name: t`Review` },
    { name: t`Published`, note: at(round.publishedAt) },
  ];
  return <StageLine stages={stages} current={isRunning ? 3 : currentOf(round)} />;
}

function currentOf({ state }: RoundView): number {
  return { draft: 0, open: 1, closed: 3, review: 4, published: 6, cancelled: 0 }[state];
}
