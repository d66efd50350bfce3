import type { PartyView } from '@collegium/contract/agreements/views';
import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import type { ReactNode } from 'react';

interface PartySelectProps {
  label: string;
  parties: readonly PartyView[];
  value: string | undefined;
  onChange: (value: string | null) => void;
  /** Whether “all others” may be chosen. */
  canBeAll?: boolean;
  error?: string;
  description?: ReactNode;
}

/** One of the parties, or all the others. */
export function PartySelect({ label, parties, value, onChange, canBeAll = false, ...note }: PartySelectProps) {
  const { t } = useLingui();
  const data = parties
    .filter(({ leftOn }) => leftOn === null)
    .map(({ organisationId, name }) => ({ value: organisationId, label: name }));
  return (
    <Select
      label={label}
      {...note}
      clearable
      data={canBeAll ? [...data, { value: 'all', label: t`All other parties` }] : data}
      value={value ?? null}
      onChange={onChange}
    />
  );
}
