import type { RankedListView } from '@collegium/contract/applications';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useReducer, useState } from 'react';
import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { applicationChanged, rankedListQuery } from '../queries.ts';
import { findDraft, forgetDraft, keepDraft } from './kept-draft.ts';
import { isChanged, takeStep, type WishDraft } from './wish-draft.ts';

/** The list being edited, what changes it, and how it is submitted. Nothing reaches the server before that. */
export function useWishes(view: RankedListView) {
  const roundId = view.round.id;
  const [draft, step] = useReducer(takeStep, view, startDraft);
  const savedStatement = view.application?.statement ?? '';
  const [statement, setStatement] = useState(() => findDraft(roundId, view.version)?.statement ?? savedStatement);
  const hasChanges = isChanged(draft) || statement !== savedStatement;
  const { version, wishes } = draft;

  useEffect(() => {
    if (hasChanges) keepDraft(roundId, { version, wishes, statement });
    else forgetDraft(roundId);
  }, [roundId, version, wishes, statement, hasChanges]);

  function load(loaded: RankedListView) {
    step({ type: 'load', wishes: offersOf(loaded), version: loaded.version });
    setStatement(loaded.application?.statement ?? '');
  }
  const save = useMutation({
    mutationFn: (offerIds: string[]) =>
      api.put<RankedListView>(`/rounds/${roundId}/application`, { offerIds, statement }, { ifMatch: version }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(rankedListQuery(roundId).queryKey, saved);
      load(saved);
      if (saved.application) await applicationChanged(saved.application);
    },
  });
  const reload = async () => {
    load(await queryClient.fetchQuery({ ...rankedListQuery(roundId), staleTime: 0 }));
    save.reset();
  };
  return { draft, step, statement, setStatement, hasChanges, save, reload };
}

function offersOf(view: RankedListView) {
  return view.application?.wishes.map(({ offer }) => offer) ?? [];
}

function startDraft(view: RankedListView): WishDraft {
  const saved = offersOf(view);
  const draft: WishDraft = { wishes: saved, past: [], version: view.version, saved: saved.map(({ id }) => id) };
  const kept = findDraft(view.round.id, view.version);
  return kept ? { ...draft, wishes: kept.wishes, past: [saved] } : draft;
}
