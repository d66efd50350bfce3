import type { BookingView } from '@collegium/contract/sharing/bookings';
import { Button, TextInput } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { toast } from '../../ui/toast.ts';
import { Alternatives } from '../booking/Alternatives.tsx';
import { BookingModal } from '../booking/BookingModal.tsx';
import { CheckList } from '../booking/CheckList.tsx';
import { checksOf } from '../booking/checks.ts';
import { hoursBetween, useWhen } from '../booking/useWhen.ts';
import { bookingChanged, resourceQuery } from '../queries.ts';
import { clashOf } from './clashes.ts';
import type { Draft } from './draft.ts';
import type { Row } from './rows.ts';

interface DraftPanelProps {
  draft: Draft;
  rows: readonly Row[];
  now: number;
  onDraft: (draft: Draft | undefined) => void;
}

/** The time that is being chosen: what it needs and costs, then the button. */
export function DraftPanel({ draft, rows, now, onDraft }: DraftPanelProps) {
  const { t } = useLingui();
  const { text } = useFormat();
  const { acting } = useSession();
  const when = useWhen();
  const [purpose, setPurpose] = useState('');
  const [isWhole, setWhole] = useState(false);
  const { data: resource } = useQuery(resourceQuery(draft.resourceId));
  const row = rows.find((one) => one.resource.id === draft.resourceId);
  const [starts, ends] = [new Date(draft.startsAt).toISOString(), new Date(draft.endsAt).toISOString()];
  const { moving } = draft;
  const book = useMutation({
    mutationFn: (orWait: boolean) =>
      moving
        ? api.put<BookingView>(`/bookings/${moving.id}`, { starts, ends }, { ifMatch: moving.version })
        : api.post<BookingView>('/bookings', {
            resources: [{ resourceId: draft.resourceId }],
            starts,
            ends,
            purpose,
            orWait,
          }),
    onSuccess: async (booking) => {
      await bookingChanged(booking);
      onDraft(undefined);
      void toast(
        moving
          ? t`The booking was moved.`
          : booking.state === 'confirmed'
            ? t`Booked.`
            : t`Asked for; you will be told.`,
      );
    },
  });
  const hours = hoursBetween(draft.startsAt, draft.endsAt);
  const name = resource ? text(resource.name) : row ? text(row.resource.name) : '';
  const clash = row && clashOf(row, draft, now);
  const there = row && when.there(starts, ends, row.resource.timeZone);
  return (
    <section className="hold-panel" aria-label={t`New booking`}>
      <div className="sec-h">
        <h2>{moving ? t`Move to` : t`Book ${name}`}</h2>
      </div>
      <div>
        <div className="hold-t num">{when.own(starts, ends)}</div>
        {there && <div className="sub">{there}</div>}
      </div>
      {resource && !moving && (
        <CheckList
          hours={hours}
          checks={checksOf(resource, {
            minutes: hours * 60,
            endsAt: draft.endsAt,
            organisationId: acting.organisation.id,
          })}
        />
      )}
      {!moving && (
        <TextInput
          label={t`What for`}
          value={purpose}
          maxLength={2_000}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
      )}
      {(clash || book.error) && (
        <Alternatives
          resourceIds={[draft.resourceId]}
          minutes={hours * 60}
          from={starts}
          error={book.error}
          clash={clash}
          onChoose={(start, end) => {
            book.reset();
            onDraft({ ...draft, startsAt: Date.parse(start), endsAt: Date.parse(end) });
          }}
          {...(!moving && { onWait: () => book.mutate(true) })}
        />
      )}
      <div className="form-actions">
        <Button
          id="book-it"
          variant="filled"
          loading={book.isPending}
          disabled={clash !== undefined}
          onClick={() => book.mutate(false)}
        >
          {moving ? <Trans>Move here</Trans> : <Plural value={hours} one="Book # hour" other="Book # hours" />}
        </Button>
        {!moving && (
          <Button onClick={() => setWhole(true)}>
            <Trans>More choices</Trans>
          </Button>
        )}
        <Button variant="subtle" onClick={() => onDraft(undefined)}>
          <Trans>Let go</Trans>
        </Button>
      </div>
      {isWhole && (
        <BookingModal
          resourceIds={[draft.resourceId]}
          starts={starts}
          ends={ends}
          purpose={purpose}
          onClose={() => setWhole(false)}
          onBooked={() => onDraft(undefined)}
        />
      )}
    </section>
  );
}
