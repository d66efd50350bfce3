import { addMinutes, minutesBetween, occurrencesOf, type Reading } from '@collegium/scheduling';
import { instantOf } from '@collegium/contract/offers/local-time.ts';
import { occurrencesAtMost, type SeriesInput } from '@collegium/contract/sharing/series.ts';
import { newId } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem/problem.ts';
import { instantOfMoment, readingOf } from '../taking/moments.ts';
import type { Occurrence } from '../taking/plan.ts';

/** What a rule gives: occurrences, and readings that no clock at the place ever shows. */
export interface Expanded {
  occurrences: Occurrence[];
  skipped: { reading: Reading; minutes: number }[];
  starts: Reading;
  minutes: number;
}

/**
 * The occurrences of a series in the zone of its place: each keeps the hour that the wall clock shows, also when clocks
 * have changed. Throws booking.rule_unreadable, .rule_endless, .rule_empty, .time_unreadable, .zone_unknown, .rules_not_met.
 */
export function expandSeries(input: SeriesInput, timeZone: string): Expanded {
  const starts = readingOf(instantOfMoment(input.starts, timeZone), timeZone);
  const minutes = minutesBetween(starts, readingOf(instantOfMoment(input.ends, timeZone), timeZone));
  const found = occurrencesOf({
    starts,
    rule: input.rule,
    excludedOn: input.excludedOn ?? [],
    atMost: occurrencesAtMost,
  });
  if ('fault' in found) throw problemOf(found);
  const occurrences: Occurrence[] = [];
  const skipped: Expanded['skipped'] = [];
  for (const reading of found.readings) {
    const startsAt = instantOf(reading, timeZone);
    if (startsAt)
      occurrences.push({ bookingId: newId(), startsAt, endsAt: endOf(reading, startsAt, minutes, timeZone) });
    else skipped.push({ reading, minutes });
  }
  return { occurrences, skipped, starts, minutes };
}

/** What the wall clock shows so long after; where it never shows that, so much time after. */
function endOf(reading: Reading, startsAt: Date, minutes: number, timeZone: string): Date {
  return instantOf(addMinutes(reading, minutes), timeZone) ?? new Date(startsAt.getTime() + minutes * 60_000);
}

function problemOf(
  found: { fault: 'unreadable'; reason: string } | { fault: 'endless' } | { fault: 'empty' },
): Problem {
  if (found.fault === 'unreadable') return new Problem('booking.rule_unreadable', { reason: found.reason });
  if (found.fault === 'endless') return new Problem('booking.rule_endless', { limit: occurrencesAtMost });
  return new Problem('booking.rule_empty');
}
