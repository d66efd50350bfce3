import type { BookingView } from '@collegium/contract/sharing/bookings';
import { Button, Modal, Radio, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty } from '../../ui/Empty.tsx';
import { FormActions } from '../../ui/FormActions.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { swapChoicesQuery } from '../queries.ts';
import { useBookingAct } from './useBookingAct.ts';
import { useWhen } from './useWhen.ts';

/** Proposes to another holder of the same resource that the two exchange their times. */
export function SwapModal({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const { t } = useLingui();
  const when = useWhen();
  const [otherId, setOther] = useState('');
  const [message, setMessage] = useState('');
  const swap = useBookingAct(booking, 'swaps', onClose);
  const { data, error, isPending } = useQuery(swapChoicesQuery(booking.id));
  const others = data?.items ?? [];
  return (
    <Modal opened onClose={onClose} title={t`Swap with somebody`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          swap.mutate({ otherId, message });
        }}
      >
        {isPending && <Loading rows={3} />}
        <ProblemNote error={error} />
        {data && others.length === 0 && (
          <Empty
            title={t`Nobody to swap with`}
            why={t`Nobody else has a time of the same length here that is still to come.`}
          />
        )}
        {others.length > 0 && (
          <>
            <Radio.Group
              label={t`With which time`}
              description={t`Who holds it is asked, and may say no.`}
              value={otherId}
              onChange={setOther}
            >
              <div className="swap-choices">
                {others.map(({ bookingId, startsAt, endsAt, holderName }) => (
                  <Radio
                    key={bookingId}
                    value={bookingId}
                    label={[when.short(startsAt, endsAt), holderName].filter(Boolean).join(' · ')}
                  />
                ))}
              </div>
            </Radio.Group>
            <Textarea
              label={t`A word to the other`}
              maxLength={1_000}
              value={message}
              onChange={(event) => setMessage(event.currentTarget.value)}
            />
          </>
        )}
        <ProblemNote error={swap.error} />
        <FormActions>
          {others.length > 0 && (
            <Button type="submit" variant="filled" loading={swap.isPending} disabled={otherId === ''}>
              <Trans>Propose to swap</Trans>
            </Button>
          )}
          <Button onClick={onClose}>{others.length > 0 ? t`Cancel` : t`Close`}</Button>
        </FormActions>
      </form>
    </Modal>
  );
}
