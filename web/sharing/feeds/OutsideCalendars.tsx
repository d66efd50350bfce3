import type { OutsideCalendarView } from '@collegium/contract/sharing/calendars';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconCalendarDown } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { showProblem } from '../../api/form.ts';
import { queryClient } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { Section } from '../../ui/Section.tsx';
import { Status } from '../../ui/Status.tsx';
import { failureSentences } from '../names.ts';
import { outsideCalendarsQuery } from '../queries.ts';

/** Calendars that one keeps elsewhere: only when one is busy is read, never what for. */
export function OutsideCalendars() {
  const { t } = useLingui();
  const [problem, setProblem] = useState<unknown>();
  const { data, error, isPending, refetch } = useQuery(outsideCalendarsQuery);
  const form = useForm({ initialValues: { name: '', address: '' } });
  const add = useMutation({
    mutationFn: async (values: typeof form.values) => {
      const { id } = await api.post<OutsideCalendarView>('/outside-calendars', values);
      return api.post<OutsideCalendarView>(`/outside-calendars/${id}/reading`);
    },
    onSuccess: () => {
      form.reset();
      setProblem(undefined);
    },
    onError: (failure) => setProblem(showProblem(form, failure)),
    onSettled: refresh,
  });
  return (
    <Section title={t`Know when I am busy`}>
      <form className="form" onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <TextInput label={t`Name`} placeholder={t`Work`} required maxLength={200} {...form.getInputProps('name')} />
        <TextInput
          label={t`Address of the calendar`}
          description={t`Begins with https:// or webcal://. Only when you are busy is read, never what for; nobody sees the address again.`}
          required
          maxLength={2_000}
          {...form.getInputProps('address')}
        />
        <ProblemNote error={problem} />
        <div className="form-actions">
          <Button type="submit" loading={add.isPending}>
            <Trans>Read this calendar</Trans>
          </Button>
        </div>
      </form>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading rows={2} />}
      {data && data.items.length === 0 && (
        <Empty title={t`No calendars yet`} why={t`With one, nobody finds a time for you at which you are busy.`} />
      )}
      <ul className="rows">
        {data?.items.map((calendar) => (
          <li key={calendar.id}>
            <OutsideRow calendar={calendar} onDone={() => void refresh()} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OutsideRow({ calendar, onDone }: { calendar: OutsideCalendarView; onDone: () => void }) {
  const { t } = useLingui();
  const { relative } = useFormat();
  const act = useMutation({
    mutationFn: (what: 'read' | 'remove') =>
      what === 'read'
        ? api.post(`/outside-calendars/${calendar.id}/reading`)
        : api.delete(`/outside-calendars/${calendar.id}`),
    onSettled: onDone,
  });
  return (
    <div className="row feed-row">
      <IconCalendarDown size={19} stroke={1.6} aria-hidden />
      <div>
        <div className="row-t">{calendar.name}</div>
        <div className="cap">
          {calendar.host}
          {calendar.readAt !== null && (
            <>
              {' · '}
              <Trans>read {relative(calendar.readAt)}</Trans>
              {' · '}
              <Plural value={calendar.busyCount} one="# busy time" other="# busy times" />
            </>
          )}
        </div>
        {calendar.failure !== null && <Status tone="wait">{t`Not read`}</Status>}
        {calendar.failure !== null && <div className="sub">{t(failureSentences[calendar.failure])}</div>}
        <ProblemNote error={act.error} />
      </div>
      <span className="form-actions">
        <Button size="xs" loading={act.isPending && act.variables === 'read'} onClick={() => act.mutate('read')}>
          <Trans>Read now</Trans>
        </Button>
        <Button size="xs" variant="subtle" onClick={() => act.mutate('remove')}>
          <Trans>Take out</Trans>
        </Button>
      </span>
    </div>
  );
}

function refresh(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: outsideCalendarsQuery.queryKey });
}
