import type { ApplicationView } from '@collegium/contract/applications';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconListNumbers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { ApplicationStatus } from '../ApplicationStatus.tsx';
import { useNextStep } from '../useNextStep.ts';
import { useTitle } from '../useTitle.ts';

/** One of the learner's applications: for what, how it stands, what comes next. */
export function MyApplicationRow({ application }: { application: ApplicationView }) {
  const nextStep = useNextStep();
  const title = useTitle();
  const { offer, abilities, round } = application;
  return (
    <div className="row hov application-row">
      {offer ? (
        <OrgMark text={offer.provider.shortMark} size={28} />
      ) : (
        <IconListNumbers size={24} stroke={1.5} aria-hidden />
      )}
      <div>
        <div className="row-t">
          <Link to="/applications/$applicationId" params={{ applicationId: application.id }}>
            {title(application)}
          </Link>
        </div>
        <div className="sub">
          <From application={application} />
        </div>
      </div>
      <div className="application-end">
        <ApplicationStatus state={application.state} />
        <span className="cap">{nextStep(application)}</span>
      </div>
      <span>
        {abilities.accept && (
          <Button
            size="xs"
            variant="filled"
            renderRoot={(props) => (
              <Link {...props} to="/applications/$applicationId" params={{ applicationId: application.id }} />
            )}
          >
            <Trans>Answer</Trans>
          </Button>
        )}
        {abilities.change && round && (
          <Button
            size="xs"
            renderRoot={(props) => <Link {...props} to="/rounds/$roundId/application" params={{ roundId: round.id }} />}
          >
            <Trans>Change list</Trans>
          </Button>
        )}
      </span>
    </div>
  );
}

function From({ application: { offer, round, wishes } }: { application: ApplicationView }) {
  const { text, dateRange } = useFormat();
  if (!offer) return <Plural value={wishes.length} one="A list of # wish" other="A list of # wishes" />;
  const when = offer.startsOn && offer.endsOn && dateRange(offer.startsOn, offer.endsOn);
  return <>{[offer.provider.name, when, round && text(round.name)].filter(Boolean).join(' · ')}</>;
}
