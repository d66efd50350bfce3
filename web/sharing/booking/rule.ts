/** How a booking repeats, as the form asks for it. */
export interface Repeat {
  every: 'never' | 'day' | 'week' | 'two weeks' | 'month';
  /** `MO`, `TU` …; only of weeks. */
  weekdays: string[];
  count: number;
  excludedOn: string[];
}

export const once: Repeat = { every: 'never', weekdays: [], count: 10, excludedOn: [] };

/** The RFC 5545 rule; undefined when it does not repeat. */
export function ruleOf({ every, weekdays, count }: Repeat): string | undefined {
  const byDay = weekdays.length > 0 ? `;BYDAY=${weekdays.join(',')}` : '';
  switch (every) {
    case 'never':
      return undefined;
    case 'day':
      return `FREQ=DAILY;COUNT=${count}`;
    case 'week':
      return `FREQ=WEEKLY;COUNT=${count}${byDay}`;
    case 'two weeks':
      return `FREQ=WEEKLY;INTERVAL=2;COUNT=${count}${byDay}`;
    case 'month':
      return `FREQ=MONTHLY;COUNT=${count}`;
    default:
      return every satisfies never;
  }
}
