import { Button } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../i18n/useFormat.ts';
import { BarTable } from './BarTable.tsx';

/** One bar. `value` is null when the group is too small to be shown. `note` follows the number: a share, say. */
export interface Bar {
  name: string;
  value: number | null;
  note?: string;
  /** Drawn hatched: what is left over, rather than one more of the same. */
  isMuted?: boolean;
}

interface BarListProps {
  bars: readonly Bar[];
  /** Names the chart, and heads the column of names in its table. */
  label: string;
  nameHead: string;
  valueHead: string;
  /** Writes a value; a grouped number unless given. */
  format?: (value: number) => string;
}

/** Bars with their values beside them, and the same as a table. */
export function BarList({ bars, label, nameHead, valueHead, format }: BarListProps) {
  const { t } = useLingui();
  const { number } = useFormat();
  const [isTable, setTable] = useState(false);
  const write = format ?? number;
  const largest = Math.max(1e-9, ...bars.map(({ value }) => value ?? 0));
  return (
    <figure className="chart" aria-label={label}>
      {isTable ? (
        <BarTable bars={bars} label={label} nameHead={nameHead} valueHead={valueHead} write={write} />
      ) : (
        <ul className="bars">
          {bars.map(({ name, value, note, isMuted }) => (
            <li key={name} className={isMuted ? 'muted' : undefined}>
              <span className="sub">{name}</span>
              {value === null ? (
                <span className="cap">{t`hidden, group too small`}</span>
              ) : (
                <div className="bars-b">
                  <i style={{ width: `calc((100% - 96px) * ${value / largest})` }} />
                  <span className="num">
                    <b className="strong">{write(value)}</b> {note && <span className="cap">{note}</span>}
                  </span>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <Button
        className="noprint bars-switch"
        size="compact-xs"
        variant="subtle"
        leftSection={isTable ? <IconChartBar size={14} /> : <IconTable size={14} />}
        onClick={() => setTable(!isTable)}
      >
        {isTable ? t`Show as bars` : t`Show as table`}
      </Button>
    </figure>
  );
}
