import type { ChoiceView } from '@collegium/contract/applications';
import { eligibilitySentence } from '@collegium/contract/eligibility-words';
import { fieldName } from '@collegium/contract/fields-of-education';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { Status } from '../../ui/Status.tsx';

interface ChoiceRowProps {
  choice: ChoiceView;
  isChosen: boolean;
  isFull: boolean;
  onAdd: () => void;
}

/** An offer of the round: what, from whom, how many places, and the way onto the list. */
export function ChoiceRow({ choice, isChosen, isFull, onAdd }: ChoiceRowProps) {
  const { t } = useLingui();
  const { text, language, dateRange } = useFormat();
  const { offer, places, eligibilityFailures: failures } = choice;
  const title = text(offer.title);
  const when = offer.startsOn && offer.endsOn && dateRange(offer.startsOn, offer.endsOn);
  return (
    <div className="row hov choice-row">
      <OrgMark text={offer.provider.shortMark} size={28} />
      <div>
        <div className="row-t">
          <Link to="/offers/$offerId" params={{ offerId: offer.id }}>
            {title}
          </Link>
        </div>
        <div className="sub">{[offer.provider.name, offer.city, when].filter(Boolean).join(' · ')}</div>
        {failures.map((failure) => (
          <div key={JSON.stringify(failure.rule)} className="fit wait">
            <IconAlertTriangle size={14} stroke={1.9} aria-hidden />
            {eligibilitySentence(failure, language, fieldName)}
          </div>
        ))}
      </div>
      <span className="sub num end choice-places">
        <Plural value={places} one="# place" other="# places" />
      </span>
      <span className="end">
        {isChosen && (
          <Status tone="good">
            <Trans>On your list</Trans>
          </Status>
        )}
        {!isChosen && failures.length === 0 && (
          <Button
            size="xs"
            disabled={isFull}
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label={t`Add ${title}`}
            onClick={onAdd}
          >
            <Trans>Add</Trans>
          </Button>
        )}
      </span>
    </div>
  );
}
