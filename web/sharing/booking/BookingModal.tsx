import type { BookingView } from '@collegium/contract/sharing/bookings';
import type { SeriesReport, SeriesView } from '@collegium/contract/sharing/series';
import { Button, Modal, MultiSelect, NumberInput, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { showProblem } from '../../api/form.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormActions } from '../../ui/FormActions.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { UnitField } from '../../ui/UnitField.tsx';
import { toast } from '../../ui/toast.ts';
import { useCalendarResources } from '../calendar/useCalendarResources.ts';
import { zoneWords } from '../calendar/zone.ts';
import { heldForNames, personServiceNames } from '../names.ts';
import { bookingChanged, resourceQuery } from '../queries.ts';
import { Alternatives } from './Alternatives.tsx';
import { CheckList } from './CheckList.tsx';
import { checksOf } from './checks.ts';
import { CourseField } from './CourseField.tsx';
import { PeopleField, type Guest } from './PeopleField.tsx';
import { RepeatFields } from './RepeatFields.tsx';
import { ruleOf } from './rule.ts';
import { SeriesReportView } from './SeriesReportView.tsx';
import { hoursBetween } from './useWhen.ts';
import { emptyBooking, inputOf, type BookingValues } from './values.ts';
import './booking.css';

interface BookingModalProps {
  resourceIds: string[];
  starts: string;
  ends: string;
  purpose?: string;
  quantity?: number;
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
  const resources = useCalendarResources({});
  const form = useForm<BookingValues>({
    initialValues: { ...emptyBooking, ...known, resourceIds, starts, ends },
    onValuesChange: () => setReport(undefined),
  });
  const { values } = form;
  const { data: resource } = useQuery({
    ...resourceQuery(values.resourceIds[0] ?? ''),
    enabled: values.resourceIds.length > 0,
  });
  const rule = ruleOf(values.repeat);
  const timeZone = resource?.timeZone;
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
  const options = [...resources.known.values()].map(({ id, name, owner }) => ({
    value: id,
    label: t`${text(name)}, ${owner.name}`,
  }));
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
        <MultiSelect
          label={t`What, all of it or nothing`}
          data={options}
          searchable
          required
          {...form.getInputProps('resourceIds')}
        />
        <FormRow>
          <DateTimeField
            label={t`From`}
            required
            {...(isElsewhere && { timeZone })}
            value={values.starts}
            onChange={(value) => form.setFieldValue('starts', value)}
            error={form.errors['starts']}
          />
          <DateTimeField
            label={t`To`}
            required
            {...(isElsewhere && { timeZone })}
            value={values.ends}
            onChange={(value) => form.setFieldValue('ends', value)}
            error={form.errors['ends']}
          />
        </FormRow>
        {resource && resource.units > 1 && (
          <NumberInput
            label={t`How many of it`}
            min={1}
            max={resource.units}
            allowDecimal={false}
            {...form.getInputProps('quantity')}
          />
        )}
        {resource && resource.services.length > 0 && (
          <Select
            label={t`What the hours are booked for`}
            required
            data={resource.services.map((value) => ({ value, label: t(personServiceNames[value]) }))}
            {...form.getInputProps('service')}
          />
        )}
        <Textarea label={t`What for`} autosize minRows={2} maxLength={2_000} {...form.getInputProps('purpose')} />
        <div className="field">
          <span className="field-label" id="held-for">
            <Trans>For whom</Trans>
          </span>
          <SegmentedControl
            aria-labelledby="held-for"
            data={(['self', 'group', 'course'] as const).map((value) => ({ value, label: t(heldForNames[value]) }))}
            {...form.getInputProps('heldFor')}
          />
        </div>
        {values.heldFor === 'course' && resource && resource.serves.length > 0 && (
          <CourseField
            offers={resource.serves}
            value={values.offerId}
            onChange={(offerId, title) => form.setValues({ offerId, ...(title !== undefined && { groupName: title }) })}
          />
        )}
        {values.heldFor !== 'self' && (
          <FormRow>
            <TextInput label={t`Name of the group or course`} maxLength={300} {...form.getInputProps('groupName')} />
            <NumberInput label={t`How many people`} min={1} max={10_000} {...form.getInputProps('people')} />
          </FormRow>
        )}
        <PeopleField
          label={t`Who takes part`}
          description={t`They are invited by mail and can answer.`}
          value={values.attendees}
          onChange={(attendees) => form.setFieldValue('attendees', attendees)}
        />
        {resource?.quotas.some(({ per }) => per === 'unit') && (
          <UnitField organisationId={acting.organisation.id} {...form.getInputProps('unitId')} value={values.unitId} />
        )}
        <TextInput label={t`Cost centre`} maxLength={100} {...form.getInputProps('costCentre')} />
        <RepeatFields value={values.repeat} onChange={(repeat) => form.setFieldValue('repeat', repeat)} />
        {resource && (
          <CheckList
            hours={hours}
            checks={checksOf(resource, {
              minutes: hours * 60,
              endsAt: values.ends,
              organisationId: acting.organisation.id,
            })}
          />
        )}
        {report && <SeriesReportView report={report} />}
        <ProblemNote error={problem} />
        {problem !== undefined && rule === undefined && values.resourceIds[0] && (
          <Alternatives
            resourceId={values.resourceIds[0]}
            minutes={hours * 60}
            from={values.starts}
            onChoose={(start, end) => {
              setProblem(undefined);
              form.setValues({ starts: start, ends: end });
            }}
            onWait={() => book.mutate(true)}
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
