import type { AllocationItem } from '@collegium/contract/allocation';
import type { RoundView } from '@collegium/contract/rounds';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { itemsOf, pagesQuery } from '../../api/pages.ts';
import { Section } from '../../ui/Section.tsx';
import { learnerResultQuery } from '../queries.ts';
import { Explanation } from './Explanation.tsx';
import { PlaceDrawer } from './PlaceDrawer.tsx';
import { useChoice } from './useChoice.ts';

/** What one learner reads of the result, chosen by name, and the place to change it by hand. */
export function WhatALearnerSees({ round }: { round: RoundView }) {
  const { t } = useLingui();
  const [words, setWords] = useState('');
  const [settled] = useDebouncedValue(words, 250);
  const [chosen, choose] = useState<AllocationItem>();
  const [isPlacing, setPlacing] = useState(false);
  const label = useLabel();
  const path = `/rounds/${round.id}/allocations`;
  const first = itemsOf(useInfiniteQuery(pagesQuery<AllocationItem>(path, { limit: 30 })).data);
  const shown = chosen ?? first.find(({ rank }) => rank !== null && rank > 1) ?? first[0];
  // The field holds the name of who is shown until somebody types another.
  const search = shown && settled === label(shown) ? '' : settled;
  const learners = itemsOf(useInfiniteQuery(pagesQuery<AllocationItem>(path, { words: search, limit: 30 })).data);
  if (!shown) return null;
  return (
    <Section
      title={t`What a learner sees`}
      aside={
        <Select
          size="xs"
          w={230}
          aria-label={t`Learner`}
          searchable
          data={withShown(learners, shown).map((item) => ({ value: item.applicationId, label: label(item) }))}
          value={shown.applicationId}
          onSearchChange={setWords}
          filter={({ options }) => options}
          onChange={(id) => choose(withShown(learners, shown).find(({ applicationId }) => applicationId === id))}
        />
      }
    >
      <Shown round={round} applicationId={shown.applicationId} />
      {round.abilities.place && (
        <Button size="xs" mt={10} onClick={() => setPlacing(true)}>
          <Trans>Place {shown.name} by hand</Trans>
        </Button>
      )}
      {isPlacing && <PlaceDrawer round={round} learner={shown} onClose={() => setPlacing(false)} />}
    </Section>
  );
}

function Shown({ round, applicationId }: { round: RoundView; applicationId: string }) {
  const { data } = useQuery(learnerResultQuery(round.id, applicationId));
  return data ? <Explanation result={data} rankedBy={round.rankedBy} /> : null;
}

function useLabel(): (item: AllocationItem) => string {
  const { t } = useLingui();
  const choice = useChoice();
  return ({ name, offer, rank }) => {
    if (!offer) return t`${name}, not placed`;
    return rank === null ? t`${name}, by hand` : t`${name}, ${choice(rank)}`;
  };
}

function withShown(learners: AllocationItem[], shown: AllocationItem): AllocationItem[] {
  return learners.some(({ applicationId }) => applicationId === shown.applicationId) ? learners : [shown, ...learners];
}
