import type { OfferView } from '@collegium/contract/offers';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import type { Tone } from '../../ui/Status.tsx';
import { deadlineOf } from '../catalogue/deadline.ts';
import { stateNames } from '../names.ts';
import { useNow } from '../useNow.ts';

/** How an offer stands now, in a tone and words that say until when. */
export function useOfferStatus(offer: OfferView): { tone: Tone; words: string } {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  const now = useNow();
  if (offer.state !== 'published') {
    const { tone, name } = stateNames[offer.state];
    return { tone, words: t(name) };
  }
  const deadline = deadlineOf(offer, now);
  const isFull = offer.allocatedBy === 'first_come' && offer.placesTaken >= offer.places;
  switch (deadline.state) {
    case 'open':
      return isFull
        ? { tone: 'wait', words: t`Full, with a waiting list` }
        : { tone: 'active', words: t`Open for applications` };
    case 'closed':
      return { tone: 'idle', words: t`Applications are closed` };
    case 'no round':
      return { tone: 'wait', words: t`Waiting for a round to open` };
    case 'opens': {
      const at = dateTime(deadline.at);
      return { tone: 'wait', words: t`Opens ${at}` };
    }
    case 'closes': {
      const at = dateTime(deadline.at);
      return isFull
        ? { tone: 'wait', words: t`Full, waiting list until ${at}` }
        : { tone: 'active', words: t`Open until ${at}` };
    }
  }
}
