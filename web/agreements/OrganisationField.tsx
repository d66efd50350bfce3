import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useFoundOrganisations, type ChosenOrganisation } from '../ui/useFoundOrganisations.ts';

interface OrganisationFieldProps {
  label: string;
  value: ChosenOrganisation | null;
  onChange: (value: ChosenOrganisation | null) => void;
  /** Organisations that cannot be chosen. */
  without?: readonly string[];
}

/** One organisation of the network, found by words. */
export function OrganisationField({ label, value, onChange, without = [] }: OrganisationFieldProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const found = useFoundOrganisations(typed === value?.name ? '' : typed);
  const names = new Map([...(value ? [value] : []), ...found].map(({ id, name }) => [id, name]));
  const choices = [...names].filter(([id]) => !without.includes(id));
  return (
    <Select
      label={label}
      searchable
      clearable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={t`No organisation has these words.`}
      data={choices.map(([id, name]) => ({ value: id, label: name }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(id === null ? null : { id, name: names.get(id) ?? '' })}
    />
  );
}
