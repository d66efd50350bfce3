import { circles, sharedAs } from '@collegium/contract/sharing/terms';
import { MultiSelect, NumberInput, SegmentedControl, Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { itemsOf } from '../../api/pages.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { FormRow } from '../../ui/FormRow.tsx';
import { circleNames, sharedAsName } from '../names.ts';
import { qualificationsQuery } from '../queries.ts';
import { AgreementsField } from './AgreementsField.tsx';
import type { ResourceFieldsProps } from './ResourceFields.tsx';

/** How many at the same time, who, and what they must have learnt. */
export function AccessFields({ form, resource }: ResourceFieldsProps) {
  const { t } = useLingui();
  const { text } = useFormat();
  const { acting } = useSession();
  const { values } = form;
  const qualifications = itemsOf(useInfiniteQuery(qualificationsQuery({ limit: 100 })).data);
  return (
    <fieldset className="line-set form wide-form">
      <legend>{t`How it is shared`}</legend>
      <FormRow>
        <Select
          label={t`Shared as`}
          allowDeselect={false}
          data={sharedAs.map((value) => ({ value, label: t(sharedAsName(values.kind, value)) }))}
          {...form.getInputProps('sharedAs')}
        />
        {values.sharedAs !== 'whole' && (
          <NumberInput label={t`How many`} min={1} max={10_000} allowDecimal={false} {...form.getInputProps('units')} />
        )}
      </FormRow>
      <div className="field">
        <span className="field-label" id="audience">{t`Who may book`}</span>
        <SegmentedControl
          aria-labelledby="audience"
          data={circles.map((value) => ({ value, label: t(circleNames[value]) }))}
          {...form.getInputProps('audience')}
        />
      </div>
      {values.audience !== 'own' && (
        <AgreementsField
          named={resource?.agreements ?? []}
          organisationId={acting.organisation.id}
          {...form.getInputProps('agreementIds')}
        />
      )}
      <MultiSelect
        label={t`Training passports needed`}
        searchable
        data={qualifications.map(({ id, name, owner }) => ({ value: id, label: t`${text(name)}, ${owner.name}` }))}
        {...form.getInputProps('qualificationIds')}
      />
    </fieldset>
  );
}
