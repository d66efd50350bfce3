import type { ResourceView } from '@collegium/contract/sharing/resources';
import { NumberInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useFoundOrganisations } from '../../ui/useFoundOrganisations.ts';
import { LineFaults, lineInput } from './LineFaults.tsx';
import type { ResourceValues } from './values.ts';

interface ShareFieldsProps {
  form: UseFormReturnType<ResourceValues>;
  index: number;
  /** Those that stand, with the names of their partners. */
  known: ResourceView['shares'];
  /** The button that takes the line out. */
  remove: ReactNode;
}

/** Hours promised to one partner, found by words, between two days. */
export function ShareFields({ form, index, known, remove }: ShareFieldsProps) {
  const { t } = useLingui();
  const path = `shares.${index}`;
  const share = form.values.shares[index];
  const [typed, setTyped] = useState('');
  const [chosen, choose] = useState<{ id: string; name: string }>();
  const found = useFoundOrganisations(typed === chosen?.name ? '' : typed);
  if (!share) return null;
  const names = new Map([
    ...known
      .filter(({ organisationId }) => organisationId === share.organisationId)
      .map(({ organisationId, organisationName }): [string, string] => [organisationId, organisationName]),
    ...found.map(({ id, name }): [string, string] => [id, name]),
    ...(chosen ? [[chosen.id, chosen.name] as [string, string]] : []),
  ]);
  return (
    <div className="share-line" role="group" aria-label={t`Share, line ${index + 1}`}>
      <Select
        className="line-whole"
        aria-label={t`Organisation`}
        placeholder={t`Organisation`}
        searchable
        required
        allowDeselect={false}
        filter={({ options }) => options}
        onSearchChange={setTyped}
        nothingFoundMessage={t`No organisation has these words.`}
        data={[...names].map(([id, name]) => ({ value: id, label: name }))}
        {...lineInput(form, `${path}.organisationId`)}
        onChange={(id) => {
          if (id !== null) choose({ id, name: names.get(id) ?? '' });
          form.setFieldValue(`shares.${index}.organisationId`, id ?? '');
        }}
      />
      <NumberInput
        className="line-whole"
        aria-label={t`Hours`}
        min={1}
        required
        suffix={t` h`}
        value={share.promisedMinutes / 60}
        onChange={(hours) => form.setFieldValue(`shares.${index}.promisedMinutes`, Math.round(Number(hours) * 60))}
      />
      <TextInput
        className="line-first"
        type="date"
        required
        aria-label={t`From`}
        {...lineInput(form, `${path}.startsOn`)}
      />
      <TextInput type="date" required aria-label={t`To`} {...lineInput(form, `${path}.endsOn`)} />
      {remove}
      <LineFaults form={form} path={path} />
    </div>
  );
}
