import type { OfferView } from '@collegium/contract/offers';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { Facts } from '../../ui/Facts.tsx';
import { PromiseBar } from '../../ui/PromiseBar.tsx';
import { RailSection } from '../../ui/RailSection.tsx';
import { levelNames } from '../../ui/level-names.ts';
import { allocationNames } from '../names.ts';
import { useWords } from '../useWords.ts';

/** Places, the window for applications, and the facts by which offers are compared. */
export function OfferRail({ offer }: { offer: OfferView }) {
  const { t } = useLingui();
  const { number, list, dateTime } = useFormat();
  const { languageName, fieldName, termName } = useWords();
  const opensAt = offer.round?.opensAt ?? offer.applicationsOpenAt;
  const closesAt = offer.round?.closesAt ?? offer.applicationsCloseAt;
  const brief = [
    [t`Unit`, offer.unit?.name],
    [t`Field`, offer.fieldCode && fieldName(offer.fieldCode)],
    [t`Level`, offer.level && t(levelNames[offer.level])],
    [t`Language`, offer.languages.length > 0 && list(offer.languages.map(languageName))],
    [t`Credits`, offer.creditsEcts !== null && t`${number(offer.creditsEcts)} ECTS`],
    [t`Hours`, offer.hours !== null && number(offer.hours)],
    [t`Term`, offer.term && termName(offer.term)],
  ].filter((fact): fact is [string, string] => typeof fact[1] === 'string');
  return (
    <>
      <RailSection title={t`Places`}>
        <Places offer={offer} />
      </RailSection>
      <RailSection title={t`Apply`}>
        <Facts
          items={[
            [t`Places are given`, t(allocationNames[offer.allocatedBy])],
            [t`Round`, offer.round && <RoundName offer={offer} />],
            [t`Opens`, opensAt && dateTime(opensAt)],
            [t`Closes`, closesAt && dateTime(closesAt)],
          ]}
        />
      </RailSection>
      {brief.length > 0 && (
        <RailSection title={t`In brief`}>
          <Facts items={brief} />
        </RailSection>
      )}
    </>
  );
}

function Places({ offer: { places, placesTaken, waiting } }: { offer: OfferView }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const left = places - placesTaken;
  return (
    <>
      <p className="num">
        <Trans>
          <b className="strong">{number(left)}</b> of {number(places)} left
        </Trans>
      </p>
      <PromiseBar delivered={placesTaken} promised={places} unit={t`places taken`} />
      {waiting > 0 && (
        <p className="sub">
          <Plural value={waiting} one="# person is on the waiting list" other="# people are on the waiting list" />
        </p>
      )}
    </>
  );
}

function RoundName({ offer }: { offer: OfferView }) {
  const { text } = useFormat();
  return <>{offer.round && text(offer.round.name)}</>;
}
