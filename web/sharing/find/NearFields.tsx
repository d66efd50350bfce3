import type { ResourcePlaces } from '@collegium/contract/sharing/resources';
import { NumberInput, Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { FormRow } from '../../ui/FormRow.tsx';
import { placesOf } from './places.ts';

export interface Near {
  /** The name of a place; '' for anywhere. */
  place: string;
  kilometres: number;
}

interface NearFieldsProps {
  value: Near;
  onChange: (value: Near) => void;
}

/** Within so many kilometres of a place where something is shared. */
export function NearFields({ value, onChange }: NearFieldsProps) {
  const { t } = useLingui();
  const places = usePlaces();
  return (
    <FormRow>
      <Select
        label={t`Near`}
        placeholder={t`Anywhere`}
        clearable
        clearButtonProps={{ 'aria-label': t`Anywhere` }}
        searchable
        data={[...places.keys()]}
        value={value.place === '' ? null : value.place}
        onChange={(place) => onChange({ ...value, place: place ?? '' })}
      />
      <NumberInput
        label={t`Within kilometres`}
        min={1}
        max={20_000}
        disabled={value.place === ''}
        value={value.kilometres}
        onChange={(kilometres) => onChange({ ...value, kilometres: Number(kilometres) || 1 })}
      />
    </FormRow>
  );
}

/** Where things are shared, by name. */
export function usePlaces(): ReturnType<typeof placesOf> {
  const { data } = useQuery({
    queryKey: ['resources', 'places'],
    queryFn: ({ signal }) => api.get<ResourcePlaces>('/resources/places', { signal }),
    staleTime: 60_000,
  });
  return placesOf(data?.items ?? []);
}
