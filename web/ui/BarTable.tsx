import { useLingui } from '@lingui/react/macro';
import type { Bar } from './BarList.tsx';
import { DataTable } from './DataTable.tsx';

interface BarTableProps {
  bars: readonly Bar[];
  label: string;
  nameHead: string;
  valueHead: string;
  write: (value: number) => string;
}

/** The bars of a chart as a table, hidden groups included. */
export function BarTable({ bars, label, nameHead, valueHead, write }: BarTableProps) {
  const { t } = useLingui();
  return (
    <DataTable
      label={label}
      rows={bars}
      keyOf={({ name }) => name}
      columns={[
        { head: nameHead, render: ({ name }) => name, isName: true },
        {
          head: valueHead,
          isNumber: true,
          render: ({ value, note }) => (value === null ? t`hidden` : [write(value), note].filter(Boolean).join(' · ')),
        },
      ]}
    />
  );
}
