import type { ApplicationView } from '@collegium/contract/applications';
import type { OfferView } from '@collegium/contract/offers';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Note } from '../../ui/Note.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { isPast } from '../is-past.ts';
import { applicationChanged } from '../queries.ts';

/** One click for a first-come place: a seat while there is one, else the waiting list; the answer says which. */
export function ClaimPanel({ offer }: { offer: OfferView }) {
  const { t } = useLingui();
  // One key for as long as the page stands: a click that is repeated after a lost answer claims once.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [statement, setStatement] = useState('');
  const [isMissing, setMissing] = useState(false);
  const claim = useMutation({
    mutationFn: () =>
      api.post<ApplicationView>(`/offers/${offer.id}/applications`, statement ? { statement } : {}, { idempotencyKey }),
    onSuccess: applicationChanged,
  });
  if (!offer.abilities.apply) return <Closed offer={offer} />;
  const isAsked = offer.asksStatement;
  function send() {
    setMissing(isAsked && statement.trim() === '');
    if (!isAsked || statement.trim() !== '') claim.mutate();
  }
  const isFull = offer.places <= offer.placesTaken || offer.waiting > 0;
  return (
    <div className="apply" aria-live="polite">
      <Note
        action={
          <Button variant="filled" loading={claim.isPending} onClick={send}>
            {isFull ? t`Join the waiting list` : t`Take a place`}
          </Button>
        }
      >
        {isFull ? <Queue waiting={offer.waiting} /> : <Seats left={offer.places - offer.placesTaken} />}
      </Note>
      {isAsked && (
        <Textarea
          label={t`Why you apply`}
          description={t`${offer.provider.name} and your organisation read it.`}
          autosize
          minRows={4}
          maxLength={10_000}
          value={statement}
          onChange={(event) => {
            setStatement(event.currentTarget.value);
            setMissing(false);
          }}
          error={isMissing && t`Say in your own words why you apply, then send.`}
        />
      )}
      <ProblemNote error={claim.error} />
    </div>
  );
}

function Seats({ left }: { left: number }) {
  return (
    <>
      <span className="strong">
        <Plural value={left} one="# place is left" other="# places are left" />
      </span>
      <p className="sub">
        <Trans>Whoever comes first has it. You can withdraw until it begins.</Trans>
      </p>
    </>
  );
}

function Queue({ waiting }: { waiting: number }) {
  return (
    <>
      <span className="strong">
        <Trans>All places are taken</Trans>
      </span>
      <p className="sub">
        <Plural
          value={waiting}
          _0="Nobody waits yet: you would be first in line."
          one="# person waits. A place that becomes free goes to the first in line at once."
          other="# people wait. A place that becomes free goes to the first in line at once."
        />
      </p>
    </>
  );
}

function Closed({ offer }: { offer: OfferView }) {
  const { dateTime } = useFormat();
  const { applicationsOpenAt: opensAt, applicationsCloseAt: closesAt } = offer;
  if (opensAt && !isPast(opensAt))
    return (
      <Note tone="idle">
        <Trans>Applications open on {dateTime(opensAt)}.</Trans>
      </Note>
    );
  if (!closesAt || !isPast(closesAt)) return null;
  return (
    <Note tone="idle">
      <Trans>Applications closed on {dateTime(closesAt)}.</Trans>
    </Note>
  );
}
