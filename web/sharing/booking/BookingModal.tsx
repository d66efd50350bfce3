import type { BookingView } from '@collegium/contract/sharing/bookings';
import type { SeriesReport, SeriesView } from '@collegium/contract/sharing/series';
import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { showProblem } from '../../api/form.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { UnitField } from '../../ui/UnitField.tsx';
import { toast } from '../../ui/toast.ts';
import { zoneWords } from '../calendar/zone.ts';
import { bookingChanged, resourceQuery } from '../queries.ts';
import { Alternatives } from './Alternatives.tsx';
import { CheckList } from './CheckList.tsx';
import { checksOf } from './checks.ts';
import { ForWhomFields } from './ForWhomFields.tsx';
import { PeopleField, type Guest } from './PeopleField.tsx';
import { RepeatFields } from './RepeatFields.tsx';
import { ruleOf } from './rule.ts';
import { SeriesReportView } from './SeriesReportView.tsx';
import { TimeFields } from './TimeFields.tsx';
import { hoursBetween } from './useWhen.ts';
import { emptyBooking, inputOf, type BookingValues } from './values.ts';
import { WhatFields } from './WhatFields.tsx';
import './booking.css';

interface BookingModalProps {
  resourceIds: string[];
  starts: string;
  ends: string;
  purpose?: string;
  quantities?: Record<string, number>;
  attendees?: readonly Guest[];
  onClose: () => void;
  onBooked: (bookingId: string | undefined) => void;
}

/** A booking in all its parts: several resources at once, for whom, what for, and how it repeats. */
export function BookingModal({ resourceIds, starts, ends, onClose, onBooked, ...known }: BookingModalProps) {
  const { t } = useLingui();
  const { text, reader } = useFormat();
  const { acting } = useSession();
  const [problem, setProblem] = useState<unknown>();
  const [report, setReport] = useState<SeriesReport>();
  const form = useForm<BookingValues>({
    initialValues: { ...emptyBooking, ...known, resourceIds, starts, ends },
    onValuesChange: () => {
      setReport(undefined);
      setProblem(undefined);
    },
  });
  const { values } = form;
  const resources = useQueries({ queries: values.resourceIds.map((id) => resourceQuery(id)) }).flatMap(
    ({ data }) => data ?? [],
  );
  const rule = ruleOf(values.repeat);
  const timeZone = resources[0]?.timeZone;
  const isElsewhere = timeZone !== undefined && !zoneWords(timeZone, reader.timeZone, new Date(values.starts)).isSame;
  const done = async (booking?: BookingView) => {
    await bookingChanged(booking);
    void toast(booking?.state === 'confirmed' || !booking ? t`Booked.` : t`Asked for; you will be told.`);
    onBooked(booking?.id);
    onClose();
  };
  const onError = (error: unknown) => setProblem(showProblem(form, error));
  const book = useMutation({
    mutationFn: (orWait: boolean) => api.post<BookingView>('/bookings', { ...inputOf(values), orWait }),
    onSuccess: done,
    onError,
  });
  const seriesInput = () => ({ ...inputOf(values), rule, excludedOn: values.repeat.excludedOn, timeZone });
  const look = useMutation({
    mutationFn: () => api.post<SeriesReport>('/bookings/series/report', seriesInput()),
    onSuccess: setReport,
    onError,
  });
  const bookAll = useMutation({
    mutationFn: () => api.post<SeriesView>('/bookings/series', { ...seriesInput(), skipTaken: true }),
    onSuccess: () => done(),
    onError,
  });
  const hours = hoursBetween(values.starts, values.ends);
  return (
    <Modal opened onClose={onClose} size="lg" title={t`Book`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form booking-form"
        onSubmit={form.onSubmit(() => {
          setProblem(undefined);
          if (rule === undefined) book.mutate(false);
          else if (report) bookAll.mutate();
          else look.mutate();
        })}
      >
        <WhatFields form={form} resources={resources} />
        <TimeFields
          starts={values.starts}
          ends={values.ends}
          timeZone={isElsewhere ? timeZone : undefined}
          errors={form.errors}
          onChange={(starts, ends) => form.setValues({ starts, ends })}
        />
        <Textarea label={t`What for`} autosize minRows={2} maxLength={2_000} {...form.getInputProps('purpose')} />
        <ForWhomFields form={form} resources={resources} />
        <PeopleField
          label={t`Who takes part`}
          description={t`They are invited by mail and can answer.`}
          value={values.attendees}
          onChange={(attendees) => form.setFieldValue('attendees', attendees)}
        />
        {resources.some(({ quotas }) => quotas.some(({ per }) => per === 'unit')) && (
          <UnitField organisationId={acting.organisation.id} {...form.getInputProps('unitId')} value={values.unitId} />
        )}
        <TextInput label={t`Cost centre`} maxLength={100} {...form.getInputProps('costCentre')} />
        <RepeatFields value={values.repeat} onChange={(repeat) => form.setFieldValue('repeat', repeat)} />
        {resources.map((one) => (
          <CheckList
            key={one.id}
            {...(resources.length > 1 && { of: text(one.name) })}
            hours={hours}
            checks={checksOf(one, {
              minutes: hours * 60,
              endsAt: values.ends,
              organisationId: acting.organisation.id,
              quantity: values.quantities[one.id],
            })}
          />
        ))}
        {report && <SeriesReportView report={report} />}
        {problem !== undefined && (
          <Alternatives
            resourceIds={values.resourceIds}
            minutes={hours * 60}
            from={values.starts}
            error={problem}
            onChoose={(start, end) => {
              setProblem(undefined);
              form.setValues({ starts: start, ends: end });
            }}
            {...(rule === undefined && { onWait: () => book.mutate(true) })}
          />
        )}
        <FormActions>
          <Button
            type="submit"
            variant="filled"
            loading={book.isPending || look.isPending || bookAll.isPending}
            disabled={report?.free === 0}
          >
            {rule === undefined ? (
              <Trans>Book</Trans>
            ) : report ? (
              <Plural value={report.free} one="Book # time" other="Book # times" />
            ) : (
              <Trans>See which times can be had</Trans>
            )}
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </FormActions>
      </form>
    </Modal>
  );
}
