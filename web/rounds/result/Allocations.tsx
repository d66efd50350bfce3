import type { AllocationItem } from '@collegium/contract/allocation';
import type { RoundView } from '@collegium/contract/rounds';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { itemsOf, pagesQuery } from '../../api/pages.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { SearchList } from '../../ui/SearchList.tsx';
import { Section } from '../../ui/Section.tsx';
import { Status } from '../../ui/Status.tsx';
import { PlaceDrawer } from './PlaceDrawer.tsx';
import { useChoice } from './useChoice.ts';

const outcomes = ['all', 'placed', 'unplaced', 'by_hand'] as const;
type Outcome = (typeof outcomes)[number];

/** The result learner by learner, at first those who still need somebody; from a row one places by hand. */
export function Allocations({ round, unplaced }: { round: RoundView; unplaced: number }) {
  const { t } = useLingui();
  const [words, setWords] = useState('');
  const [outcome, setOutcome] = useState<Outcome>(unplaced > 0 && round.abilities.place ? 'unplaced' : 'all');
  const [placing, place] = useState<AllocationItem>();
  const query = useInfiniteQuery(
    pagesQuery<AllocationItem>(`/rounds/${round.id}/allocations`, {
      words,
      outcome: outcome === 'all' ? undefined : outcome,
    }),
  );
  const names = { all: t`All`, placed: t`Placed`, unplaced: t`Not placed`, by_hand: t`By hand` };
  const nobody = {
    all: t`Nobody takes part`,
    placed: t`Nobody has a place`,
    unplaced: t`Everybody has a place`,
    by_hand: t`Nobody was placed by hand`,
  };
  const items = itemsOf(query.data);
  return (
    <Section
      title={t`Learner by learner`}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t`Which learners`}
          value={outcome}
          onChange={(value) => setOutcome(outcomes.find((one) => one === value) ?? 'all')}
          data={outcomes.map((value) => ({ value, label: names[value] }))}
        />
      }
    >
      <SearchList
        label={t`Search learners by name`}
        words={words}
        onWords={setWords}
        sentence={query.data && <Plural value={items.length} one="# learner shown" other="# learners shown" />}
        onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
        isLoadingMore={query.isFetchingNextPage}
      >
        {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
        {query.data && items.length === 0 && (
          <Empty
            title={words.trim() === '' ? nobody[outcome] : t`No such name`}
            why={words.trim() === '' ? t`The other groups stand above.` : t`Use fewer letters, or choose all learners.`}
          />
        )}
        <ul className="rows">
          {items.map((item) => (
            <li key={item.applicationId}>
              <AllocationRow item={item} onPlace={round.abilities.place ? () => place(item) : undefined} />
            </li>
          ))}
        </ul>
      </SearchList>
      {placing && <PlaceDrawer round={round} learner={placing} onClose={() => place(undefined)} />}
    </Section>
  );
}

function AllocationRow({ item, onPlace }: { item: AllocationItem; onPlace: (() => void) | undefined }) {
  const { text } = useFormat();
  const choice = useChoice();
  return (
    <div className="row hov allocation-row">
      <OrgMark text={item.organisation.shortMark} name={item.organisation.name} />
      <div>
        <div className="row-t">{item.name}</div>
        <div className="sub">{item.offer ? text(item.offer.title) : item.organisation.name}</div>
      </div>
      <Status tone={item.offer ? 'good' : 'stopped'}>
        {!item.offer && <Trans>Not placed</Trans>}
        {item.offer && item.rank !== null && choice(item.rank)}
        {item.offer && item.rank === null && <Trans>Not wished for</Trans>}
      </Status>
      <span className="cap">{item.isByHand && <Trans>by hand</Trans>}</span>
      {onPlace && (
        <Button size="xs" onClick={onPlace}>
          <Trans>Place by hand</Trans>
        </Button>
      )}
    </div>
  );
}
