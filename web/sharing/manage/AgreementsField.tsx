import type { AgreementPage } from '@collegium/contract/agreements/register';
import type { NamedAgreement } from '@collegium/contract/sharing/resources';
import { MultiSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { itemsOf, pagesQuery } from '../../api/pages.ts';
import { useFormat } from '../../i18n/useFormat.ts';

interface AgreementsFieldProps {
  organisationId: string;
  named: readonly NamedAgreement[];
  value?: string[];
  onChange: (value: string[]) => void;
  error?: ReactNode;
}

/** Agreements whose other parties count as partners; what is named and has ended stays to be taken out. */
export function AgreementsField({ organisationId, named, value = [], onChange, error }: AgreementsFieldProps) {
  const { t } = useLingui();
  const { text } = useFormat();
  const query = { state: ['in_force'], organisationId, limit: 100 };
  const { data } = useInfiniteQuery(pagesQuery<AgreementPage['items'][number]>('/agreements', query));
  const inForce = itemsOf(data);
  const ended = named.filter(({ id }) => !inForce.some((one) => one.id === id));
  if (inForce.length === 0 && ended.length === 0) return null;
  return (
    <MultiSelect
      label={t`Partners under these agreements`}
      description={t`Their other parties book while the agreement is in force. With none named, everybody with whom you share a partnership counts as a partner.`}
      searchable
      data={[
        ...inForce.map(({ id, reference, title }) => ({ value: id, label: `${reference} · ${text(title)}` })),
        ...ended.map(({ id, title }) => ({ value: id, label: t`${text(title)} (opens nothing now)` })),
      ]}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
