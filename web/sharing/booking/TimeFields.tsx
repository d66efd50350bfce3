import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormRow } from '../../ui/FormRow.tsx';

interface TimeFieldsProps {
  /** ISO 8601 instants, or '' when nothing is entered. */
  starts: string;
  ends: string;
  /** In which they are entered; the reader's own unless given. */
  timeZone?: string | undefined;
  errors?: { starts?: ReactNode; ends?: ReactNode };
  onChange: (starts: string, ends: string) => void;
}

/** From when until when. Another beginning keeps the length. */
export function TimeFields({ starts, ends, timeZone, errors, onChange }: TimeFieldsProps) {
  const { t } = useLingui();
  const zone = timeZone === undefined ? {} : { timeZone };
  return (
    <FormRow>
      <DateTimeField
        {...zone}
        label={t`From`}
        required
        value={starts}
        onChange={(value) => onChange(value, endAfter(starts, ends, value))}
        error={errors?.starts}
      />
      <DateTimeField
        {...zone}
        label={t`To`}
        required
        value={ends}
        onChange={(value) => onChange(starts, value)}
        error={errors?.ends}
      />
    </FormRow>
  );
}

function endAfter(starts: string, ends: string, moved: string): string {
  const length = Date.parse(ends) - Date.parse(starts);
  return length > 0 && moved !== '' ? new Date(Date.parse(moved) + length).toISOString() : ends;
}
