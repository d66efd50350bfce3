import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useState } from 'react';
import { CompleteModal } from './CompleteModal.tsx';
import { nextStep, type NextStep } from './next-step.ts';
import { useNextStepWords } from './useNextStepWords.ts';

/** The one call-out on top: what the reader does next, or for whom it waits. */
export function NextStepNote({ view }: { view: ParticipationView }) {
  const { t } = useLingui();
  const wordsOf = useNextStepWords(view);
  const next = nextStep(view);
  if (!next) return null;
  const { title, why, button } = wordsOf(next);
  return (
    <section className={`note nextstep${next.isMine ? '' : ' idle'}`} aria-label={t`Next step`}>
      <div>
        <div className="nextstep-cap">{next.isMine ? t`Your next step` : t`Next step`}</div>
        <div className="nextstep-t">{title}</div>
        <p className="sub">{why}</p>
      </div>
      {next.isMine && <Action view={view} step={next.step} label={button} />}
    </section>
  );
}

function Action({ view, step, label }: { view: ParticipationView; step: NextStep['step']; label: string }) {
  const [isCompleting, setCompleting] = useState(false);
  const target = targetOf(view, step);
  if (target)
    return (
      <Button className="noprint" variant="filled" renderRoot={(props) => <Link {...target} {...props} />}>
        {label}
      </Button>
    );
  return (
    <>
      <Button className="noprint" variant="filled" onClick={() => setCompleting(true)}>
        {label}
      </Button>
      {isCompleting && <CompleteModal view={view} onClose={() => setCompleting(false)} />}
    </>
  );
}

/** Where a step is taken; undefined when it is taken on this page. */
function targetOf(view: ParticipationView, step: NextStep['step']): LinkProps | undefined {
  const params = { participationId: view.id };
  if (step === 'propose_plan') return { to: '/participations/$participationId/plan/new', params };
  if (step === 'approve_plan') return { to: '/participations/$participationId/plan', params };
  if (step === 'write_journal' || step === 'confirm_journal')
    return { to: '/participations/$participationId/journal', params };
  if (step === 'assess') return { to: '/participations/$participationId/assessment', params };
  if ((step === 'countersign' || step === 'recognise') && view.outcome)
    return { to: '/outcomes/$outcomeId', params: { outcomeId: view.outcome.id } };
  return undefined;
}
