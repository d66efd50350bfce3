import { useLingui } from '@lingui/react/macro';
import { MultiSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useFoundOrganisations, type ChosenOrganisation } from './useFoundOrganisations.ts';

interface OrganisationsFieldProps {
  label: string;
  hint?: string;
  /** Chosen organisations. */
  value: readonly ChosenOrganisation[];
  onChange: (value: ChosenOrganisation[]) => void;
  error?: ReactNode;
}

/** Organisations of the network, found by words. */
export function OrganisationsField({ label, hint, value, onChange, error }: OrganisationsFieldProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const found = useFoundOrganisations(typed);
  const names = new Map([...value, ...found].map(({ id, name }) => [id, name]));
  return (
    <MultiSelect
      label={label}
      description={hint}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={t`No organisation has these words.`}
      data={[...names].map(([id, name]) => ({ value: id, label: name }))}
      value={value.map(({ id }) => id)}
      onChange={(ids) => onChange(ids.map((id) => ({ id, name: names.get(id) ?? '' })))}
      error={error}
    />
  );
}
