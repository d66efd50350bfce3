import type { OfferView } from '@collegium/contract/offers';
import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { toast } from '../../ui/toast.ts';
import { PublishModal } from './PublishModal.tsx';
import { offerQuery } from './queries.ts';

/** What the reader may do with the offer; nothing for those who only read it. */
export function OfferActions({ offer }: { offer: OfferView }) {
  const [asked, ask] = useState<'publish' | 'withdraw' | 'discard'>();
  const { abilities } = offer;
  const close = () => ask(undefined);
  return (
    <>
      {abilities.discard && (
        <Button className="desk" onClick={() => ask('discard')}>
          <Trans>Discard draft</Trans>
        </Button>
      )}
      {abilities.withdraw && (
        <Button onClick={() => ask('withdraw')}>
          <Trans>Withdraw offer</Trans>
        </Button>
      )}
      {abilities.change && (
        <Button renderRoot={(props) => <Link to="/offers/$offerId/edit" params={{ offerId: offer.id }} {...props} />}>
          <Trans>Change offer</Trans>
        </Button>
      )}
      {abilities.publish && (
        <Button className="grow" variant="filled" onClick={() => ask('publish')}>
          <Trans>Publish offer</Trans>
        </Button>
      )}
      {asked === 'publish' && <PublishModal offer={offer} onClose={close} />}
      {asked === 'withdraw' && <WithdrawModal offer={offer} onClose={close} />}
      {asked === 'discard' && <DiscardModal offer={offer} onClose={close} />}
    </>
  );
}

function WithdrawModal({ offer, onClose }: { offer: OfferView; onClose: () => void }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (reason: string) =>
      api.post<OfferView>(`/offers/${offer.id}/withdraw`, { reason }, { ifMatch: offer.version }),
    onSuccess: async (changed) => {
      queryClient.setQueryData(offerQuery(offer.id).queryKey, changed);
      onClose();
      await queryClient.invalidateQueries({ queryKey: ['offers'] });
    },
  });
  return (
    <ConfirmModal
      title={t`Withdraw this offer?`}
      consequence={t`It leaves the catalogue at once. Everybody who applied or holds a place is told, with your reason. This cannot be undone.`}
      confirmLabel={t`Withdraw offer`}
      reasonLabel={t`Reason, for everybody who applied`}
      onConfirm={(reason) => withdraw.mutate(reason)}
      onClose={onClose}
      isPending={withdraw.isPending}
      error={withdraw.error}
    />
  );
}

function DiscardModal({ offer, onClose }: { offer: OfferView; onClose: () => void }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const discard = useMutation({
    mutationFn: () => api.delete(`/offers/${offer.id}`, { ifMatch: offer.version }),
    onSuccess: async () => {
      await navigate({ to: '/offers' });
      queryClient.removeQueries({ queryKey: offerQuery(offer.id).queryKey });
      await queryClient.invalidateQueries({ queryKey: ['offers'] });
      await toast(t`The draft is gone.`);
    },
  });
  return (
    <ConfirmModal
      title={t`Discard this draft?`}
      consequence={t`Nobody outside ${offer.provider.name} has seen it. It cannot be brought back.`}
      confirmLabel={t`Discard draft`}
      onConfirm={() => discard.mutate()}
      onClose={onClose}
      isPending={discard.isPending}
      error={discard.error}
    />
  );
}
