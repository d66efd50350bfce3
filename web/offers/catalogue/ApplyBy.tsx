import type { OfferListItem } from '@collegium/contract/offers/catalogue';
import { Trans } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../useNow.ts';
import { deadlineOf } from './deadline.ts';

/** Until when one may apply; what closes within a week stands out, in weight and words, not by colour alone. */
export function ApplyBy({ offer }: { offer: OfferListItem }) {
  const { day, dateTime } = useFormat();
  const deadline = deadlineOf(offer, useNow());
  switch (deadline.state) {
    case 'open':
      return <Trans>open</Trans>;
    case 'closed':
      return <Trans>closed</Trans>;
    case 'no round':
      return <Trans>when a round opens</Trans>;
    case 'opens': {
      const opens = day(deadline.at);
      return (
        <time dateTime={deadline.at} title={dateTime(deadline.at)}>
          <Trans>opens {opens}</Trans>
        </time>
      );
    }
    case 'closes':
      return (
        <time dateTime={deadline.at} title={dateTime(deadline.at)} className={deadline.isSoon ? 'soon' : ''}>
          {day(deadline.at)}
        </time>
      );
  }
}
