import type { CollectedView } from '@collegium/contract/rounds';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { itemsOf, pagesQuery } from '../../api/pages.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Facet } from '../../ui/Facet.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { SearchList } from '../../ui/SearchList.tsx';
import { toast } from '../../ui/toast.ts';
import { collectableQuery, roundChanged, roundQuery } from '../queries.ts';
import { CollectRow } from './CollectRow.tsx';
import { readCollectSearch, type CollectSearch } from './search.ts';
import '../rounds.css';

interface CollectPageProps<Item> {
  roundId: string;
  search: CollectSearch;
  what: 'offers' | 'learners';
  title: string;
  lede: string;
  searchLabel: string;
  idOf: (item: Item) => string;
  inputOf: (ids: string[]) => object;
  renderRow: (item: Item) => ReactNode;
  /** Above the list: scores, for instance. */
  children?: ReactNode;
}

/** What is in a round and what could be added, searched and filtered by organisation; rows and whole results are added. */
export function CollectPage<Item>(props: CollectPageProps<Item>) {
  const { roundId, search, what, title, lede, searchLabel, idOf, inputOf, renderRow, children } = props;
  const { t } = useLingui();
  const { text } = useFormat();
  const navigate = useNavigate();
  const round = useQuery(roundQuery(roundId));
  const isOutside = search.show === 'outside';
  const filter = { words: search.words, organisationId: search.organisationId };
  const query = useInfiniteQuery(
    pagesQuery<Item>(`/rounds/${roundId}/${isOutside ? 'collectable-' : ''}${what}`, filter),
  );
  const change = useMutation({
    mutationFn: (act: { add: object } | { drop: string }) =>
      'add' in act
        ? api.post<CollectedView>(`/rounds/${roundId}/${what}`, act.add)
        : api.delete<CollectedView>(`/rounds/${roundId}/${what}/${act.drop}`),
    onSuccess: async ({ added }, act) => {
      await roundChanged();
      if ('add' in act && added !== 1) await toast(t`${added} added.`);
    },
  });
  if (round.error) return <Failed error={round.error} onRetry={() => void round.refetch()} />;
  if (!round.data) return <Loading />;
  const { abilities, name } = round.data;
  const mayAdd = what === 'offers' ? abilities.collectOffers : abilities.collectLearners;
  const items = itemsOf(query.data);
  const choose = (next: CollectSearch) =>
    void navigate({
      to: `/rounds/$roundId/${what}`,
      params: { roundId },
      search: readCollectSearch({ ...search, ...next }),
      replace: true,
    });
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t`Allocation rounds`, to: '/rounds' },
          { label: text(name), to: '/rounds/$roundId', params: { roundId } },
        ]}
        lede={lede}
        actions={
          mayAdd && (
            <SegmentedControl
              aria-label={t`What to show`}
              value={isOutside ? 'outside' : 'inside'}
              onChange={(show) => choose({ show: show === 'outside' ? 'outside' : undefined })}
              data={[
                { value: 'inside', label: t`In the round` },
                { value: 'outside', label: t`Can be added` },
              ]}
            />
          )
        }
      />
      {children}
      <ProblemNote error={change.error} />
      <SearchList
        label={searchLabel}
        words={search.words ?? ''}
        onWords={(words) => choose({ words })}
        facets={
          <Organisations
            roundId={roundId}
            what={what}
            search={search}
            onChange={(organisationId) => choose({ organisationId })}
          />
        }
        sentence={query.data && <Plural value={items.length} one="# shown" other="# shown" />}
        aside={
          mayAdd &&
          isOutside &&
          items.length > 0 && (
            <Button
              size="xs"
              variant="filled"
              loading={change.isPending}
              onClick={() => change.mutate({ add: filter })}
            >
              <Trans>Add all that match</Trans>
            </Button>
          )
        }
        onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
        isLoadingMore={query.isFetchingNextPage}
      >
        {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && <Loading />}
        {query.data && items.length === 0 && (
          <Nothing isOutside={isOutside} onAdd={mayAdd ? () => choose({ show: 'outside' }) : undefined} />
        )}
        <ul className="rows">
          {items.map((item) => (
            <li key={idOf(item)}>
              <CollectRow
                isOutside={isOutside}
                onAdd={mayAdd ? () => change.mutate({ add: inputOf([idOf(item)]) }) : undefined}
                onDrop={round.data.state === 'draft' && mayAdd ? () => change.mutate({ drop: idOf(item) }) : undefined}
              >
                {renderRow(item)}
              </CollectRow>
            </li>
          ))}
        </ul>
      </SearchList>
    </>
  );
}

function Nothing({ isOutside, onAdd }: { isOutside: boolean; onAdd: (() => void) | undefined }) {
  const { t } = useLingui();
  if (isOutside)
    return (
      <Empty title={t`Nothing to add`} why={t`Everything that fits is in the round already, or try fewer words.`} />
    );
  return (
    <Empty
      title={t`Nothing here`}
      why={t`Nothing is in the round yet, or nothing fits your words.`}
      action={
        onAdd && (
          <Button variant="filled" onClick={onAdd}>
            <Trans>See what can be added</Trans>
          </Button>
        )
      }
    />
  );
}

interface OrganisationsProps {
  roundId: string;
  what: 'offers' | 'learners';
  search: CollectSearch;
  onChange: (ids: string[]) => void;
}

function Organisations({ roundId, what, search, onChange }: OrganisationsProps) {
  const { t } = useLingui();
  const { data } = useQuery(collectableQuery(roundId));
  const isOutside = search.show === 'outside';
  const options = (data?.items ?? []).map(({ id, name, [what]: count }) => ({
    value: id,
    label: name,
    ...(isOutside && { count }),
  }));
  return (
    <Facet
      title={t`Organisation`}
      options={options}
      selected={search.organisationId ?? []}
      onChange={onChange}
      shown={12}
    />
  );
}
