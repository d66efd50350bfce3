/** The calendar date of an instant, in UTC: partnerships begin and end with it. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
