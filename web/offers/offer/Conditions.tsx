import type { EligibilityRule } from '@collegium/contract/eligibility';
import { eligibilitySentence } from '@collegium/contract/eligibility-words';
import { fieldName } from '@collegium/contract/fields-of-education';
import type { OfferView } from '@collegium/contract/offers';
import { Trans } from '@lingui/react/macro';
import { IconAlertTriangle, IconCircleCheck, IconPoint } from '@tabler/icons-react';
import { useSessionOrNull } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';

/** For whom the offer is, and each condition; for a learner with whether it is met, and what to do when the profile does not say. */
export function Conditions({ offer }: { offer: OfferView }) {
  return (
    <>
      <p>
        <Audience offer={offer} />
      </p>
      {offer.eligibility.length > 0 && (
        <ul className="conditions">
          {offer.eligibility.map((rule, index) => (
            <Condition key={index} rule={rule} offer={offer} />
          ))}
        </ul>
      )}
    </>
  );
}

function Condition({ rule, offer }: { rule: EligibilityRule; offer: OfferView }) {
  const { language } = useFormat();
  const isLearner = useSessionOrNull()?.acting.role === 'learner';
  const asked = JSON.stringify(rule);
  const failure = offer.eligibilityFailures.find((one) => JSON.stringify(one.rule) === asked);
  if (failure)
    return (
      <li className="fit wait">
        <IconAlertTriangle size={15} stroke={1.9} aria-hidden />
        <span>{eligibilitySentence(failure, language, fieldName)}</span>
      </li>
    );
  return (
    <li className={isLearner ? 'fit good' : 'fit'}>
      {isLearner ? (
        <IconCircleCheck size={15} stroke={1.9} aria-hidden />
      ) : (
        <IconPoint size={15} stroke={1.9} aria-hidden />
      )}
      <span>
        {eligibilitySentence({ rule, isUnknown: false }, language, fieldName)}
        {isLearner && (
          <span className="vh">
            {' '}
            <Trans>You meet this.</Trans>
          </span>
        )}
      </span>
    </li>
  );
}

function Audience({ offer: { audience, provider } }: { offer: OfferView }) {
  if (audience === 'network') return <Trans>Everybody in the network.</Trans>;
  if (audience === 'partners') return <Trans>People of {provider.name} and of its partners.</Trans>;
  if (audience === 'agreement') return <Trans>People of the parties of its agreement.</Trans>;
  return <Trans>People of {provider.name}.</Trans>;
}
