import type { BookingView } from '@collegium/contract/sharing/bookings';
import { cancelReaches } from '@collegium/contract/sharing/terms';
import { Button, Radio } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { ChangeModal } from './ChangeModal.tsx';
import { CheckInModal } from './CheckInModal.tsx';
import { ExtendModal } from './ExtendModal.tsx';
import { isLoan } from './loan.ts';
import { RecallModal } from './RecallModal.tsx';
import { SwapModal } from './SwapModal.tsx';
import { useBookingAct } from './useBookingAct.ts';
import { useNow } from '../useNow.ts';
import { useMinute } from '../useMinute.ts';

type Dialog = 'recall' | 'cancel' | 'decline' | 'change' | 'extend' | 'check-in' | 'swap';

/** What the reader may do next; one of the buttons is filled. */
export function BookingActions({ booking }: { booking: BookingView }) {
  const { t } = useLingui();
  const { abilities, checkIn, checkedInAt, checkInOpensAt } = booking;
  const [dialog, setDialog] = useState<Dialog>();
  const now = useMinute();
  const close = () => setDialog(undefined);
  const approve = useBookingAct(booking, 'approve');
  const accept = useBookingAct(booking, 'accept');
  const finish = useBookingAct(booking, 'finish');
  const arrive = useBookingAct(booking, 'check-in');
  const canCheckIn = abilities.checkIn && checkedInAt === null && Date.parse(checkInOpensAt) <= now;
  return (
    <>
      {abilities.approve && (
        <Button className="grow" variant="filled" loading={approve.isPending} onClick={() => approve.mutate({})}>
          <Trans>Approve booking</Trans>
        </Button>
      )}
      {abilities.decline && (
        <Button onClick={() => setDialog('decline')}>
          <Trans>Decline</Trans>
        </Button>
      )}
      {abilities.accept && (
        <Button className="grow" variant="filled" loading={accept.isPending} onClick={() => accept.mutate({})}>
          <Trans>Accept this time</Trans>
        </Button>
      )}
      {canCheckIn && (
        <Button
          className="grow"
          variant="filled"
          loading={arrive.isPending}
          onClick={() => (checkIn === 'code' ? setDialog('check-in') : arrive.mutate({}))}
        >
          <Trans>Check in</Trans>
        </Button>
      )}
      {abilities.finish && (
        <Button loading={finish.isPending} onClick={() => finish.mutate({})}>
          {isLoan(booking) ? <Trans>Return</Trans> : <Trans>Finish now</Trans>}
        </Button>
      )}
      {abilities.recall && isLoan(booking) && (
        <Button onClick={() => setDialog('recall')}>
          <Trans>Call back</Trans>
        </Button>
      )}
      {abilities.extend && (
        <Button onClick={() => setDialog('extend')}>
          <Trans>Extend</Trans>
        </Button>
      )}
      {abilities.change && (
        <Button onClick={() => setDialog('change')}>
          <Trans>Change time</Trans>
        </Button>
      )}
      {abilities.swap && (
        <Button onClick={() => setDialog('swap')}>
          <Trans>Swap</Trans>
        </Button>
      )}
      {abilities.cancel && (
        <Button onClick={() => setDialog('cancel')}>
          <Trans>Cancel booking</Trans>
        </Button>
      )}
      <ProblemNote error={approve.error ?? accept.error ?? finish.error ?? arrive.error} />
      {dialog === 'cancel' && <CancelModal booking={booking} onClose={close} />}
      {dialog === 'decline' && <DeclineModal booking={booking} onClose={close} />}
      {dialog === 'change' && <ChangeModal booking={booking} onClose={close} />}
      {dialog === 'extend' && <ExtendModal booking={booking} onClose={close} />}
      {dialog === 'check-in' && <CheckInModal booking={booking} onClose={close} />}
      {dialog === 'recall' && <RecallModal booking={booking} onClose={close} />}
      {dialog === 'swap' && <SwapModal booking={booking} onClose={close} />}
      <span className="vh">{t`Actions of this booking`}</span>
    </>
  );
}

function CancelModal({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const { t } = useLingui();
  const cancel = useBookingAct(booking, 'cancel', onClose);
  const isLate = new Date(booking.cancelFreeUntil) < useNow();
  const [reach, setReach] = useState<CancelReach>('this');
  return (
    <ConfirmModal
      title={t`Cancel this booking?`}
      consequence={
        <>
          {isLate ? (
            <Trans>The time becomes free and everybody concerned is told. It is late, so its hours still count.</Trans>
          ) : (
            <Trans>
              The time becomes free, the next who waits gets it, and everybody concerned is told. Its hours do not
              count.
            </Trans>
          )}
          {booking.seriesId !== null && <ReachField value={reach} onChange={setReach} />}
        </>
      }
      confirmLabel={t`Cancel booking`}
      keepLabel={t`Keep booking`}
      reasonLabel={t`Why? Those concerned read this.`}
      onConfirm={(reason) => cancel.mutate({ reason, reach })}
      onClose={onClose}
      isPending={cancel.isPending}
      error={cancel.error}
    />
  );
}

type CancelReach = (typeof cancelReaches)[number];

/** Which occurrences of a recurring booking are meant. */
function ReachField({ value, onChange }: { value: CancelReach; onChange: (reach: CancelReach) => void }) {
  const { t } = useLingui();
  const names = {
    this: t`Only this one`,
    following: t`This one and those that follow`,
    series: t`All that have not begun`,
  };
  return (
    <Radio.Group label={t`It repeats. Which do you cancel?`} value={value} onChange={onChange} mt="sm">
      {cancelReaches.map((reach) => (
        <Radio key={reach} value={reach} label={names[reach]} mt={6} />
      ))}
    </Radio.Group>
  );
}

function DeclineModal({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const { t } = useLingui();
  const decline = useBookingAct(booking, 'decline', onClose);
  return (
    <ConfirmModal
      title={t`Decline this request?`}
      consequence={<Trans>{booking.holder.name} is told, with your reason. The time becomes free.</Trans>}
      confirmLabel={t`Decline request`}
      reasonLabel={t`Why? The person who asked reads this.`}
      onConfirm={(reason) => decline.mutate({ reason })}
      onClose={onClose}
      isPending={decline.isPending}
      error={decline.error}
    />
  );
}
