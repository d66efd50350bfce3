import { Checkbox, UnstyledButton } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { Icon } from '@tabler/icons-react';
import { useState } from 'react';
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
  /** Of a long list, how many to show at first; those chosen are always shown. */
  shown?: number;
}

/** A group of filters. No box checked means all. Without choices there is nothing to show. */
export function Facet({ title, options, selected, onChange, shown = Infinity }: FacetProps) {
  const { number } = useFormat();
  const [isWhole, setWhole] = useState(false);
  const visible = options.filter(({ value }, index) => isWhole || index < shown || selected.includes(value));
  if (options.length === 0) return null;
  function toggle(value: string) {
    onChange(selected.includes(value) ? selected.filter((one) => one !== value) : [...selected, value]);
  }
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {visible.map(({ value, label, count, icon: OptionIcon }) => (
        <label key={value} className="fopt">
          <Checkbox size="xs" checked={selected.includes(value)} onChange={() => toggle(value)} />
          {OptionIcon && <OptionIcon size={15} stroke={1.6} aria-hidden />}
          <span>{label}</span>
          {count !== undefined && <span className="num cap">{number(count)}</span>}
        </label>
      ))}
      {visible.length < options.length && (
        <UnstyledButton className="link cap fopt-more" onClick={() => setWhole(true)}>
          <Trans>Show all {number(options.length)}</Trans>
        </UnstyledButton>
      )}
    </fieldset>
  );
}
