import type { OutcomeState } from '@collegium/contract/states/outcome';
import { useLingui } from '@lingui/react/macro';
import { Chip, Select } from '@mantine/core';
import type { OutcomeSearch } from '../routes/outcomes.ts';

interface OutcomeFiltersProps {
  search: OutcomeSearch;
  states: { value: OutcomeState; label: string }[];
  onChange: (search: OutcomeSearch) => void;
}

/** Narrows the list of outcomes; what is chosen lives in the address. */
export function OutcomeFilters({ search, states, onChange }: OutcomeFiltersProps) {
  const { t } = useLingui();
  return (
    <div className="outcome-filters noprint">
      <Select
        label={t`State`}
        placeholder={t`All states`}
        clearable
        data={states}
        value={search.state?.[0] ?? null}
        onChange={(value) =>
          onChange({ ...search, state: states.flatMap((one) => (one.value === value ? [one.value] : [])) })
        }
      />
      <Select
        label={t`We are`}
        placeholder={t`Home or provider`}
        clearable
        data={[
          { value: 'home', label: t`the learner’s home` },
          { value: 'provider', label: t`the provider` },
        ]}
        value={search.side ?? null}
        onChange={(value) =>
          onChange({ ...search, side: value === 'home' || value === 'provider' ? value : undefined })
        }
      />
      <Chip
        checked={search.needsMe ?? false}
        onChange={(isChecked) => onChange({ ...search, needsMe: isChecked || undefined })}
      >
        {t`Waits for us`}
      </Chip>
    </div>
  );
}
