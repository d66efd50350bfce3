import type { JournalEntryView } from '@collegium/contract/participation/journal';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFormat } from '../i18n/useFormat.ts';
import { Status } from '../ui/Status.tsx';
import { formatDuration } from './duration.ts';

/** What an entry says: day, time, words, whether it is confirmed, and what may be done with it. Three cells of a row. */
export function EntryText({ entry, children }: { entry: JournalEntryView; children?: ReactNode }) {
  const { t } = useLingui();
  const { date } = useFormat();
  const { confirmedBy } = entry;
  return (
    <>
      <div className="entry-when">
        <span className="strong">{date(entry.doneOn, { weekday: 'short', day: 'numeric', month: 'short' })}</span>
        <span className="num">{t`${formatDuration(entry.minutes)} h`}</span>
      </div>
      <p className="entry-text">{entry.text}</p>
      <div className="entry-state">
        {entry.confirmedAt ? (
          <Status tone="good">{confirmedBy ? t`Confirmed by ${confirmedBy}` : t`Confirmed`}</Status>
        ) : (
          <Status tone="wait">{t`To be confirmed`}</Status>
        )}
        {children}
      </div>
    </>
  );
}
