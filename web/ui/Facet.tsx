import { Checkbox } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { useFormat } from '../i18n/useFormat.ts';

/** A filter's choice; `count` says how many results it would leave. */
export interface FacetOption {
  value: string;
  label: string;
  count?: number;
  icon?: Icon;
}

interface FacetProps {
  title: string;
  options: readonly FacetOption[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
}

/** A group of filters. No box checked means all. */
export function Facet({ title, options, selected, onChange }: FacetProps) {
  const { number } = useFormat();
  function toggle(value: string) {
    onChange(selected.includes(value) ? selected.filter((one) => one !== value) : [...selected, value]);
  }
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {options.map(({ value, label, count, icon: OptionIcon }) => (
        <label key={value} className="fopt">
          <Checkbox size="xs" checked={selected.includes(value)} onChange={() => toggle(value)} />
          {OptionIcon && <OptionIcon size={15} stroke={1.6} aria-hidden />}
          <span>{label}</span>
          {count !== undefined && <span className="num cap">{number(count)}</span>}
        </label>
      ))}
    </fieldset>
  );
}
