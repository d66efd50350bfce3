import type { Need } from '@collegium/contract/today';

export interface NeedsByUrgency {
  overdue: Need[];
  today: Need[];
  week: Need[];
  later: Need[];
}

const dayMs = 86_400_000;

/** Overdue, due by tonight, within seven days, and the rest. Keeps the order within each. */
export function groupByUrgency(needs: readonly Need[], now: Date): NeedsByUrgency {
  const morning = new Date(now);
  morning.setHours(0, 0, 0, 0);
  const tonight = new Date(now);
  tonight.setHours(24, 0, 0, 0);
  const nextWeek = now.getTime() + 7 * dayMs;
  const groups: NeedsByUrgency = { overdue: [], today: [], week: [], later: [] };
  for (const need of needs) {
    const due = need.dueAt === null ? Infinity : Date.parse(need.dueAt);
    if (due < (isByDay(need) ? morning : now).getTime()) groups.overdue.push(need);
    else if (due < tonight.getTime()) groups.today.push(need);
    else if (due <= nextWeek) groups.week.push(need);
    else groups.later.push(need);
  }
  return groups;
}

/** What is due before something begins has a day as its limit and no hour: the plan of a placement. */
export function isByDay({ kind }: Need): boolean {
  return kind === 'approve_plan';
}
