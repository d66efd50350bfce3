import type { RoundView } from '@collegium/contract/rounds';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { toast } from '../../ui/toast.ts';
import { roundChanged } from '../queries.ts';
import { PublishModal } from '../result/PublishModal.tsx';

type Act = 'open' | 'run' | 'cancelRun' | 'publish' | 'cancel';

/** What the coordinator may do with the round now; at most one button is filled. */
export function RoundActions({ round }: { round: RoundView }) {
  const [asked, ask] = useState<Act>();
  const { abilities } = round;
  const params = { roundId: round.id };
  const close = () => ask(undefined);
  return (
    <>
      {abilities.cancel && (
        <Button className="desk" onClick={() => ask('cancel')}>
          <Trans>Cancel round</Trans>
        </Button>
      )}
      {abilities.change && (
        <Button renderRoot={(props) => <Link to="/rounds/$roundId/edit" params={params} {...props} />}>
          <Trans>Change</Trans>
        </Button>
      )}
      {abilities.open && (
        <Button className="grow" variant="filled" onClick={() => ask('open')}>
          <Trans>Open the round</Trans>
        </Button>
      )}
      {abilities.cancelRun && (
        <Button onClick={() => ask('cancelRun')}>
          <Trans>Stop the run</Trans>
        </Button>
      )}
      {abilities.run && (
        <Button variant={round.state === 'closed' ? 'filled' : 'default'} onClick={() => ask('run')}>
          {round.state === 'closed' ? <Trans>Run the allocation</Trans> : <Trans>Run again</Trans>}
        </Button>
      )}
      {abilities.publish && (
        <Button className="grow" variant="filled" onClick={() => ask('publish')}>
          <Trans>Publish the result</Trans>
        </Button>
      )}
      {asked === 'publish' && <PublishModal round={round} onClose={close} />}
      {asked && asked !== 'publish' && <Confirm round={round} act={asked} onClose={close} />}
    </>
  );
}

function Confirm({ round, act, onClose }: { round: RoundView; act: Exclude<Act, 'publish'>; onClose: () => void }) {
  const { t } = useLingui();
  const words = useWords(round)[act];
  const move = useMutation({
    mutationFn: (reason: string) =>
      act === 'run' || act === 'cancelRun'
        ? api.post<RoundView>(`/rounds/${round.id}/runs${act === 'run' ? '' : '/cancel'}`)
        : api.post<RoundView>(`/rounds/${round.id}/${act}`, act === 'cancel' ? { reason } : undefined, {
            ifMatch: round.version,
          }),
    onSuccess: async (changed) => {
      onClose();
      await roundChanged(changed);
      await toast(words.done);
    },
  });
  return (
    <ConfirmModal
      title={words.question}
      consequence={words.consequence}
      confirmLabel={words.button}
      {...(act === 'cancel' && { reasonLabel: t`Reason, for everybody who takes part` })}
      onConfirm={(reason) => move.mutate(reason)}
      onClose={onClose}
      isPending={move.isPending}
      error={move.error}
    />
  );
}

function useWords(round: RoundView) {
  const { t } = useLingui();
  const { number, dateTime } = useFormat();
  const isAgain = round.state === 'review';
  return {
    open: {
      question: t`Open this round?`,
      consequence: t`${number(round.learners)} learners can rank ${number(round.offers)} offers from now until ${dateTime(round.closesAt)}. Rules, offers and dates cannot be changed afterwards. The hash of the lottery’s seed becomes public now, the seed itself with the result.`,
      button: t`Open the round`,
      done: t`The round is open.`,
    },
    run: {
      question: isAgain ? t`Run the allocation again?` : t`Run the allocation?`,
      consequence: isAgain
        ? t`The lists and rankings are the same; only places that changed since can change the result. What was placed by hand is lost with the old run, and the published proof shows that this was not the first run.`
        : t`${number(round.applications)} lists are frozen and solved. Providers cannot change their rankings afterwards. Nobody sees the result before you publish it.`,
      button: isAgain ? t`Run again` : t`Run the allocation`,
      done: t`The run has started.`,
    },
    cancelRun: {
      question: t`Stop this run?`,
      consequence: isAgain
        ? t`Nothing of it is kept. The result before it stands, and you can run again.`
        : t`Nothing of it is kept, and the round stays closed. You can run it again with the same lists and the same seed.`,
      button: t`Stop the run`,
      done: t`The run is stopped.`,
    },
    cancel: {
      question: t`Cancel this round?`,
      consequence: t`It ends for good, without a result. The lists that were sent are released, its offers may go to another round, and everybody who takes part reads your reason. This cannot be undone.`,
      button: t`Cancel round`,
      done: t`The round is cancelled.`,
    },
  };
}
