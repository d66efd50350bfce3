import type { OfferView } from '@collegium/contract/offers';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { kinds } from '../../ui/kinds.ts';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { StageLine } from '../../ui/StageLine.tsx';
import { Status } from '../../ui/Status.tsx';
import { usePlace } from '../usePlace.ts';
import { useWhen } from '../catalogue/useWhen.ts';
import { OfferActions } from './OfferActions.tsx';
import { useOfferStatus } from './useOfferStatus.ts';
import { useStages } from './useStages.ts';

/** What, how it stands, from whom, where and when, and what its provider may do with it. */
export function OfferHeader({ offer }: { offer: OfferView }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const status = useOfferStatus(offer);
  const { stages, current } = useStages(offer);
  const place = usePlace(offer);
  const when = useWhen(offer);
  return (
    <PageHeader
      title={text(offer.title)}
      crumbs={[
        { label: t`Catalogue`, to: '/catalogue' },
        { label: t(kinds[offer.kind].name), to: '/catalogue', search: { kind: [offer.kind] } },
      ]}
      status={
        <Status tone={status.tone} soft>
          {status.words}
        </Status>
      }
      facts={
        <>
          <Link className="offer-by" to="/organisations/$organisationId" params={{ organisationId: offer.provider.id }}>
            <OrgMark text={offer.provider.shortMark} size={20} />
            {offer.provider.name}
          </Link>
          <span>{place}</span>
          <span className="num">{when}</span>
        </>
      }
      actions={<OfferActions offer={offer} />}
    >
      {offer.state !== 'withdrawn' && <StageLine stages={stages} current={current} />}
    </PageHeader>
  );
}
