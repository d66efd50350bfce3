import type { ResourceView } from '@collegium/contract/sharing/resources';
import { heldFor } from '@collegium/contract/sharing/terms';
import { NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { FormRow } from '../../ui/FormRow.tsx';
import { heldForNames } from '../names.ts';
import { CourseField } from './CourseField.tsx';
import type { BookingValues } from './values.ts';

interface ForWhomFieldsProps {
  form: UseFormReturnType<BookingValues>;
  resources: readonly ResourceView[];
}

/** For oneself, or on behalf of a group or a course: which, and how many people come. */
export function ForWhomFields({ form, resources }: ForWhomFieldsProps) {
  const { t } = useLingui();
  const { values } = form;
  const courses = [...new Map(resources.flatMap(({ serves }) => serves).map((offer) => [offer.id, offer])).values()];
  return (
    <>
      <div className="field">
        <span className="field-label" id="held-for">
          <Trans>For whom</Trans>
        </span>
        <SegmentedControl
          aria-labelledby="held-for"
          data={heldFor.map((value) => ({ value, label: t(heldForNames[value]) }))}
          {...form.getInputProps('heldFor')}
        />
      </div>
      {values.heldFor === 'course' && courses.length > 0 && (
        <CourseField
          offers={courses}
          value={values.offerId}
          onChange={(offerId, title) => form.setValues({ offerId, ...(title !== undefined && { groupName: title }) })}
        />
      )}
      {values.heldFor !== 'self' && (
        <FormRow>
          <TextInput
            label={values.heldFor === 'course' ? t`Name of the course` : t`Name of the group`}
            required
            maxLength={300}
            {...form.getInputProps('groupName')}
          />
          <NumberInput label={t`How many people`} min={1} max={10_000} {...form.getInputProps('people')} />
        </FormRow>
      )}
    </>
  );
}
