/** Minutes from midnight as a clock shows them; the day’s end is 24:00. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The minutes of `08:30`; undefined for anything else. */
export function minuteOf(clock: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(clock) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && minute <= 1_440 ? minute : undefined;
}

/** Minutes in the largest whole unit: days, hours or minutes. */
export function lengthOf(minutes: number): { value: number; unit: 'day' | 'hour' | 'minute' } {
  if (minutes >= 1_440 && minutes % 1_440 === 0) return { value: minutes / 1_440, unit: 'day' };
  if (minutes >= 60 && minutes % 60 === 0) return { value: minutes / 60, unit: 'hour' };
  return { value: minutes, unit: 'minute' };
}
