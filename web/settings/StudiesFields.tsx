import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { FormRow } from '../ui/FormRow.tsx';
import { levelNames } from '../ui/level-names.ts';
import type { ProfileValues } from './profile-values.ts';

/** What offers ask of learners. What is left empty is unknown, and cannot be counted in the learner's favour. */
export function StudiesFields({ form }: { form: UseFormReturnType<ProfileValues> }) {
  const { t } = useLingui();
  return (
    <fieldset className="form studies">
      <legend>{t`Your studies`}</legend>
      <p className="sub">{t`Offers may ask for these. What you leave empty is unknown, and you are told when an offer needs it.`}</p>
      <FormRow>
        <Select
          label={t`Level`}
          clearable
          data={Object.entries(levelNames).map(([value, name]) => ({ value, label: t(name) }))}
          {...form.getInputProps('level')}
        />
        <TextInput
          label={t`Field of study (ISCED-F code)`}
          placeholder="0532"
          inputMode="numeric"
          {...form.getInputProps('fieldCode')}
        />
      </FormRow>
      <FormRow>
        <NumberInput label={t`Grade average`} min={0} {...form.getInputProps('gradeAverage')} />
        <NumberInput label={t`Best possible average`} min={0} {...form.getInputProps('gradeAverageMaximum')} />
      </FormRow>
      <NumberInput
        label={t`Terms completed`}
        min={0}
        max={60}
        allowDecimal={false}
        {...form.getInputProps('termsCompleted')}
      />
      {form.values.languageResults.map((result, index) => (
        <div key={index} className="language-result">
          <TextInput label={t`Language test`} {...form.getInputProps(`languageResults.${index}.test`)} />
          <NumberInput label={t`Score`} min={0} {...form.getInputProps(`languageResults.${index}.score`)} />
          <ActionIcon
            size={36}
            aria-label={t`Remove ${result.test}`}
            onClick={() => form.removeListItem('languageResults', index)}
          >
            <IconX size={17} stroke={1.7} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => form.insertListItem('languageResults', { test: '', score: '' })}
        >{t`Add a language test`}</Button>
      </div>
    </fieldset>
  );
}
