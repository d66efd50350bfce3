import type { ApplicationView } from '@collegium/contract/applications';
import { useLingui } from '@lingui/react/macro';
import { useSession } from '../api/session.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Facts } from '../ui/Facts.tsx';
import { RailSection } from '../ui/RailSection.tsx';

/** Who applied, from where, when, and until when an answer is due. */
export function ApplicationRail({ application }: { application: ApplicationView }) {
  const { t } = useLingui();
  const { dateTime, text, number } = useFormat();
  const isOwn = useSession().person.id === application.person.id;
  const { person, home, offer, round, submittedAt, respondBy, respondedAt, withdrawnAt, queuePosition } = application;
  return (
    <>
      {!isOwn && (
        <RailSection title={t`Learner`}>
          <Facts
            items={[
              [t`Name`, person.name],
              [t`Organisation`, home.name],
            ]}
          />
        </RailSection>
      )}
      <RailSection title={t`Dates`}>
        <Facts
          items={[
            [t`Submitted`, dateTime(submittedAt)],
            [t`Waiting list`, queuePosition && t`number ${number(queuePosition)}`],
            [t`Round`, offer && round && text(round.name)],
            [t`List closes`, round && dateTime(round.closesAt)],
            [t`Answer by`, respondBy && dateTime(respondBy)],
            [t`Answered`, respondedAt && dateTime(respondedAt)],
            [t`Withdrawn`, withdrawnAt && dateTime(withdrawnAt)],
          ]}
        />
      </RailSection>
    </>
  );
}
