import type { OrganisationView } from '@collegium/contract/organisations';
import { Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../api/client.ts';

interface UnitFieldProps {
  organisationId: string;
  value: string | null;
  onChange: (value: string | null) => void;
  error?: ReactNode;
}

/** A unit of an organisation; not asked where there are none. */
export function UnitField({ organisationId, value, onChange, error }: UnitFieldProps) {
  const { t } = useLingui();
  const { data } = useQuery({
    queryKey: ['organisations', organisationId],
    queryFn: ({ signal }) => api.get<OrganisationView>(`/organisations/${organisationId}`, { signal }),
  });
  if (!data || data.units.length === 0) return null;
  return (
    <Select
      label={t`Faculty, department or plant`}
      clearable
      searchable
      data={data.units.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
