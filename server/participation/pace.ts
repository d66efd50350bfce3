const dayMs = 86_400_000;

/**
 * Minutes that should be done by the end of `today` when `hours` are spread evenly over the days of a plan, both ends
 * included. Dates are YYYY-MM-DD.
 */
export function paceMinutes(startsOn: string, endsOn: string, hours: number, today: string): number {
  const days = daysBetween(startsOn, endsOn) + 1;
  const gone = Math.min(Math.max(daysBetween(startsOn, today) + 1, 0), days);
  return Math.round((hours * 60 * gone) / days);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}
