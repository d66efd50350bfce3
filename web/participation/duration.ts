/** Minutes from what people write for a time: `7:30`, `7.5`, `7,5`, `7h30`, `90m`. undefined: not understood. */
export function parseDuration(text: string): number | undefined {
  const typed = text.trim().toLowerCase().replace('：', ':').replace(',', '.');
  const clock = /^(\d{1,2})\s*[:h]\s*([0-5]?\d)\s*(?:m|min)?$/.exec(typed);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const minutes = /^(\d{1,4})\s*(?:m|min)$/.exec(typed);
  if (minutes) return Number(minutes[1]);
  const hours = /^(\d{1,2}(?:\.\d{1,2})?)\s*h?$/.exec(typed);
  return hours ? Math.round(Number(hours[1]) * 60) : undefined;
}

/** Minutes as hours and minutes: 450 → `7:30`. */
export function formatDuration(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
