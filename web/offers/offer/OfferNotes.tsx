import type { OfferView } from '@collegium/contract/offers';
import { Trans } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { Note } from '../../ui/Note.tsx';

/** What one must know before reading on: nobody sees a draft yet, a withdrawn offer is gone, and why. */
export function OfferNotes({ offer }: { offer: OfferView }) {
  const { dateTime } = useFormat();
  if (offer.state === 'draft')
    return (
      <Note tone="idle">
        <Trans>This is how others will see the offer. Only people of {offer.provider.name} see it now.</Trans>
      </Note>
    );
  if (offer.state !== 'withdrawn') return null;
  const when = offer.withdrawnAt && dateTime(offer.withdrawnAt);
  return (
    <Note tone="bad">
      <span className="strong">
        <Trans>
          {offer.provider.name} withdrew this offer on {when}.
        </Trans>
      </span>
      <p className="sub">{offer.withdrawalReason}</p>
    </Note>
  );
}
