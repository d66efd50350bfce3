import type { BookingView } from '@collegium/contract/sharing/bookings';
import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Facts } from '../../ui/Facts.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { RailSection } from '../../ui/RailSection.tsx';
import { Status } from '../../ui/Status.tsx';
import { answerNames } from '../names.ts';
import { bookingChanged } from '../queries.ts';

/** Dates of a booking, who agreed, and who takes part. */
export function BookingRail({ booking }: { booking: BookingView }) {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  const { person } = useSession();
  const answer = useMutation({
    mutationFn: (value: 'accepted' | 'declined') => api.post(`/bookings/${booking.id}/answer`, { answer: value }),
    onSuccess: () => bookingChanged(),
  });
  return (
    <>
      <RailSection title={t`Dates`}>
        <Facts
          items={[
            [t`Asked for`, dateTime(booking.createdAt)],
            [t`Checked in`, booking.checkedInAt && dateTime(booking.checkedInAt)],
            [t`Finished`, booking.releasedAt && dateTime(booking.releasedAt)],
            [t`Free to cancel`, booking.abilities.cancel ? t`until ${dateTime(booking.cancelFreeUntil)}` : ''],
            [t`Place’s time`, booking.timeZone],
          ]}
        />
      </RailSection>
      {booking.approvals.length > 0 && (
        <RailSection title={t`Approval`}>
          <ul className="rows">
            {booking.approvals.map(({ side, by, isApproved, decidedAt }) => (
              <li key={side}>
                <div className="row booking-line">
                  <div>
                    <div>{by}</div>
                    <div className="cap">{dateTime(decidedAt)}</div>
                  </div>
                  <Status tone={isApproved ? 'good' : 'bad'}>{isApproved ? t`Approved` : t`Declined`}</Status>
                </div>
              </li>
            ))}
          </ul>
        </RailSection>
      )}
      {booking.attendees.length > 0 && (
        <RailSection title={t`Who takes part`}>
          <ul className="rows">
            {booking.attendees.map(({ personId, name, answer: given }) => (
              <li key={personId}>
                <div className="row with-mark">
                  <PersonMark name={name} size={28} />
                  <span>{name}</span>
                  <Status tone={answerNames[given].tone}>{t(answerNames[given].name)}</Status>
                </div>
                {personId === person.id && (
                  <div className="form-actions">
                    <Button size="xs" onClick={() => answer.mutate('accepted')}>
                      <Trans>I come</Trans>
                    </Button>
                    <Button size="xs" onClick={() => answer.mutate('declined')}>
                      <Trans>I do not come</Trans>
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ul>
          <ProblemNote error={answer.error} />
        </RailSection>
      )}
    </>
  );
}
