import type { JournalEntryView } from '@collegium/contract/participation/journal';
import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { Button, Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { EntryText } from './EntryText.tsx';
import { journalChanged } from './journal-query.ts';
import { JournalForm } from './JournalForm.tsx';

interface JournalRowProps {
  view: ParticipationView;
  entry: JournalEntryView;
  isChosen: boolean;
  onToggle: () => void;
}

/** One entry, with what its reader may do: correct or take it out, or choose it to be confirmed. */
export function JournalRow({ view, entry, isChosen, onToggle }: JournalRowProps) {
  const { t } = useLingui();
  const { date } = useFormat();
  const [open, setOpen] = useState<'change' | 'delete'>();
  const remove = useMutation({
    mutationFn: () => api.delete(`/participations/${view.id}/journal/${entry.id}`, { ifMatch: entry.version }),
    onSuccess: () => journalChanged(),
  });
  if (open === 'change') return <JournalForm view={view} entry={entry} onDone={() => setOpen(undefined)} />;
  const { confirm, change } = entry.abilities;
  return (
    <div className={confirm ? 'row entry entry-choose' : 'row entry'}>
      {confirm && (
        <Checkbox size="xs" checked={isChosen} onChange={onToggle} aria-label={t`Confirm ${date(entry.doneOn)}`} />
      )}
      <EntryText entry={entry}>
        {change && (
          <div className="entry-acts">
            <Button size="compact-xs" variant="subtle" onClick={() => setOpen('change')}>{t`Correct`}</Button>
            <Button size="compact-xs" variant="subtle" onClick={() => setOpen('delete')}>{t`Take out`}</Button>
          </div>
        )}
      </EntryText>
      {open === 'delete' && (
        <ConfirmModal
          title={t`Take this entry out?`}
          consequence={t`The entry of ${date(entry.doneOn)} and its time disappear from the journal.`}
          confirmLabel={t`Take it out`}
          onConfirm={() => remove.mutate()}
          onClose={() => setOpen(undefined)}
          isPending={remove.isPending}
          error={remove.error}
        />
      )}
    </div>
  );
}
