import type { JournalEntryView } from '@collegium/contract/participation/journal.ts';

/** A row of the journal; instants as `Date` from a table or as text from JSON. */
export interface EntryRow {
  id: string;
  done_on: string;
  minutes: number;
  text: string;
  version: number;
  created_at: Date | string;
  confirmed_at: Date | string | null;
  confirmed_by_name: string | null;
}

/** An entry as its readers see it. Confirmed entries stay as they are. */
export function presentEntry(row: EntryRow, may: { writeJournal: boolean; confirmJournal: boolean }): JournalEntryView {
  const isOpen = row.confirmed_at === null;
  return {
    id: row.id,
    doneOn: row.done_on,
    minutes: row.minutes,
    text: row.text,
    createdAt: new Date(row.created_at).toISOString(),
    confirmedAt: row.confirmed_at === null ? null : new Date(row.confirmed_at).toISOString(),
    confirmedBy: row.confirmed_by_name,
    version: row.version,
    abilities: { change: isOpen && may.writeJournal, confirm: isOpen && may.confirmJournal },
  };
}
