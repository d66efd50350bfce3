import type { GroupMinimum } from '../problem.ts';

// A rate such as 2.5 % has no exact binary form; a thousandth of a learner's millionth decides nothing.
const ROUNDING = 1e-9;

/**
 * The call order of a ranking with minimum rates for groups that may overlap, as in the published document of
 * Parcoursup 2023, sections 4.1 and 4.2: at each position, the best ranked learner among those who keep every rate
 * that can still be kept; where two rates cannot both be kept, the one listed first counts.
 *
 * `groups[i]` holds the groups of the learner ranked `i`. Returns ranks in the order of the call.
 */
export function callOrder(groups: readonly (readonly string[])[], minimums: readonly GroupMinimum[]): number[] {
  const queues = queuesByMembership(groups, minimums);
  const called = minimums.map(() => 0);
  const order: number[] = [];
  for (let position = 1; position <= groups.length; position++) {
    let candidates = queues.filter((queue) => queue.next < queue.ranks.length);
    minimums.forEach(({ percent }, m) => {
      if (called[m]! * 100 >= percent * position - ROUNDING) return;
      const members = candidates.filter((queue) => queue.isMember[m]);
      if (members.length > 0) candidates = members;
    });
    const best = candidates.reduce((a, b) => (a.ranks[a.next]! < b.ranks[b.next]! ? a : b));
    order.push(best.ranks[best.next++]!);
    best.isMember.forEach((isMember, m) => {
      if (isMember) called[m]!++;
    });
  }
  return order;
}

interface Queue {
  readonly isMember: readonly boolean[];
  readonly ranks: number[];
  next: number;
}

/** Learners who count towards the same rates are called in the order of the ranking, so one queue holds them. */
function queuesByMembership(groups: readonly (readonly string[])[], minimums: readonly GroupMinimum[]): Queue[] {
  const queues = new Map<string, Queue>();
  groups.forEach((mine, rank) => {
    const isMember = minimums.map(({ group }) => mine.includes(group));
    const key = isMember.join();
    const queue = queues.get(key);
    if (queue) queue.ranks.push(rank);
    else queues.set(key, { isMember, ranks: [rank], next: 0 });
  });
  return [...queues.values()];
}
