import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { IconPlus, IconX } from '@tabler/icons-react';
import { nextSession } from './next-session.ts';
import type { OfferValues } from './values.ts';

/** Dated sessions by the clock of the place; a new one is a week after the last. */
export function SessionsField({ form }: { form: UseFormReturnType<OfferValues> }) {
  const { t } = useLingui();
  const { sessions, timeZone, startsOn } = form.values;
  return (
    <fieldset className="sessions">
      <legend>{t`Sessions`}</legend>
      <p className="sub">{t`For lectures and meetings at set times. Leave empty what has none.`}</p>
      {sessions.map((session, index) => (
        <div key={session.id ?? index} className="session-fields" role="group" aria-label={t`Session ${index + 1}`}>
          <TextInput type="datetime-local" label={t`Begins`} {...form.getInputProps(`sessions.${index}.startsLocal`)} />
          <TextInput type="datetime-local" label={t`Ends`} {...form.getInputProps(`sessions.${index}.endsLocal`)} />
          <ActionIcon
            variant="subtle"
            aria-label={t`Remove session ${index + 1}`}
            onClick={() => form.removeListItem('sessions', index)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
          <TextInput
            className="session-place"
            label={t`Room or link`}
            maxLength={400}
            {...form.getInputProps(`sessions.${index}.place`)}
          />
          {session.timeZone !== timeZone && <p className="cap">{t`Time in ${session.timeZone}`}</p>}
        </div>
      ))}
      <Button
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => form.insertListItem('sessions', nextSession(sessions, { timeZone, startsOn }))}
      >
        {t`Add a session`}
      </Button>
    </fieldset>
  );
}
