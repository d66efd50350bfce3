import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { FormRow } from '../../ui/FormRow.tsx';
import type { ResourceValues } from './values.ts';

/** What is put in its place; braces in a text would be read as a gap of the text itself. */
const institutionGap = '{institution}';

/** Where something online is, and the numbers by which libraries find a title. */
export function TitleFields({ form }: { form: UseFormReturnType<ResourceValues> }) {
  const { t } = useLingui();
  return (
    <>
      {form.values.kind === 'online_resource' && (
        <TextInput
          label={t`Address on the web`}
          description={t`Readers whose institution has a link resolver open it through that. ${institutionGap} stands for the domain of the reader’s organisation.`}
          {...form.getInputProps('url')}
        />
      )}
      <FormRow>
        <TextInput label={t`ISBN`} maxLength={20} {...form.getInputProps('isbn')} />
        <TextInput label={t`ISSN`} maxLength={12} {...form.getInputProps('issn')} />
      </FormRow>
      <TextInput
        label={t`DOI`}
        description={t`With one of these numbers readers look the title up at their own library.`}
        maxLength={300}
        {...form.getInputProps('doi')}
      />
    </>
  );
}
