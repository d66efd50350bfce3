import type { LearnerResultView } from '@collegium/contract/allocation';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { toast } from '../../ui/toast.ts';
import { roundChanged } from '../queries.ts';

/** Accepts or declines the offered place. */
export function Respond({ result }: { result: LearnerResultView }) {
  const [asked, ask] = useState<'accept' | 'decline'>();
  return (
    <>
      <Button onClick={() => ask('decline')}>
        <Trans>Decline</Trans>
      </Button>
      <Button className="grow" variant="filled" onClick={() => ask('accept')}>
        <Trans>Accept place</Trans>
      </Button>
      {asked && <Confirm result={result} act={asked} onClose={() => ask(undefined)} />}
    </>
  );
}

interface ConfirmProps {
  result: LearnerResultView;
  act: 'accept' | 'decline';
  onClose: () => void;
}

function Confirm({ result, act, onClose }: ConfirmProps) {
  const { t } = useLingui();
  const { text } = useFormat();
  const title = text(result.placed?.offer.title ?? {});
  const provider = result.placed?.offer.provider ?? '';
  const words = {
    accept: {
      question: t`Accept the place in ${title}?`,
      consequence: t`${provider} expects you. Next you agree on a plan together with it and your organisation.`,
      button: t`Accept place`,
      done: t`You hold the place.`,
    },
    decline: {
      question: t`Decline the place in ${title}?`,
      consequence: t`You give it up for good and get no other place in this round. It becomes free for somebody else.`,
      button: t`Decline place`,
      done: t`You declined the place.`,
    },
  }[act];
  const answer = useMutation({
    mutationFn: (reason: string) =>
      api.post(`/applications/${result.applicationId}/${act}`, act === 'decline' ? { reason } : undefined, {
        ifMatch: result.applicationVersion,
      }),
    onSuccess: async () => {
      onClose();
      await roundChanged();
      await toast(words.done);
    },
  });
  return (
    <ConfirmModal
      title={words.question}
      consequence={words.consequence}
      confirmLabel={words.button}
      {...(act === 'decline' && { reasonLabel: t`Reason, for the provider and your organisation` })}
      onConfirm={(reason) => answer.mutate(reason)}
      onClose={onClose}
      isPending={answer.isPending}
      error={answer.error}
    />
  );
}
