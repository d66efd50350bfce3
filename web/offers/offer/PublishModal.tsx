import type { OfferView } from '@collegium/contract/offers';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { toast } from '../../ui/toast.ts';
import { offerQuery } from './queries.ts';
import './offer.css';

/** Asks before an offer binds its provider: who will see it, how many places, until when one may apply. */
export function PublishModal({ offer, onClose }: { offer: OfferView; onClose: () => void }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const provider = offer.provider.name;
  const publish = useMutation({
    mutationFn: () => api.post<OfferView>(`/offers/${offer.id}/publish`, undefined, { ifMatch: offer.version }),
    onSuccess: async (published) => {
      queryClient.setQueryData(offerQuery(offer.id).queryKey, published);
      onClose();
      await navigate({ to: '/offers/$offerId', params: { offerId: offer.id } });
      await queryClient.invalidateQueries({ queryKey: ['offers'] });
      await toast(t`The offer is in the catalogue.`);
    },
  });
  return (
    <ConfirmModal
      title={t`Publish this offer?`}
      consequence={<Consequence offer={offer} />}
      confirmLabel={t`Publish for ${provider}`}
      onConfirm={() => publish.mutate()}
      onClose={onClose}
      isPending={publish.isPending}
      error={publish.error}
    />
  );
}

function Consequence({ offer }: { offer: OfferView }) {
  const { dateTime } = useFormat();
  const closes = offer.applicationsCloseAt && dateTime(offer.applicationsCloseAt);
  return (
    <div className="consequence">
      <p>
        <Audience offer={offer} />{' '}
        <Plural
          value={offer.places}
          one="You promise # place."
          other="You promise # places; you may add more, and take away those that nobody holds."
        />
      </p>
      <p className="sub">
        {offer.allocatedBy === 'round' ? (
          <Trans>Places are given when a coordinator takes the offer into a round.</Trans>
        ) : closes ? (
          <Trans>Places are given at once to whoever comes first, until {closes}.</Trans>
        ) : (
          <Trans>Places are given at once to whoever comes first, until you withdraw the offer.</Trans>
        )}{' '}
        <Trans>Its kind, and how its places are given, cannot be changed afterwards.</Trans>
      </p>
    </div>
  );
}

function Audience({ offer: { audience, provider } }: { offer: OfferView }) {
  if (audience === 'network') return <Trans>Everybody will see it, also without signing in.</Trans>;
  if (audience === 'partners') return <Trans>Partners of {provider.name} will see it.</Trans>;
  if (audience === 'agreement') return <Trans>The parties of its agreement will see it.</Trans>;
  return <Trans>Only people of {provider.name} will see it.</Trans>;
}
