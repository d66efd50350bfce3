import type { ConfirmationView } from '@collegium/contract/participation/journal';
import type { ParticipationView } from '@collegium/contract/participation/views';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { itemsOf } from '../api/pages.ts';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { journalChanged, journalQuery } from './journal-query.ts';
import { JournalRow } from './JournalRow.tsx';

/** All entries, latest day first. The provider chooses which to confirm, or confirms all that are shown. */
export function JournalList({ view }: { view: ParticipationView }) {
  const { t } = useLingui();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    journalQuery(view.id),
  );
  const confirm = useMutation({
    mutationFn: (entryIds: string[]) =>
      api.post<ConfirmationView>(`/participations/${view.id}/journal/confirmation`, { entryIds }),
    onSuccess: () => journalChanged(),
  });
  const entries = itemsOf(data);
  const chosen = entries.filter((entry) => entry.abilities.confirm && !left.has(entry.id));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  if (entries.length === 0)
    return <Empty title={t`Nothing written yet`} why={t`Each entry says what was done on a day, and for how long.`} />;
  function toggle(id: string) {
    setLeft((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  }
  return (
    <>
      {entries.some((entry) => entry.abilities.confirm) && (
        <div className="approve-acts">
          <Button
            variant="filled"
            leftSection={<IconCheck size={16} aria-hidden />}
            disabled={chosen.length === 0}
            loading={confirm.isPending}
            onClick={() => confirm.mutate(chosen.map((entry) => entry.id))}
          >
            {plural(chosen.length, { one: 'Confirm one entry', other: 'Confirm # entries' })}
          </Button>
        </div>
      )}
      <ProblemNote error={confirm.error} />
      <ul className="rows journal-rows">
        {entries.map((entry) => (
          <li key={entry.id}>
            <JournalRow view={view} entry={entry} isChosen={!left.has(entry.id)} onToggle={() => toggle(entry.id)} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t`Show earlier entries`}</Button>
      )}
    </>
  );
}
