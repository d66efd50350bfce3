import { eligibilitySentence } from '@collegium/contract/eligibility-words';
import { fieldName } from '@collegium/contract/fields-of-education';
import type { OfferListItem } from '@collegium/contract/offers/catalogue';
import { Plural, Trans } from '@lingui/react/macro';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useSessionOrNull } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';

/** Whether the offer fits the reader, in words: for a learner the first condition that fails, for others what is asked. */
export function OfferFit({ offer }: { offer: OfferListItem }) {
  const { language } = useFormat();
  const isLearner = useSessionOrNull()?.acting.role === 'learner';
  const [failure, ...more] = offer.eligibilityFailures;
  if (failure)
    return (
      <div className="fit wait">
        <IconAlertTriangle size={14} stroke={1.9} aria-hidden />
        <span>
          {eligibilitySentence(failure, language, fieldName)}
          {more.length > 0 && (
            <>
              {' '}
              <Plural value={more.length} one="And # more condition." other="And # more conditions." />
            </>
          )}
        </span>
      </div>
    );
  if (isLearner && offer.asks > 0)
    return (
      <div className="fit good">
        <IconCircleCheck size={14} stroke={1.9} aria-hidden />
        <Trans>You meet its conditions</Trans>
      </div>
    );
  return (
    <div className="fit">
      <IconInfoCircle size={14} stroke={1.9} aria-hidden />
      <Asked offer={offer} />
    </div>
  );
}

function Asked({ offer: { asks, audience } }: { offer: OfferListItem }) {
  if (asks > 0) return <Plural value={asks} one="Asks # condition of learners" other="Asks # conditions of learners" />;
  if (audience === 'network') return <Trans>Open to everyone in the network</Trans>;
  if (audience === 'partners') return <Trans>For partners of the provider</Trans>;
  if (audience === 'agreement') return <Trans>For parties of its agreement</Trans>;
  return <Trans>For the provider’s own people</Trans>;
}
