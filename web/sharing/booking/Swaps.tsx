import type { BookingView, SwapView } from '@collegium/contract/sharing/bookings';
import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { Section } from '../../ui/Section.tsx';
import { bookingChanged } from '../queries.ts';
import { useWhen } from './useWhen.ts';

/** Proposals to swap that wait for an answer. */
export function Swaps({ booking }: { booking: BookingView }) {
  const { t } = useLingui();
  if (booking.swaps.length === 0) return null;
  return (
    <Section title={t`Proposals to swap`}>
      <ul className="rows">
        {booking.swaps.map((swap) => (
          <li key={swap.id}>
            <SwapRow swap={swap} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function SwapRow({ swap }: { swap: SwapView }) {
  const when = useWhen();
  const navigate = useNavigate();
  const answer = useMutation({
    mutationFn: (isAccepted: boolean) => api.post(`/swaps/${swap.id}/answer`, { isAccepted }),
    onSuccess: async (_, isAccepted) => {
      // Who gave the booking away holds the other one now, and may not see this one any more.
      if (isAccepted) await navigate({ to: '/bookings' });
      await bookingChanged();
    },
  });
  return (
    <div className="row booking-line">
      <div>
        <div className="row-t">
          {swap.other.holderName === null ? (
            <Trans>
              {swap.proposedBy}: against {when.short(swap.other.startsAt, swap.other.endsAt)}
            </Trans>
          ) : (
            <Trans>
              {swap.proposedBy}: against {when.short(swap.other.startsAt, swap.other.endsAt)} of {swap.other.holderName}
            </Trans>
          )}
        </div>
        {swap.message !== '' && <div className="sub">{swap.message}</div>}
        <ProblemNote error={answer.error} />
      </div>
      {swap.isMineToAnswer ? (
        <div className="form-actions">
          <Button size="xs" variant="filled" loading={answer.isPending} onClick={() => answer.mutate(true)}>
            <Trans>Swap</Trans>
          </Button>
          <Button size="xs" onClick={() => answer.mutate(false)}>
            <Trans>No</Trans>
          </Button>
        </div>
      ) : (
        <span className="sub">
          <Trans>waits for an answer</Trans>
        </span>
      )}
    </div>
  );
}
