import type { ResourcePage } from '@collegium/contract/sharing/resources';
import { Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import type { OfferValues } from './values.ts';

/** On which resource of the organisation the hours are. */
export function ResourceTimeFields({ form }: { form: UseFormReturnType<OfferValues> }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const { data } = useQuery({
    queryKey: ['resources', 'own'],
    queryFn: ({ signal }) => api.get<ResourcePage>('/resources', { query: { own: true, limit: 100 }, signal }),
  });
  const { details } = form.values;
  return (
    <Select
      label={t`Resource`}
      description={t`One of those that your organisation shares.`}
      searchable
      data={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))}
      value={details.kind === 'resource_time' ? (details.resourceId ?? null) : null}
      onChange={(resourceId) =>
        form.setFieldValue('details', { kind: 'resource_time', ...(resourceId && { resourceId }) })
      }
      error={form.errors['details.resourceId']}
    />
  );
}
