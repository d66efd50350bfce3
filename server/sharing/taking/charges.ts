import { beginningOf, dayOf, minutesWithin, splitByPeriod } from '@collegium/scheduling';
import type { ResourceRules } from './load-rules.ts';
import { readingOf } from './moments.ts';

/** Minutes that one booking takes from one quota in one period. */
export interface Charge {
  booking_id: string;
  quota_id: string;
  subject_id: string;
  period_starts_on: string;
  minutes: number;
}

/** What each occurrence takes from each quota of a resource, period by period on the clock of the place. */
export function chargesOf(
  { resource, quantity }: { resource: ResourceRules; quantity: number },
  occurrences: readonly { bookingId: string; startsAt: Date; endsAt: Date }[],
  holder: { personId: string; unitId: string | null; organisationId: string },
): Charge[] {
  const subjects = {
    person: holder.personId,
    // Who books for no unit belongs to the rest of the organisation, which is limited as one.
    unit: holder.unitId ?? holder.organisationId,
    organisation: holder.organisationId,
    everybody: resource.id,
  };
  return resource.quotas.flatMap((quota) => {
    const subject = subjects[quota.per];
    return occurrences.flatMap((occurrence) =>
      partsOf(quota, occurrence, resource.timeZone).map(({ startsOn, minutes }) => ({
        booking_id: occurrence.bookingId,
        quota_id: quota.id,
        subject_id: subject,
        period_starts_on: startsOn,
        minutes: minutes * quantity,
      })),
    );
  });
}

/** Split where the calendar splits; the hour by which a change of clocks differs is put into the last part. */
function partsOf(
  { period, startsOn, endsOn }: ResourceRules['quotas'][number],
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  timeZone: string,
): { startsOn: string; minutes: number }[] {
  const starts = readingOf(startsAt, timeZone);
  if (period === 'term') {
    const minutes = minutesWithin(startsOn ?? '', endsOn ?? '', starts, readingOf(endsAt, timeZone));
    return minutes === 0 ? [] : [{ startsOn: startsOn ?? '', minutes }];
  }
  const parts = splitByPeriod(period, starts, readingOf(endsAt, timeZone));
  const passed = (endsAt.getTime() - startsAt.getTime()) / 60_000;
  const last = parts.at(-1);
  if (!last) return [{ startsOn: beginningOf(period, dayOf(starts)), minutes: passed }];
  last.minutes += passed - parts.reduce((sum, { minutes }) => sum + minutes, 0);
  return parts;
}
