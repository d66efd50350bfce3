import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { FormRow } from '../../ui/FormRow.tsx';
import type { Repeat } from './rule.ts';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Whether and how a booking repeats, and the days that are left out. */
export function RepeatFields({ value, onChange }: { value: Repeat; onChange: (value: Repeat) => void }) {
  const { t } = useLingui();
  const { date } = useFormat();
  const isWeekly = value.every === 'week' || value.every === 'two weeks';
  const change = (some: Partial<Repeat>) => onChange({ ...value, ...some });
  return (
    <>
      <FormRow>
        <Select
          label={t`Repeat`}
          allowDeselect={false}
          data={[
            { value: 'never', label: t`Once` },
            { value: 'day', label: t`Every day` },
            { value: 'week', label: t`Every week` },
            { value: 'two weeks', label: t`Every two weeks` },
            { value: 'month', label: t`Every month` },
          ]}
          value={value.every}
          onChange={(every) => change({ every: every ?? 'never' })}
        />
        {value.every !== 'never' && (
          <NumberInput
            label={t`How often`}
            min={2}
            max={366}
            allowDecimal={false}
            value={value.count}
            onChange={(count) => change({ count: Number(count) || 2 })}
          />
        )}
      </FormRow>
      {isWeekly && (
        <Checkbox.Group
          label={t`On which days`}
          description={t`None chosen: the day of the first.`}
          value={value.weekdays}
          onChange={(days) => change({ weekdays: weekdays.filter((day) => days.includes(day)) })}
        >
          <div className="repeat-days">
            {weekdays.map((day, index) => (
              <Checkbox key={day} value={day} label={date(`2024-01-0${index + 1}`, { weekday: 'short' })} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {value.every !== 'never' && (
        <div className="field">
          <TextInput
            type="date"
            label={t`Leave out a day`}
            description={t`For instance a holiday.`}
            value=""
            onChange={(event) => {
              const day = event.currentTarget.value;
              if (day !== '' && !value.excludedOn.includes(day))
                change({ excludedOn: [...value.excludedOn, day].toSorted() });
            }}
          />
          {value.excludedOn.map((day) => (
            <span key={day} className="sub">
              <Trans>Not on {date(day)}</Trans>{' '}
              <button
                type="button"
                className="plainbtn link"
                onClick={() => change({ excludedOn: value.excludedOn.filter((one) => one !== day) })}
              >
                <Trans>Take back</Trans>
              </button>
            </span>
          ))}
        </div>
      )}
    </>
  );
}
