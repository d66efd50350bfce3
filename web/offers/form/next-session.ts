import type { SessionValues } from './values.ts';

/** A session to begin with: a week after the last, else at ten on the first day of the offer. */
export function nextSession(
  sessions: readonly SessionValues[],
  { timeZone, startsOn }: { timeZone: string; startsOn: string },
): SessionValues {
  const last = sessions.at(-1);
  if (!last) {
    const at = (hour: string) => (startsOn === '' ? '' : `${startsOn}T${hour}:00`);
    return { startsLocal: at('10'), endsLocal: at('12'), timeZone, place: '', note: '' };
  }
  const { id: _, ...rest } = last;
  return { ...rest, startsLocal: weekAfter(last.startsLocal), endsLocal: weekAfter(last.endsLocal) };
}

/** A wall clock's reading a week later: no zone is needed, since the clock shows the same time. */
function weekAfter(local: string): string {
  const time = Date.parse(`${local}Z`);
  return Number.isNaN(time) ? '' : new Date(time + 7 * 86_400_000).toISOString().slice(0, 16);
}
