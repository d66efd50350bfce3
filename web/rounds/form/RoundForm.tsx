import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NumberInput, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { showProblem } from '../../api/form.ts';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormActions } from '../../ui/FormActions.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { LocalisedField } from '../../ui/LocalisedField.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { useRankedByNames } from '../useRankedByNames.ts';
import type { RoundValues } from './values.ts';

interface RoundFormProps {
  initial: RoundValues;
  submitLabel: string;
  /** Rejects with what the server refused. */
  onSave: (values: RoundValues) => Promise<unknown>;
}

/** Name, window, wishes and how offers rank: what is fixed when the round opens. */
export function RoundForm({ initial, submitLabel, onSave }: RoundFormProps) {
  const { t } = useLingui();
  const form = useForm<RoundValues>({ initialValues: initial });
  const [problem, setProblem] = useState<unknown>();
  const [isSaving, setSaving] = useState(false);
  async function save(values: RoundValues) {
    setSaving(true);
    setProblem(undefined);
    try {
      await onSave(values);
    } catch (error) {
      setProblem(showProblem(form, error));
    } finally {
      setSaving(false);
    }
  }
  return (
    <form className="form" onSubmit={form.onSubmit((values) => void save(values))}>
      <LocalisedField
        label={t`Name`}
        hint={t`Learners see it: “Spring 2027 placement round”.`}
        value={form.values.name}
        onChange={(name) => form.setFieldValue('name', name)}
        error={form.errors['name']}
        isRequired
      />
      <TextInput
        label={t`Term`}
        description={t`Year and season, for instance 2027-spring; may stay empty.`}
        {...form.getInputProps('term')}
      />
      <Window form={form} />
      <p className="sub">
        <Trans>You open the round yourself; it closes by itself, to the second.</Trans>
      </p>
      <FormRow>
        <NumberInput label={t`Wishes at least`} min={1} max={100} {...form.getInputProps('wishesMinimum')} />
        <NumberInput label={t`Wishes at most`} min={1} max={100} {...form.getInputProps('wishesMaximum')} />
      </FormRow>
      <RankedByField form={form} />
      <ProblemNote error={problem} />
      <FormActions>
        <Button type="submit" variant="filled" loading={isSaving} disabled={Object.keys(form.values.name).length === 0}>
          {submitLabel}
        </Button>
      </FormActions>
    </form>
  );
}

function Window({ form }: { form: UseFormReturnType<RoundValues> }) {
  const { t } = useLingui();
  return (
    <>
      <FormRow>
        <DateTimeField
          label={t`Opens`}

          {...form.getInputProps('opensAt')}
          value={form.values.opensAt}
        />
        <DateTimeField label={t`Closes`} {...form.getInputProps('closesAt')} value={form.values.closesAt} />
      </FormRow>
      <DateTimeField
        label={t`Learners answer by`}
        hint={t`may still be moved when you publish`}
        {...form.getInputProps('respondBy')}
        value={form.values.respondBy}
      />
    </>
  );
}

function RankedByField({ form }: { form: UseFormReturnType<RoundValues> }) {
  const { t } = useLingui();
  const names = useRankedByNames();
  return (
    <>
      <Radio.Group label={t`How offers rank learners`} {...form.getInputProps('rankedBy')}>
        <Stack gap={8} mt={6}>
          {(['provider_ranking', 'score', 'lottery'] as const).map((value) => (
            <Radio key={value} value={value} label={names[value].name} description={names[value].hint} />
          ))}
        </Stack>
      </Radio.Group>
      <p className="sub">
        <Trans>
          Equal applicants are told apart by a lottery. Its seed is drawn and committed to when you open the round.
        </Trans>
      </p>
      {form.values.rankedBy === 'score' && (
        <Textarea
          label={t`How the score is made`}
          description={t`A sentence that learners read before they apply.`}
          autosize
          minRows={2}
          required
          {...form.getInputProps('scoreRule')}
        />
      )}
    </>
  );
}
