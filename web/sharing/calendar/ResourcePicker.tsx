import { MultiSelect, Pill } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import type { useCalendarResources } from './useCalendarResources.ts';

interface ResourcePickerProps {
  resources: ReturnType<typeof useCalendarResources>;
  /** Undefined: all. */
  value: readonly string[] | undefined;
  onChange: (ids: string[] | undefined) => void;
}

/** Which resources stand side by side. Several are counted rather than listed, so that the bar stays one line high. */
export function ResourcePicker({ resources, value, onChange }: ResourcePickerProps) {
  const { t } = useLingui();
  const { text, number } = useFormat();
  const options = [...resources.known.values()].map(({ id, name, owner }) => ({
    value: id,
    label: t`${text(name)}, ${owner.name}`,
  }));
  const chosen = (value ?? []).filter((id) => resources.known.has(id));
  return (
    <MultiSelect
      className="bk-pick"
      size="xs"
      w={260}
      aria-label={t`Which resources`}
      placeholder={value ? '' : t`All resources`}
      data={options}
      value={chosen}
      renderPill={({ option, onRemove }) => {
        if (chosen.length === 1)
          return (
            <Pill withRemoveButton {...(onRemove && { onRemove })}>
              {option.label}
            </Pill>
          );
        return String(option.value) === chosen[0] ? <Pill>{t`${number(chosen.length)} resources`}</Pill> : null;
      }}
      onChange={(ids) => onChange(ids.length > 0 ? ids : undefined)}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t`Show all resources` }}
    />
  );
}
