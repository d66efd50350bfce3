import type { ApplicationView } from '@collegium/contract/applications';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { toast } from '../ui/toast.ts';
import { applicationChanged } from './queries.ts';
import { useConsequence } from './useConsequence.ts';
import { useTitle } from './useTitle.ts';

type Act = 'accept' | 'decline' | 'withdraw';

/** What the learner may do with an application: accept, decline, withdraw. Nothing for those who only read it. */
export function ApplicationActions({ application }: { application: ApplicationView }) {
  const [asked, ask] = useState<Act>();
  const { abilities } = application;
  return (
    <>
      {abilities.withdraw && (
        <Button onClick={() => ask('withdraw')}>
          <Trans>Withdraw</Trans>
        </Button>
      )}
      {abilities.decline && (
        <Button onClick={() => ask('decline')}>
          <Trans>Decline place</Trans>
        </Button>
      )}
      {abilities.accept && (
        <Button className="grow" variant="filled" onClick={() => ask('accept')}>
          <Trans>Accept place</Trans>
        </Button>
      )}
      {asked && <Confirm application={application} act={asked} onClose={() => ask(undefined)} />}
    </>
  );
}

function Confirm({ application, act, onClose }: { application: ApplicationView; act: Act; onClose: () => void }) {
  const { t } = useLingui();
  const consequence = useConsequence();
  const title = useTitle()(application);
  const words = {
    accept: { question: t`Accept the place in ${title}?`, button: t`Accept place`, done: t`You hold the place.` },
    decline: {
      question: t`Decline the place in ${title}?`,
      button: t`Decline place`,
      done: t`You declined the place.`,
    },
    withdraw: { question: t`Withdraw from ${title}?`, button: t`Withdraw`, done: t`Your application is withdrawn.` },
  }[act];
  const move = useMutation({
    mutationFn: (reason: string) =>
      api.post<ApplicationView>(
        `/applications/${application.id}/${act}`,
        act === 'accept' ? undefined : reason === '' ? {} : { reason },
        { ifMatch: application.version },
      ),
    onSuccess: async (changed) => {
      onClose();
      await applicationChanged(changed);
      await toast(words.done);
    },
  });
  return (
    <ConfirmModal
      title={words.question}
      consequence={consequence(application, act)}
      confirmLabel={words.button}
      {...(act === 'decline' && { reasonLabel: t`Reason, for the provider and your organisation` })}
      onConfirm={(reason) => move.mutate(reason)}
      onClose={onClose}
      isPending={move.isPending}
      error={move.error}
    />
  );
}
