import type { BookingView } from '@collegium/contract/sharing/bookings';
import { Button, Modal, Radio, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty } from '../../ui/Empty.tsx';
import { FormActions } from '../../ui/FormActions.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { calendarQuery } from '../queries.ts';
import { useBookingAct } from './useBookingAct.ts';
import { useWhen } from './useWhen.ts';

const fourWeeks = 28 * 86_400_000;

/** Proposes to another holder of the same resource that the two exchange their times. */
export function SwapModal({ booking, onClose }: { booking: BookingView; onClose: () => void }) {
  const { t } = useLingui();
  const when = useWhen();
  const [otherId, setOther] = useState('');
  const [message, setMessage] = useState('');
  const [from] = useState(() => new Date().toISOString());
  const swap = useBookingAct(booking, 'swaps', onClose);
  const ids = booking.resources.filter(({ isPart }) => !isPart).map(({ id }) => id);
  const { data, isPending } = useQuery(calendarQuery(ids, from, new Date(Date.parse(from) + fourWeeks).toISOString()));
  const others = (data?.resources[0]?.blocks ?? []).filter(
    ({ bookingId, isOwn, state, kind }) => bookingId !== undefined && !isOwn && state === 'confirmed' && kind === 'use',
  );
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
        {data && others.length === 0 && (
          <Empty
            title={t`Nobody to swap with`}
            why={t`In the next four weeks nobody else holds it in a booking that you may see.`}
          />
        )}
        {others.length > 0 && (
          <>
            <Radio.Group label={t`With which time`} value={otherId} onChange={setOther}>
              <div className="form-actions">
                {others.map(({ bookingId, startsAt, endsAt, holderName, organisationName }) => (
                  <Radio
                    key={bookingId}
                    value={bookingId ?? ''}
                    label={[when.short(startsAt, endsAt), holderName, organisationName].filter(Boolean).join(' · ')}
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
