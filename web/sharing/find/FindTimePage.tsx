import type { FreeTimesInput, FreeTimesView } from '@collegium/contract/sharing/free-times';
import { resourceKinds, type ResourceKind } from '@collegium/contract/sharing/terms';
import { Button, NumberInput, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { FormActions } from '../../ui/FormActions.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Section } from '../../ui/Section.tsx';
import { BookingModal } from '../booking/BookingModal.tsx';
import { PeopleField, type Guest } from '../booking/PeopleField.tsx';
import { useWhen } from '../booking/useWhen.ts';
import { resourceKindNames } from '../names.ts';
import { freeTimesQuery } from '../queries.ts';
import { NearFields, usePlaces, type Near } from './NearFields.tsx';
import '../sharing.css';

interface FindValues {
  kind: ResourceKind;
  hours: number;
  quantity: number;
  from: string;
  until: string;
  people: readonly Guest[];
  near: Near;
}

type Found = FreeTimesView['items'][number];

/** Find a time: any resource of a kind, so long, within some days, near a place, together with people. */
export function FindTimePage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [input, ask] = useState<FreeTimesInput>();
  const places = usePlaces();
  const [chosen, choose] = useState<Found>();
  const form = useForm<FindValues>({
    initialValues: firstValues(),
    validate: {
      until: (until, { from }) => {
        const span = Date.parse(until) - Date.parse(from);
        if (span <= 0) return t`Choose a moment after the first.`;
        return span > longestMs ? t`Choose a moment within 62 days of the first.` : null;
      },
    },
  });
  const { data, error, isPending, refetch } = useQuery({
    ...freeTimesQuery(input ?? { minutes: 60, from: '', until: '' }, input !== undefined),
  });
  return (
    <>
      <PageHeader
        title={t`Find a time`}
        crumbs={[
          { label: t`Labs and equipment`, to: '/resources' },
          { label: t`Calendar`, to: '/calendar' },
        ]}
        lede={t`The earliest time at which each can be had, the soonest first.`}
      />
      <div className="formlay">
        <form
          className="form"
          onSubmit={form.onSubmit(({ kind, hours, quantity, from, until, people, near }) => {
            const place = places.get(near.place);
            ask({
              kind,
              minutes: Math.round(hours * 60),
              quantity,
              from,
              until,
              personIds: people.map(({ personId }) => personId),
              limit: 30,
              ...(place && { near: { ...place, kilometres: near.kilometres } }),
            });
          })}
        >
          <Select
            label={t`What`}
            allowDeselect={false}
            data={resourceKinds.map((kind) => ({ value: kind, label: t(resourceKindNames[kind].name) }))}
            {...form.getInputProps('kind')}
          />
          <FormRow>
            <NumberInput
              label={t`For how many hours`}
              min={0.25}
              max={168}
              step={0.5}
              decimalScale={2}
              {...form.getInputProps('hours')}
            />
            <NumberInput
              label={t`How many of it`}
              min={1}
              max={1_000}
              allowDecimal={false}
              {...form.getInputProps('quantity')}
            />
          </FormRow>
          <FormRow>
            <DateTimeField
              label={t`Not before`}
              required
              value={form.values.from}
              onChange={(value) => form.setFieldValue('from', value)}
              error={form.errors['from']}
            />
            <DateTimeField
              label={t`Not after`}
              required
              value={form.values.until}
              onChange={(value) => form.setFieldValue('until', value)}
              error={form.errors['until']}
            />
          </FormRow>
          <NearFields value={form.values.near} onChange={(near) => form.setFieldValue('near', near)} />
          <PeopleField
            label={t`Together with`}
            description={t`Only times at which they are free, also in their own calendars.`}
            value={form.values.people}
            onChange={(people) => form.setFieldValue('people', people)}
          />
          <p className="sub">
            <Trans>
              This finds one time. To repeat it, choose one of those found and say how often in its form: all times are
              then of that one, and the form lists those at which it cannot be had.
            </Trans>
          </p>
          <FormActions>
            <Button type="submit" variant="filled" loading={input !== undefined && isPending && !error}>
              <Trans>Find a time</Trans>
            </Button>
          </FormActions>
        </form>
        <div>
          {error && <Failed error={error} onRetry={() => void refetch()} />}
          {input && isPending && !error && <Loading rows={5} />}
          {data && data.items.length === 0 && (
            <Empty title={t`Nothing is free that long`} why={t`Ask for less time, fewer of it, or more days.`} />
          )}
          {data && data.items.length > 0 && (
            <Section title={t`Can be had`}>
              <ul className="rows">
                {data.items.map((found) => (
                  <li key={found.resourceId}>
                    <FoundRow found={found} onChoose={() => choose(found)} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
      {chosen && (
        <BookingModal
          resourceIds={[chosen.resourceId]}
          starts={chosen.startsAt}
          ends={chosen.endsAt}
          quantities={{ [chosen.resourceId]: input?.quantity ?? 1 }}
          attendees={form.values.people}
          onClose={() => choose(undefined)}
          onBooked={(bookingId) =>
            void (bookingId === undefined
              ? navigate({ to: '/bookings' })
              : navigate({ to: '/bookings/$bookingId', params: { bookingId } }))
          }
        />
      )}
    </>
  );
}

function FoundRow({ found, onChoose }: { found: Found; onChoose: () => void }) {
  const { text, number } = useFormat();
  const { t } = useLingui();
  const when = useWhen();
  const distance = found.kilometres === null ? '' : t`${number(Math.round(found.kilometres))} km away`;
  const there = when.there(found.startsAt, found.endsAt, found.timeZone);
  return (
    <div className="row hov find-row">
      <div>
        <div className="row-t">
          <Link to="/resources/$resourceId" params={{ resourceId: found.resourceId }}>
            {text(found.name)}
          </Link>
        </div>
        <div className="strong sub num">{when.short(found.startsAt, found.endsAt)}</div>
        {there && <div className="cap">{there}</div>}
        <div className="sub">{[found.ownerName, found.city, distance].filter(Boolean).join(' · ')}</div>
      </div>
      <Button size="xs" onClick={onChoose}>
        <Trans>Book</Trans>
      </Button>
    </div>
  );
}

const hour = 3_600_000;
const longestMs = 62 * 24 * hour;

function firstValues(): FindValues {
  const from = Math.ceil(Date.now() / hour) * hour;
  return {
    kind: 'laboratory',
    hours: 3,
    quantity: 1,
    from: new Date(from).toISOString(),
    until: new Date(from + 14 * 24 * hour).toISOString(),
    people: [],
    near: { place: '', kilometres: 100 },
  };
}
