import type { AgreementPage } from '@collegium/contract/agreements/register';
import { pickText } from '@collegium/contract/pick-text';
import { Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';

interface AgreementFieldProps {
  organisationId: string;
  value: string | null;
  onChange: (value: string | null) => void;
  error?: ReactNode;
}

/** The agreement in force whose promises the places count towards; not asked where there are none. */
export function AgreementField({ organisationId, value, onChange, error }: AgreementFieldProps) {
  const { t, i18n } = useLingui();
  const query = { state: ['in_force'], organisationId, limit: 100 };
  const { data } = useQuery({
    queryKey: ['agreements', 'opening', organisationId],
    queryFn: ({ signal }) => api.get<AgreementPage>('/agreements', { query, signal }),
  });
  if (!data || (data.items.length === 0 && value === null)) return null;
  const options = data.items.map(({ id, reference, title }) => ({
    value: id,
    label: `${reference} · ${pickText(title, i18n.locale)}`,
  }));
  return (
    <Select
      label={t`Agreement`}
      description={t`The places count towards what the agreement promises.`}
      clearable
      searchable
      data={options}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
