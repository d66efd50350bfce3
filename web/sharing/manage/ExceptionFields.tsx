import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus, IconX } from '@tabler/icons-react';
import { ClockField } from './OpeningFields.tsx';
import { LineFaults } from './LineFaults.tsx';
import type { ResourceValues } from './values.ts';

/** Days that differ from the week: closed, or open at other hours. */
export function ExceptionFields({ form }: { form: UseFormReturnType<ResourceValues> }) {
  const { t } = useLingui();
  const { exceptions } = form.values;
  const change = (index: number, some: Partial<ResourceValues['exceptions'][number]>) =>
    form.setFieldValue(
      'exceptions',
      exceptions.map((one, place) => (place === index ? { ...one, ...some } : one)),
    );
  return (
    <fieldset className="line-set">
      <legend>{t`Days that differ`}</legend>
      <p className="sub">{t`Holidays, calibration, an open evening. Without hours it is closed that day.`}</p>
      {exceptions.map((exception, index) => (
        <div key={index} className="exception-line" role="group" aria-label={t`Day that differs, line ${index + 1}`}>
          <TextInput
            className="line-whole"
            type="date"
            aria-label={t`Day`}
            required
            value={exception.onDate}
            onChange={(event) => change(index, { onDate: event.currentTarget.value })}
          />
          {exception.opensMinute === null || exception.closesMinute === null ? (
            <>
              <span className="sub">{t`closed`}</span>
              <Button
                size="xs"
                variant="subtle"
                onClick={() => change(index, { opensMinute: 480, closesMinute: 1_080 })}
              >
                <Trans>Open it</Trans>
              </Button>
            </>
          ) : (
            <>
              <ClockField
                label={t`Opens`}
                minute={exception.opensMinute}
                onChange={(opensMinute) => change(index, { opensMinute })}
              />
              <ClockField
                label={t`Closes`}
                minute={exception.closesMinute}
                onChange={(closesMinute) => change(index, { closesMinute })}
              />
            </>
          )}
          <TextInput
            className="line-whole"
            aria-label={t`Why`}
            placeholder={t`Why`}
            maxLength={300}
            value={exception.note}
            onChange={(event) => change(index, { note: event.currentTarget.value })}
          />
          <ActionIcon
            className="line-remove"
            variant="subtle"
            aria-label={t`Remove line ${index + 1}`}
            onClick={() => form.removeListItem('exceptions', index)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
          <LineFaults form={form} path={`exceptions.${index}`} />
        </div>
      ))}
      <Button
        size="xs"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() =>
          form.insertListItem('exceptions', { onDate: '', opensMinute: null, closesMinute: null, note: '' })
        }
      >
        <Trans>Add a day</Trans>
      </Button>
    </fieldset>
  );
}
