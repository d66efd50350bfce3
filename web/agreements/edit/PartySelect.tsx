import type { PartyView } from '@collegium/contract/agreements/views';
import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';

interface PartySelectProps {
  label: string;
  parties: readonly PartyView[];
  value: string | undefined;
  onChange: (value: string | null) => void;
  /** Whether “all others” may be chosen. */
  canBeAll?: boolean;
}

/** One of the parties, or all the others. */
export function PartySelect({ label, parties, value, onChange, canBeAll = false }: PartySelectProps) {
  const { t } = useLingui();
  const data = parties
    .filter(({ leftOn }) => leftOn === null)
    .map(({ organisationId, name }) => ({ value: organisationId, label: name }));
  return (
    <Select
      label={label}
      clearable
      data={canBeAll ? [...data, { value: 'all', label: t`All other parties` }] : data}
      value={value ?? null}
      onChange={onChange}
    />
  );
}
