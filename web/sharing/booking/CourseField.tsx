import type { ServedOffer } from '@collegium/contract/sharing/resources';
import { Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';

interface CourseFieldProps {
  offers: readonly ServedOffer[];
  value: string | null;
  onChange: (offerId: string | null, title: string | undefined) => void;
}

/** For which of the courses that the resource serves. */
export function CourseField({ offers, value, onChange }: CourseFieldProps) {
  const { t } = useLingui();
  const { text } = useFormat();
  return (
    <Select
      label={t`Which course`}
      placeholder={t`Another one`}
      clearable
      clearButtonProps={{ 'aria-label': t`Another one` }}
      data={offers.map(({ id, title, organisationName }) => ({
        value: id,
        label: t`${text(title)}, ${organisationName}`,
      }))}
      value={value}
      onChange={(id) => {
        const chosen = offers.find((offer) => offer.id === id);
        onChange(id, chosen && text(chosen.title));
      }}
    />
  );
}
