import type { AvailabilityView } from '@collegium/contract/sharing/calendars';
import { circles } from '@collegium/contract/sharing/terms';
import { ActionIcon, Button, FileButton, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { circleNames } from '../names.ts';
import { clockOf, minuteOf } from '../resource/clock.ts';
import { LineFaults } from './LineFaults.tsx';
import type { ResourceValues } from './values.ts';

/** Weekly opening hours at the place, and for whom; they can be taken over from a calendar program. */
export function OpeningFields({ form }: { form: UseFormReturnType<ResourceValues> }) {
  const { t } = useLingui();
  const { date } = useFormat();
  const { openings } = form.values;
  const change = (index: number, some: Partial<ResourceValues['openings'][number]>) =>
    form.setFieldValue(
      'openings',
      openings.map((one, place) => (place === index ? { ...one, ...some } : one)),
    );
  const takeOver = useMutation({
    mutationFn: async (file: File) => api.post<AvailabilityView>('/availability', await file.text()),
    onSuccess: ({ hours, exceptions }) =>
      form.setValues({
        openings: hours.map((one) => ({ ...one, audience: 'network' })),
        exceptions: exceptions.map((one) => ({ ...one, note: '' })),
      }),
  });
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    label: date(`2024-01-0${day}`, { weekday: 'long' }),
  }));
  return (
    <fieldset className="line-set">
      <legend>{t`Opening hours`}</legend>
      <p className="sub">{t`Times at the place. Without any it is always open.`}</p>
      {openings.map((opening, index) => (
        <div key={index} className="opening-line" role="group" aria-label={t`Opening hours, line ${index + 1}`}>
          <Select
            className="line-whole"
            aria-label={t`Weekday`}
            allowDeselect={false}
            data={weekdays}
            value={String(opening.weekday)}
            onChange={(value) => change(index, { weekday: Number(value) })}
          />
          <ClockField
            label={t`Opens`}
            minute={opening.opensMinute}
            onChange={(opensMinute) => change(index, { opensMinute })}
          />
          <ClockField
            label={t`Closes`}
            minute={opening.closesMinute}
            onChange={(closesMinute) => change(index, { closesMinute })}
          />
          <Select
            className="line-whole"
            aria-label={t`For whom`}
            allowDeselect={false}
            data={circles.map((value) => ({ value, label: t(circleNames[value]) }))}
            value={opening.audience}
            onChange={(value) => change(index, { audience: value ?? 'network' })}
          />
          <ActionIcon
            className="line-remove"
            variant="subtle"
            aria-label={t`Remove line ${index + 1}`}
            onClick={() => form.removeListItem('openings', index)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
          <LineFaults form={form} path={`openings.${index}`} />
        </div>
      ))}
      <ProblemNote error={takeOver.error} />
      <p className="sub" role="status">
        {takeOver.data && (
          <Trans>
            <Plural value={takeOver.data.hours.length} one="# line of hours" other="# lines of hours" /> and{' '}
            <Plural value={takeOver.data.exceptions.length} one="# day that differs" other="# days that differ" /> were
            taken from the file. They count once you save.
          </Trans>
        )}
      </p>
      <div className="form-actions">
        <Button
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() =>
            form.insertListItem('openings', { weekday: 1, opensMinute: 480, closesMinute: 1_080, audience: 'network' })
          }
        >
          <Trans>Add hours</Trans>
        </Button>
        <FileButton accept=".ics,text/calendar" onChange={(file) => file && takeOver.mutate(file)}>
          {(props) => (
            <Button {...props} size="xs" variant="subtle" loading={takeOver.isPending}>
              <Trans>Take over from a calendar file</Trans>
            </Button>
          )}
        </FileButton>
      </div>
    </fieldset>
  );
}

/** A time of day; the day’s end is entered as 24:00. */
export function ClockField({
  label,
  minute,
  onChange,
}: {
  label: string;
  minute: number;
  onChange: (minute: number) => void;
}) {
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      defaultValue={clockOf(minute)}
      key={minute}
      inputMode="numeric"
      onBlur={(event) => {
        const entered = minuteOf(event.currentTarget.value);
        if (entered === undefined) event.currentTarget.value = clockOf(minute);
        else onChange(entered);
      }}
    />
  );
}
