import type { JournalEntryView } from '@collegium/contract/participation/journal';
import { pagesQuery } from '../api/pages.ts';
import { queryClient } from '../api/query-client.ts';

/** The entries of a journal, page by page, latest day first. */
export function journalQuery(participationId: string) {
  return pagesQuery<JournalEntryView>(`/participations/${participationId}/journal`);
}

/** After a change of the journal: everything that sums it up is asked for again. */
export async function journalChanged(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['participations'] }),
    queryClient.invalidateQueries({ queryKey: ['today'] }),
    queryClient.invalidateQueries({ queryKey: ['session'] }),
  ]);
}
