import type { AppliedOffer, ChoiceView } from '@collegium/contract/applications';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { itemsOf, pagesQuery } from '../../api/pages.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { SearchList } from '../../ui/SearchList.tsx';
import { ChoiceRow } from './ChoiceRow.tsx';

const route = getRouteApi('/open/member/rounds/$roundId/application');

interface ChoicesProps {
  roundId: string;
  /** Ids of the offers that are on the list. */
  chosen: ReadonlySet<string>;
  /** No more wishes are allowed. */
  isFull: boolean;
  onAdd: (offer: AppliedOffer) => void;
}

/** The offers of the round, to be searched and added; each says what the reader does not meet. */
export function Choices({ roundId, chosen, isFull, onAdd }: ChoicesProps) {
  const { t } = useLingui();
  const { words = '' } = route.useSearch();
  const navigate = useNavigate({ from: '/rounds/$roundId/application' });
  const query = useInfiniteQuery(pagesQuery<ChoiceView>(`/rounds/${roundId}/choices`, { words }));
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const items = itemsOf(data);
  return (
    <SearchList
      label={t`Search the offers of this round`}
      words={words}
      onWords={(typed) =>
        void navigate({ search: (search) => ({ ...search, words: typed || undefined }), replace: true })
      }
      sentence={isFull ? <Full /> : data && <Found count={items.length} isMore={hasNextPage} />}
      onMore={hasNextPage ? () => void fetchNextPage() : undefined}
      isLoadingMore={isFetchingNextPage}
    >
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {data && items.length === 0 && <Empty title={t`No offer fits`} why={t`Try fewer or other words.`} />}
      <ul className="rows">
        {items.map((choice) => (
          <li key={choice.offer.id}>
            <ChoiceRow
              choice={choice}
              isChosen={chosen.has(choice.offer.id)}
              isFull={isFull}
              onAdd={() => onAdd(choice.offer)}
            />
          </li>
        ))}
      </ul>
    </SearchList>
  );
}

function Full() {
  return <Trans>Your list is full. Take a wish off to add another.</Trans>;
}

function Found({ count, isMore }: { count: number; isMore: boolean }) {
  if (isMore) return <Trans>The first {count} offers</Trans>;
  return <Plural value={count} one="# offer" other="# offers" />;
}
