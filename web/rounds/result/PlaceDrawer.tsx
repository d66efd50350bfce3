import type { AllocationItem, LearnerResultView } from '@collegium/contract/allocation';
import type { RoundOfferItem, RoundView } from '@collegium/contract/rounds';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Drawer, Select, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { itemsOf, pagesQuery } from '../../api/pages.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { toast } from '../../ui/toast.ts';
import { roundChanged } from '../queries.ts';

const noPlace = 'none';

/** Gives, moves or takes away a place by hand. The reason is asked for, since the learner reads it. */
export function PlaceDrawer({
  round,
  learner,
  onClose,
}: {
  round: RoundView;
  learner: AllocationItem;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const [offerId, setOfferId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const place = useMutation({
    mutationFn: () =>
      api.put<LearnerResultView>(
        `/rounds/${round.id}/allocations/${learner.applicationId}`,
        { offerId: offerId === noPlace ? null : offerId, reason: reason.trim() },
        { ifMatch: round.version },
      ),
    onSuccess: async () => {
      onClose();
      await roundChanged();
      await toast(t`${learner.name} was placed by hand.`);
    },
    onError: () => void roundChanged(),
  });
  return (
    <Drawer
      opened
      position="right"
      onClose={onClose}
      title={t`Place ${learner.name} by hand`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <div className="form">
        <p className="sub">
          <Trans>
            The run’s result stays on record, and the published proof lists this change under the learner’s pseudonym.
            An offer never gets more learners than it has places.
          </Trans>
        </p>
        <OfferSelect round={round} learner={learner} value={offerId} onChange={setOfferId} />
        <Textarea
          label={t`Reason`}
          description={t`${learner.name} reads it with the result.`}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          minRows={3}
          autosize
        />
        <ProblemNote error={place.error} />
        <div className="form-actions">
          <Button
            variant="filled"
            disabled={offerId === null || reason.trim().length < 3}
            loading={place.isPending}
            onClick={() => place.mutate()}
          >
            <Trans>Place by hand</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </div>
    </Drawer>
  );
}

interface OfferSelectProps {
  round: RoundView;
  learner: AllocationItem;
  value: string | null;
  onChange: (value: string | null) => void;
}

function OfferSelect({ round, learner, value, onChange }: OfferSelectProps) {
  const { t } = useLingui();
  const { text } = useFormat();
  const [words, setWords] = useState('');
  const [settled] = useDebouncedValue(words, 250);
  const query = useInfiniteQuery(
    pagesQuery<RoundOfferItem>(`/rounds/${round.id}/offers`, { words: settled, limit: 50 }),
  );
  const offers = itemsOf(query.data).filter((offer) => !offer.isWithdrawn && offer.id !== learner.offer?.id);
  return (
    <Select
      label={t`Place in`}
      placeholder={t`Search the offers of this round`}
      searchable
      value={value}
      onChange={onChange}
      onSearchChange={setWords}
      data={[
        ...(learner.offer ? [{ value: noPlace, label: t`No place: take it away` }] : []),
        ...offers.map((offer) => ({ value: offer.id, label: `${text(offer.title)} · ${offer.organisation.name}` })),
      ]}
      nothingFoundMessage={t`No offer fits`}
    />
  );
}
