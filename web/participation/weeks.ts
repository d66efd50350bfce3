const dayMs = 86_400_000;

/** A week of a plan in the chart: Monday (YYYY-MM-DD), and what was done in it. */
export interface PlanWeek {
  startsOn: string;
  minutes: number;
  confirmedMinutes: number;
}

/** Monday of the week of a date. */
export function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return dayOf(date.getTime() - ((date.getUTCDay() + 6) % 7) * dayMs);
}

/** Every week from the first to the last day, those without entries too. */
export function weeksBetween(startsOn: string, endsOn: string, written: readonly PlanWeek[]): PlanWeek[] {
  const known = new Map(written.map((week) => [week.startsOn, week]));
  const weeks: PlanWeek[] = [];
  for (let at = Date.parse(mondayOf(startsOn)); at <= Date.parse(endsOn); at += 7 * dayMs) {
    const monday = dayOf(at);
    weeks.push(known.get(monday) ?? { startsOn: monday, minutes: 0, confirmedMinutes: 0 });
  }
  return weeks;
}

/** Which week of how many a date is in; clamped to the plan. */
export function weekNumber(startsOn: string, endsOn: string, today: string): { week: number; weeks: number } {
  const weeks = weeksBetween(startsOn, endsOn, []).length;
  const gone = Math.round((Date.parse(mondayOf(today)) - Date.parse(mondayOf(startsOn))) / (7 * dayMs));
  return { week: Math.min(Math.max(gone + 1, 1), weeks), weeks };
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
