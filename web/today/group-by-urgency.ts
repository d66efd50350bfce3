import type { Need } from '@collegium/contract/today';

export interface NeedsByUrgency {
  today: Need[];
  week: Need[];
  later: Need[];
}

const dayMs = 86_400_000;

/** Due by tonight (or overdue), within seven days, and the rest. Keeps the order within each. */
export function groupByUrgency(needs: readonly Need[], now: Date): NeedsByUrgency {
  const tonight = new Date(now);
  tonight.setHours(24, 0, 0, 0);
  const nextWeek = now.getTime() + 7 * dayMs;
  const groups: NeedsByUrgency = { today: [], week: [], later: [] };
  for (const need of needs) {
    const due = need.dueAt === null ? Infinity : Date.parse(need.dueAt);
    if (due < tonight.getTime()) groups.today.push(need);
    else if (due <= nextWeek) groups.week.push(need);
    else groups.later.push(need);
  }
  return groups;
}
