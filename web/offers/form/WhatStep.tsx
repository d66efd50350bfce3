import { fieldsOfEducation } from '@collegium/contract/fields-of-education';
import { levels } from '@collegium/contract/levels';
import { offerKinds, type OfferKind } from '@collegium/contract/offer-kinds';
import type { OfferView } from '@collegium/contract/offers';
import { NumberInput, SegmentedControl, Select, TagsInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { FormRow } from '../../ui/FormRow.tsx';
import { kinds } from '../../ui/kinds.ts';
import { LocalisedField } from '../../ui/LocalisedField.tsx';
import { levelNames } from '../../ui/level-names.ts';
import { useWords } from '../useWords.ts';
import { FilesField } from './FilesField.tsx';
import { KindFields } from './KindFields.tsx';
import { LanguagesField } from './LanguagesField.tsx';
import { UnitField } from '../../ui/UnitField.tsx';
import type { OfferValues } from './values.ts';

interface WhatStepProps {
  form: UseFormReturnType<OfferValues>;
  organisationId: string;
  /** Absent until there is a draft; files can be added from then on. */
  offer?: OfferView;
}

/** What is offered, for whom it is meant in learning, and what its kind adds. */
export function WhatStep({ form, organisationId, offer }: WhatStepProps) {
  const { t } = useLingui();
  const { fieldName } = useWords();
  const fields = useMemo(
    () => fieldsOfEducation.map(([code]) => ({ value: code, label: `${fieldName(code)} (${code})` })),
    [fieldName],
  );
  const isPublished = offer?.state === 'published';
  function chooseKind(kind: OfferKind) {
    form.setFieldValue('kind', kind);
    form.setFieldValue('details', { kind });
  }
  return (
    <>
      <div>
        <label id="offer-kind" className="field-label">{t`Kind`}</label>
        <SegmentedControl
          fullWidth
          aria-labelledby="offer-kind"
          disabled={isPublished}
          value={form.values.kind}
          onChange={(value) => chooseKind(offerKinds.find((kind) => kind === value) ?? 'internship')}
          data={offerKinds.map((kind) => ({ value: kind, label: t(kinds[kind].name) }))}
        />
      </div>
      <LocalisedField
        label={t`Title`}
        hint={t`Short, and saying what one will do or learn.`}
        isRequired
        value={form.values.title}
        onChange={(title) => form.setFieldValue('title', title)}
        error={form.errors['title']}
      />
      <LocalisedField
        label={t`Description`}
        isLong
        value={form.values.description}
        onChange={(description) => form.setFieldValue('description', description)}
        error={form.errors['description']}
      />
      <UnitField organisationId={organisationId} {...form.getInputProps('unitId')} value={form.values.unitId} />
      <Select
        label={t`Field of education`}
        description={t`By the international classification ISCED-F 2013, so that learners find it by subject.`}
        searchable
        clearable
        limit={60}
        data={fields}
        {...form.getInputProps('fieldCode')}
      />
      <FormRow>
        <Select
          label={t`Level`}
          clearable
          data={levels.map((level) => ({ value: level, label: t(levelNames[level]) }))}
          {...form.getInputProps('level')}
        />
        <LanguagesField {...form.getInputProps('languages')} value={form.values.languages} />
      </FormRow>
      <FormRow>
        <NumberInput label={t`Credits (ECTS)`} min={0} max={400} {...form.getInputProps('creditsEcts')} />
        <NumberInput label={t`Hours in all`} min={0} max={20_000} {...form.getInputProps('hours')} />
      </FormRow>
      <TagsInput
        label={t`Skills`}
        description={t`What one learns or needs; press Enter after each.`}
        maxTags={50}
        splitChars={[',', ';', '，', '；']}
        {...form.getInputProps('skills')}
      />
      <KindFields form={form} />
      {offer && <FilesField offer={offer} />}
    </>
  );
}
