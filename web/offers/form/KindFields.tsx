import { Checkbox, NumberInput, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { FormRow } from '../../ui/FormRow.tsx';
import { PayFields } from './PayFields.tsx';
import { ResourceTimeFields } from './ResourceTimeFields.tsx';
import type { OfferValues } from './values.ts';

type Form = UseFormReturnType<OfferValues>;

/** What the chosen kind adds. */
export function KindFields({ form }: { form: Form }) {
  switch (form.values.kind) {
    case 'internship':
      return <InternshipFields form={form} />;
    case 'course':
      return <CourseFields form={form} />;
    case 'exchange_place':
      return <ExchangeFields form={form} />;
    case 'resource_time':
      return <ResourceTimeFields form={form} />;
  }
}

function InternshipFields({ form }: { form: Form }) {
  const { t } = useLingui();
  return (
    <>
      <Textarea label={t`Tasks`} autosize minRows={3} {...inputOf(form, 'details.tasks')} />
      <FormRow>
        <NumberInput label={t`Hours a week`} min={1} max={60} {...inputOf(form, 'details.hoursPerWeek')} />
      </FormRow>
      <PayFields form={form} />
    </>
  );
}

function CourseFields({ form }: { form: Form }) {
  const { t } = useLingui();
  const { details } = form.values;
  const outcomes = details.kind === 'course' ? (details.learningOutcomes ?? []) : [];
  return (
    <>
      <Textarea
        label={t`Learning outcomes`}
        description={t`One a line. They become the goals of each learner’s plan.`}
        autosize
        minRows={3}
        value={outcomes.join('\n')}
        onChange={(event) => form.setFieldValue('details.learningOutcomes', event.currentTarget.value.split('\n'))}
        error={form.errors['details.learningOutcomes']}
      />
      <Textarea label={t`Prerequisites`} autosize minRows={2} {...inputOf(form, 'details.prerequisites')} />
      <Textarea label={t`Assessment`} autosize minRows={2} {...inputOf(form, 'details.assessment')} />
    </>
  );
}

function ExchangeFields({ form }: { form: Form }) {
  const { t } = useLingui();
  const { details } = form.values;
  return (
    <>
      <FormRow>
        <NumberInput
          label={t`Length of the stay in terms`}
          min={1}
          max={6}
          allowDecimal={false}
          {...inputOf(form, 'details.terms')}
        />
      </FormRow>
      <Checkbox
        label={t`No tuition fee`}
        checked={details.kind === 'exchange_place' && details.tuitionWaived === true}
        onChange={(event) => form.setFieldValue('details.tuitionWaived', event.currentTarget.checked)}
      />
      <Textarea
        label={t`Conditions`}
        description={t`In your own words; conditions that can be checked are entered two steps further on.`}
        autosize
        minRows={3}
        {...inputOf(form, 'details.conditions')}
      />
      <Textarea
        label={t`Fields of study that you do not take`}
        autosize
        minRows={2}
        {...inputOf(form, 'details.excludedFields')}
      />
    </>
  );
}

/** Fields that the details lack are shown empty rather than left to the browser. */
function inputOf(form: Form, path: string) {
  const { value, ...props } = form.getInputProps(path) as { value?: string | number };
  return { ...props, value: value ?? '' };
}
