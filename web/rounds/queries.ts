import type { LearnerResultView, ProofView, ResultView } from '@collegium/contract/allocation';
import type { RankingView } from '@collegium/contract/ranking';
import type { CollectableOrganisations, RoundView } from '@collegium/contract/rounds';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';

/** While a run is going on, its progress is asked for so often. */
const runningMs = 1_000;

/** One round. */
export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: ['rounds', 'one', id],
    queryFn: ({ signal }) => api.get<RoundView>(`/rounds/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.run?.state === 'running' ? runningMs : false),
  });

/** The result in figures; read anew for every version of the round. */
export const resultQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['rounds', 'result', id, version],
    queryFn: ({ signal }) => api.get<ResultView>(`/rounds/${id}/result`, { signal }),
  });

/** What one learner got, as the coordinator reads it. */
export const learnerResultQuery = (id: string, applicationId: string) =>
  queryOptions({
    queryKey: ['rounds', 'allocation', id, applicationId],
    queryFn: ({ signal }) => api.get<LearnerResultView>(`/rounds/${id}/allocations/${applicationId}`, { signal }),
  });

/** The reader’s own result. */
export const ownResultQuery = (id: string) =>
  queryOptions({
    queryKey: ['rounds', 'own', id],
    queryFn: ({ signal }) => api.get<LearnerResultView>(`/rounds/${id}/result/own`, { signal }),
  });

/** What lets anybody check a result. */
export const proofQuery = (id: string) =>
  queryOptions({
    queryKey: ['rounds', 'proof', id],
    queryFn: ({ signal }) => api.get<ProofView>(`/rounds/${id}/proof`, { signal }),
  });

/** Applicants of an own offer, as it ranks them. */
export const rankingQuery = (id: string, offerId: string) =>
  queryOptions({
    queryKey: ['rounds', 'ranking', id, offerId],
    queryFn: ({ signal }) => api.get<RankingView>(`/rounds/${id}/offers/${offerId}/ranking`, { signal }),
  });

/** Whose offers and learners the round may collect. */
export const collectableQuery = (id: string) =>
  queryOptions({
    queryKey: ['rounds', 'collectable', id],
    queryFn: ({ signal }) => api.get<CollectableOrganisations>(`/rounds/${id}/collectable-organisations`, { signal }),
  });

/** A round was made or moved: whatever shows it is read again. */
export async function roundChanged(round?: RoundView): Promise<void> {
  if (round) queryClient.setQueryData(roundQuery(round.id).queryKey, round);
  await Promise.all(
    ['rounds', 'applications', 'today', 'session'].map((first) =>
      queryClient.invalidateQueries({ queryKey: [first], refetchType: 'active' }),
    ),
  );
}
