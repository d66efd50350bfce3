import type { OfferView } from '@collegium/contract/offers';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { Detail } from '../../ui/Detail.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { OfferBody } from './OfferBody.tsx';
import { OfferHeader } from './OfferHeader.tsx';
import { OfferNotes } from './OfferNotes.tsx';
import { OfferRail } from './OfferRail.tsx';
import { UsesRail } from './UsesRail.tsx';
import { offerQuery } from './queries.ts';
import './offer.css';

const route = getRouteApi('/open/offers/$offerId');

/** What the next stage of the pipeline shows on an offer's page: how the reader applies, and how that stands. */
export type ApplyPanel = ComponentType<{ offer: OfferView }>;

/** One offer. `applyPanel` comes from the next stage, which this one does not know. */
export function OfferPage({ applyPanel: Apply }: { applyPanel?: ApplyPanel }) {
  const { t } = useLingui();
  const { offerId } = route.useParams();
  const { data: offer, error, isPending, refetch } = useQuery(offerQuery(offerId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return (
    <>
      <OfferHeader offer={offer} />
      <Detail
        rail={
          <>
            <OfferRail offer={offer} />
            <UsesRail offerId={offer.id} />
          </>
        }
        railLabel={t`Places, dates and provider`}
      >
        <OfferNotes offer={offer} />
        {Apply && (offer.state === 'published' || offer.application) && <Apply offer={offer} />}
        <OfferBody offer={offer} />
      </Detail>
    </>
  );
}
