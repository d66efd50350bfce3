import { modes } from '@collegium/contract/offers/terms';
import { SegmentedControl, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { countryCodes } from '../../ui/country-codes.ts';
import { FormRow } from '../../ui/FormRow.tsx';
import { useCountryName } from '../../ui/useCountryName.ts';
import { modeNames } from '../names.ts';
import { useNow } from '../useNow.ts';
import { useWords } from '../useWords.ts';
import { SessionsField } from './SessionsField.tsx';
import { termsAround } from './terms-around.ts';
import type { OfferValues } from './values.ts';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** Where the offer takes place, when, and in dated sessions. */
export function WhereStep({ form }: { form: UseFormReturnType<OfferValues> }) {
  const { t } = useLingui();
  const { termName } = useWords();
  const countryName = useCountryName();
  const countries = useMemo(
    () => countryCodes.map((code) => ({ value: code, label: countryName(code) })),
    [countryName],
  );
  const terms = termsAround(useNow(), form.values.term);
  return (
    <>
      <div>
        <label id="offer-mode" className="field-label">{t`Place`}</label>
        <SegmentedControl
          fullWidth
          aria-labelledby="offer-mode"
          value={form.values.mode}
          onChange={(value) => form.setFieldValue('mode', modes.find((mode) => mode === value) ?? 'on_site')}
          data={modes.map((mode) => ({ value: mode, label: t(modeNames[mode]) }))}
        />
      </div>
      <FormRow>
        <TextInput label={t`City`} maxLength={200} {...form.getInputProps('city')} />
        <Select
          label={t`Country`}
          searchable
          clearable
          limit={60}
          data={countries}
          {...form.getInputProps('country')}
        />
      </FormRow>
      <Select
        label={t`Time zone of the place`}
        description={t`Sessions are entered by the clock there; everybody reads them in their own time too.`}
        searchable
        allowDeselect={false}
        limit={60}
        data={zones}
        {...form.getInputProps('timeZone')}
      />
      <Select
        label={t`Term`}
        clearable
        data={terms.map((term) => ({ value: term, label: termName(term) }))}
        {...form.getInputProps('term')}
      />
      <FormRow>
        <TextInput type="date" label={t`First day`} {...form.getInputProps('startsOn')} />
        <TextInput type="date" label={t`Last day`} {...form.getInputProps('endsOn')} />
      </FormRow>
      <SessionsField form={form} />
    </>
  );
}
