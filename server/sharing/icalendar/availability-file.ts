import type { AvailabilityView } from '@collegium/contract/sharing/calendars.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { Scope } from '../../platform/scope.ts';
import { getResource } from '../resources/resources.ts';
import { readAvailability, writeAvailability } from './availability.ts';

/**
 * Opening hours of a resource for programs, with the days that differ; hours of several circles are put together. Without
 * any it is always open. Throws resource.not_found.
 */
export async function availabilityFile(scope: Scope, resourceId: string): Promise<string> {
  const { openings, exceptions, timeZone } = await getResource(scope, resourceId);
  const hours = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    together(openings.length === 0 ? [allDay] : openings.filter((one) => one.weekday === weekday)).map((one) => ({
      weekday,
      ...one,
    })),
  );
  const uid = `${resourceId}@${new URL(scope.config.url).hostname}`;
  return writeAvailability({ hours, exceptions }, { uid, timeZone, stamp: scope.clock.now() });
}

const allDay = { opensMinute: 0, closesMinute: 1_440 };

/** The weekly hours in a file, and the days that differ. Throws availability.unreadable. */
export function hoursIn(text: string): AvailabilityView {
  const found = readAvailability(text);
  if (!found) throw new Problem('availability.unreadable');
  return found;
}

interface Span {
  opensMinute: number;
  closesMinute: number;
}

function together(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const { opensMinute, closesMinute } of spans.toSorted((a, b) => a.opensMinute - b.opensMinute)) {
    const last = merged.at(-1);
    if (last && opensMinute <= last.closesMinute) last.closesMinute = Math.max(last.closesMinute, closesMinute);
    else merged.push({ opensMinute, closesMinute });
  }
  return merged;
}
