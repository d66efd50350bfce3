import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { offerQuery } from '../offer/queries.ts';
import { OfferForm } from './OfferForm.tsx';
import './form.css';

const route = getRouteApi('/open/member/offers/$offerId/edit');

/** Changes an offer step by step. */
export function EditOfferPage() {
  const { t } = useLingui();
  const { offerId } = route.useParams();
  const { step = 'what' } = route.useSearch();
  const { data: offer, error, isPending, refetch } = useQuery({ ...offerQuery(offerId), refetchOnWindowFocus: false });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  if (!offer.abilities.change)
    return (
      <Empty
        title={t`This offer cannot be changed`}
        why={t`It is withdrawn, or belongs to an organisation for which you do not act.`}
        action={
          <Link className="link" to="/offers/$offerId" params={{ offerId }}>
            <Trans>Read the offer</Trans>
          </Link>
        }
      />
    );
  return <OfferForm key={offer.id} offer={offer} step={step} />;
}
