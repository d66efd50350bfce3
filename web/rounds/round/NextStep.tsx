import type { RoundView } from '@collegium/contract/rounds';
import { Trans, useLingui } from '@lingui/react/macro';
import { Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useSessionOrNull } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Note } from '../../ui/Note.tsx';

/** The one thing that comes next, for whoever reads. */
export function NextStep({ round }: { round: RoundView }) {
  const isLearner = useSessionOrNull()?.acting.role === 'learner';
  if (round.run?.state === 'running') return <Running percent={round.run.progress} />;
  if (round.run?.state === 'failed') return <RunFailed words={round.run.error ?? ''} />;
  if (round.run?.state === 'cancelled' && round.abilities.run) return <RunStopped isAgain={round.state === 'review'} />;
  if (isLearner) return <LearnerStep round={round} />;
  return <CoordinatorStep round={round} />;
}

function Running({ percent }: { percent: number }) {
  const { t } = useLingui();
  return (
    <Note>
      <Trans>The allocation is being run. You may leave this page; it goes on.</Trans>
      <Progress mt={8} value={percent} aria-label={t`Progress of the run`} />
    </Note>
  );
}

function RunFailed({ words }: { words: string }) {
  return (
    <Note tone="bad">
      <Trans>The last run failed and changed nothing. Run again; the operator finds the details in the log.</Trans>
      <p className="sub">{words}</p>
    </Note>
  );
}

function RunStopped({ isAgain }: { isAgain: boolean }) {
  return (
    <Note tone="wait">
      {isAgain ? (
        <Trans>The last run was stopped and changed nothing. The result before it stands.</Trans>
      ) : (
        <Trans>The run was stopped and changed nothing. Run the allocation when you are ready.</Trans>
      )}
    </Note>
  );
}

function LearnerStep({ round }: { round: RoundView }) {
  const { dateTime } = useFormat();
  const params = { roundId: round.id };
  if (round.abilities.apply)
    return (
      <Note
        tone="wait"
        action={
          <Link className="link" to="/rounds/$roundId/application" params={params}>
            <Trans>Rank my wishes</Trans>
          </Link>
        }
      >
        <Trans>
          Put what you wish for in order before {dateTime(round.closesAt)}. You can change it until then; being early
          brings no advantage.
        </Trans>
      </Note>
    );
  if (round.state === 'published')
    return (
      <Note
        tone="good"
        action={
          <Link className="link" to="/rounds/$roundId/result" params={params}>
            <Trans>Read my result</Trans>
          </Link>
        }
      >
        <Trans>The result is published. Read where you have a place, and why.</Trans>
      </Note>
    );
  if (round.state === 'closed' || round.state === 'review')
    return (
      <Note>
        <Trans>
          The round is closed and nothing can be changed any more. You will be told when the result is published.
        </Trans>
      </Note>
    );
  return null;
}

function CoordinatorStep({ round }: { round: RoundView }) {
  const { dateTime, number } = useFormat();
  const { abilities } = round;
  if (abilities.open)
    return (
      <Note>
        <Trans>
          Collect offers and learners, then open the round. From then on the rules stand, and the hash of the lottery’s
          seed is public.
        </Trans>
      </Note>
    );
  if (round.state === 'open' && abilities.cancel)
    return (
      <Note>
        <Trans>
          {number(round.applications)} of {number(round.learners)} learners have sent their list. The round closes by
          itself on {dateTime(round.closesAt)}.
        </Trans>
      </Note>
    );
  if (round.state === 'closed' && abilities.run)
    return (
      <Note tone="wait">
        <Trans>
          The round is closed with {number(round.applications)} lists. Run the allocation when the providers have
          ranked.
        </Trans>
      </Note>
    );
  if (abilities.publish && round.withdrawnOffers > 0)
    return (
      <Note tone="wait">
        <Trans>
          An offer of this round was withdrawn. If learners were placed in it, run again or move them by hand.
        </Trans>
      </Note>
    );
  return null;
}
