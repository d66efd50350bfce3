import type { ResourcePage } from '@collegium/contract/sharing/resources';
import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';

interface ResourceSelectProps {
  ownerId: string | undefined;
  value: string | null;
  onChange: (value: string | null) => void;
}

/** One of the resources that the promiser shares, as far as the reader may see them. */
export function ResourceSelect({ ownerId, value, onChange }: ResourceSelectProps) {
  const { t } = useLingui();
  const { text } = useFormat();
  const { data } = useQuery({
    queryKey: ['resources', 'of', ownerId],
    enabled: ownerId !== undefined,
    queryFn: ({ signal }) =>
      api.get<ResourcePage>('/resources', { query: { organisationId: [ownerId ?? ''], limit: 100 }, signal }),
  });
  return (
    <Select
      label={t`Which resource`}
      description={t`Leave it empty to count everything that the promiser shares.`}
      clearable
      searchable
      disabled={ownerId === undefined}
      data={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))}
      value={value}
      onChange={onChange}
    />
  );
}
