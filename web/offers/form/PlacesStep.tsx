import type { OfferView } from '@collegium/contract/offers';
import { audiences } from '@collegium/contract/offers/terms';
import { Checkbox, NumberInput, Radio, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { AgreementField } from './AgreementField.tsx';
import { EligibilityField } from './EligibilityField.tsx';
import type { OfferValues } from './values.ts';

/** How many places, how they are given, to whom, until when, and under which conditions. */
export function PlacesStep({ form, offer }: { form: UseFormReturnType<OfferValues>; offer: OfferView }) {
  const { t } = useLingui();
  const isPublished = offer.state === 'published';
  const isRanked = form.values.allocatedBy === 'round';
  const provider = offer.provider.name;
  const audienceWords = {
    network: t`Everybody in the network; visitors read it too`,
    partners: t`People of ${provider} and of its partners`,
    agreement: t`People of the parties of the agreement`,
    own: t`Only people of ${provider}`,
  };
  return (
    <>
      <NumberInput
        label={t`Places`}
        description={offer.placesTaken > 0 ? t`${offer.placesTaken} are taken; offer at least as many.` : undefined}
        min={Math.max(1, offer.placesTaken)}
        max={100_000}
        allowDecimal={false}
        {...form.getInputProps('places')}
      />
      <Radio.Group
        label={t`How places are given`}
        description={isPublished ? t`People rely on this, so it stays as it was published.` : undefined}
        {...form.getInputProps('allocatedBy')}
      >
        <Stack gap={8} mt={6}>
          <Radio
            value="first_come"
            disabled={isPublished}
            label={t`First come, first served`}
            description={t`One click takes a place; when all are taken, people wait in line.`}
          />
          <Radio
            value="round"
            disabled={isPublished}
            label={t`In a round`}
            description={t`A coordinator collects ranked wishes for many offers and allocates all places together.`}
          />
        </Stack>
      </Radio.Group>
      <Radio.Group label={t`Who can take part`} {...form.getInputProps('audience')}>
        <Stack gap={8} mt={6}>
          {audiences.map((audience) => (
            <Radio key={audience} value={audience} label={audienceWords[audience]} />
          ))}
        </Stack>
      </Radio.Group>
      <AgreementField
        organisationId={offer.provider.id}
        value={form.values.agreementId}
        onChange={(agreementId) => form.setFieldValue('agreementId', agreementId)}
        error={form.errors['agreementId']}
      />
      {!isRanked && (
        <FormRow>
          <DateTimeField
            label={t`Applications open`}
            hint={t`At once when empty`}
            {...form.getInputProps('applicationsOpenAt')}
            value={form.values.applicationsOpenAt}
          />
          <DateTimeField
            label={t`Applications close`}
            hint={t`Never when empty`}
            {...form.getInputProps('applicationsCloseAt')}
            value={form.values.applicationsCloseAt}
          />
        </FormRow>
      )}
      {!isRanked && (
        <Checkbox
          label={t`Ask learners why they apply`}
          description={t`They write it in their own words before they take a place.`}
          {...form.getInputProps('asksStatement', { type: 'checkbox' })}
        />
      )}
      <EligibilityField form={form} />
    </>
  );
}
