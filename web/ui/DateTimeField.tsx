import { TextInput, type TextInputProps } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';
import { instantOf, wallClockOf } from '@collegium/contract/wall-clock';

interface DateTimeFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'description'> {
  /** ISO 8601 instant, or '' when nothing is entered. */
  value: string;
  onChange: (value: string) => void;
  /** The zone (IANA) in which it is entered; the reader's own unless given. */
  timeZone?: string;
  hint?: string;
}

/** A moment to the minute. What was entered is said in words with its zone and, when that is not the reader's, in the reader's own time. */
export function DateTimeField({ value, onChange, timeZone, hint, ...rest }: DateTimeFieldProps) {
  const { t } = useLingui();
  const { reader, dateTime } = useFormat();
  const zone = timeZone ?? reader.timeZone;
  const meant = value === '' ? t`Time in ${zone}` : dateTime(value, zone);
  const ownTime = value !== '' && zone !== reader.timeZone ? t`your time: ${dateTime(value)}` : '';
  return (
    <TextInput
      {...rest}
      type="datetime-local"
      step={60}
      description={[hint, meant, ownTime].filter(Boolean).join(' · ')}
      value={value === '' ? '' : wallClockOf(new Date(value), zone)}
      onChange={(event) => onChange(instantOf(event.currentTarget.value, zone)?.toISOString() ?? '')}
    />
  );
}
