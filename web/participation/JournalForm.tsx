import type { JournalEntryView, JournalInput } from '@collegium/contract/participation/journal';
import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { showProblem } from '../api/form.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { formatDuration, parseDuration } from './duration.ts';
import { journalChanged } from './journal-query.ts';

interface JournalFormProps {
  view: ParticipationView;
  /** The entry that is corrected; a new one without. */
  entry?: JournalEntryView;
  onDone?: () => void;
}

/** Writes or corrects an entry. The date is today and the time that of the last entry until one says otherwise. */
export function JournalForm({ view, entry, onDone }: JournalFormProps) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<unknown>();
  const [savedAt, setSavedAt] = useState<Date>();
  const last = view.journal.latest[0];
  const form = useForm({
    initialValues: {
      doneOn: entry?.doneOn ?? view.today,
      minutes: formatDuration(entry?.minutes ?? last?.minutes ?? 450),
      text: entry?.text ?? '',
    },
    validate: {
      doneOn: (value) => value === '' && t`Choose a day.`,
      minutes: (value) => parseDuration(value) === undefined && t`Enter hours and minutes, for instance 7:30.`,
      text: (value) => value.trim() === '' && t`Write a sentence about what you did.`,
    },
  });
  const url = `/participations/${view.id}/journal`;
  const save = useMutation({
    mutationFn: (body: JournalInput) =>
      entry
        ? api.put<JournalEntryView>(`${url}/${entry.id}`, body, { ifMatch: entry.version })
        : api.post<JournalEntryView>(url, body),
    onSuccess: async () => {
      setProblem(undefined);
      setSavedAt(new Date());
      form.setFieldValue('text', '');
      await journalChanged();
      onDone?.();
    },
    onError: (error) => setProblem(showProblem(form, error)),
  });
  return (
    <form
      className="form"
      onSubmit={form.onSubmit(({ minutes, ...rest }) => save.mutate({ ...rest, minutes: parseDuration(minutes) ?? 0 }))}
    >
      <FormRow>
        <TextInput
          type="date"
          label={t`Day`}
          max={view.today}
          {...(view.startsOn && { min: view.startsOn })}
          {...form.getInputProps('doneOn')}
        />
        <TextInput
          label={t`Time spent`}
          placeholder="7:30"
          inputMode="text"
          autoComplete="off"
          {...form.getInputProps('minutes')}
        />
      </FormRow>
      <Textarea label={t`What you did`} autosize minRows={2} maxRows={12} {...form.getInputProps('text')} />
      <ProblemNote error={problem} />
      <FormActions savedAt={entry ? undefined : savedAt}>
        <Button type="submit" variant="filled" loading={save.isPending}>
          {entry ? t`Save the correction` : t`Write it down`}
        </Button>
        {entry && <Button onClick={onDone}>{t`Cancel`}</Button>}
      </FormActions>
    </form>
  );
}
